package org.countywise.compile.rule;

import org.countywise.compile.expression.Diagnostic;
import org.countywise.compile.resolve.DefinitionIndex;
import org.countywise.compile.resolve.DefinitionIndex.Kind;
import org.countywise.compile.resolve.DefinitionPath;
import org.countywise.definition.Family;
import org.countywise.definition.Layout;

/**
 * The pages of the report can show what the layout names.
 *
 * <p>An indicator of the layout is published; one that is shown as a whole has a total; a breakdown
 * is one that its indicator has; a whole is divided by a breakdown or into other indicators.
 */
final class LayoutIndicators implements Rule {
  private static final String REMEDY = "write what people read above it";
  private static final String RULE = "rule";

  @Override
  public void check(DefinitionIndex definitionIndex, Problems problems) {
    Layout layout = definitionIndex.definitions().layout();
    if (layout != null) {
      new Check(definitionIndex, problems).all(layout);
    }
  }

  private record Check(DefinitionIndex definitionIndex, Problems problems) {

    void all(Layout layout) {
      if (layout.county() != null) {
        county(DefinitionPath.LAYOUT.at("county"), layout.county());
      }
      if (layout.warning() != null) {
        warning(DefinitionPath.LAYOUT.at("warning"), layout.warning());
      }
      if (layout.map() != null) {
        map(DefinitionPath.LAYOUT.at("map"), layout.map());
      }
    }

    private void county(DefinitionPath path, Layout.County county) {
      path.each("first", county.first(), this::total);
      path.each("parts", county.parts(), this::part);
      total(path.at("verdict"), county.verdict());
    }

    private void part(DefinitionPath path, Layout.Part part) {
      problems.unsaid(path.at("title"), part.title(), REMEDY);
      if ((part.by() == null) == part.of().isEmpty()) {
        problems.add(
            path, "a whole that is not divided in exactly one way", "write either 'by' or 'of'");
      }
      if (part.by() == null) {
        total(path.at("whole"), part.whole());
      } else {
        breakdown(path, published(path.at("whole"), part.whole()), part.by());
      }
      path.each("of", part.of(), this::total);
    }

    private void warning(DefinitionPath path, Layout.Warning warning) {
      path.each("counts", warning.counts(), (at, id) -> breakdown(at, total(at, id), RULE));
      if (warning.rate() != null) {
        problems.unsaid(path.at("rate", "title"), warning.rate().title(), REMEDY);
        count(path.at("rate", "of"), warning.rate().of());
        count(path.at("rate", "per"), warning.rate().per());
      }
    }

    private void map(DefinitionPath path, Layout.Choropleth map) {
      total(path.at("first"), map.first());
      if (map.flows() != null) {
        DefinitionPath flows = path.at("flows");
        problems.unsaid(flows.at("title"), map.flows().title(), REMEDY);
        breakdown(flows, published(flows.at("of"), map.flows().of()), map.flows().by());
      }
    }

    private void count(DefinitionPath path, String id) {
      Family.Indicator indicator = total(path, id);
      if (indicator != null && indicator.denominator() != null) {
        problems.add(path, "'" + id + "' is a ratio", "name a plain count");
      }
    }

    private void breakdown(DefinitionPath path, Family.Indicator indicator, String by) {
      if (indicator != null && !indicator.breakdown().contains(by)) {
        problems.add(path, Diagnostic.unknown("breakdown", by, indicator.breakdown()));
      }
    }

    /** An indicator that is published with its total; null, with a problem, where it is not. */
    private Family.Indicator total(DefinitionPath path, String id) {
      Family.Indicator indicator = published(path, id);
      if (indicator != null && Boolean.FALSE.equals(indicator.total())) {
        problems.add(
            path, "the total of '" + id + "', which has none", "name one that has a total");
        return null;
      }
      return indicator;
    }

    /**
     * An indicator that is published; null where none is named or, with a problem, where it is not.
     */
    private Family.Indicator published(DefinitionPath path, String id) {
      if (id == null) {
        return null;
      }
      Family.Indicator indicator = definitionIndex.indicators().get(id);
      if (indicator == null) {
        problems.add(path, definitionIndex.unknown(Kind.INDICATOR, id));
      } else if (Boolean.FALSE.equals(indicator.open())) {
        problems.add(
            path,
            "'" + id + "' is restricted (public: false)",
            "name an indicator that is published");
        return null;
      }
      return indicator;
    }
  }
}
