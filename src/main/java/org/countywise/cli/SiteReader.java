package org.countywise.cli;

import java.util.Iterator;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import org.apache.spark.sql.Row;
import org.countywise.definition.Definitions;
import org.countywise.definition.Family;
import org.countywise.site.Edition;
import org.countywise.site.PublishedIndicator;
import org.countywise.site.PublishedRegion;
import org.countywise.site.PublishedValue;
import org.countywise.table.IndicatorValue;
import org.countywise.table.Revision;

/** Reads what a site says out of the tables of a release. */
record SiteReader(ReleaseReader release, Definitions definitions) {
  private static final int MONTHS = 15;
  private static final String FILE = ".yaml";
  private static final String SUPPRESSED = "Q";

  /**
   * What the site speaks of.
   *
   * @param wished the month it reports on, or the months it shows; null for all up to the last
   * @throws UsageException when one of them is not published
   */
  Edition edition(Periods wished) {
    List<String> periods = periods(wished);
    Map<String, org.countywise.definition.Title> families = new LinkedHashMap<>();
    definitions.families().forEach((name, family) -> families.put(name, family.title()));
    return new Edition(
        release.manifest(),
        periods.get(periods.size() - 1),
        periods,
        regions(),
        indicators(),
        families);
  }

  private List<String> periods(Periods wished) {
    List<String> known = release.periods();
    if (known.isEmpty()) {
      throw new UsageException(
          "release '"
              + release.name()
              + "' has no values; 'countywise releases' lists the others, 'countywise findings' says"
              + " what was found");
    }
    if (wished == null) {
      return last(known);
    }
    for (String period : wished.names()) {
      if (!known.contains(period)) {
        throw new UsageException(
            "period '"
                + period
                + "' is not published; published are "
                + String.join(", ", known)
                + "; 'countywise run --period "
                + period
                + "' adds it");
      }
    }
    return wished.first().equals(wished.last())
        ? last(known.subList(0, known.indexOf(wished.last().toString()) + 1))
        : last(List.of(wished.names()));
  }

  private static List<String> last(List<String> periods) {
    return List.copyOf(periods.subList(Math.max(0, periods.size() - MONTHS), periods.size()));
  }

  private List<PublishedRegion> regions() {
    return release.table("dim_region").collectAsList().stream()
        .map(
            row ->
                new PublishedRegion(
                    text(row, "region_code"),
                    text(row, "region_level"),
                    text(row, "name_zh"),
                    text(row, "name_en"),
                    text(row, "parent_code")))
        .sorted(
            java.util.Comparator.comparing((PublishedRegion region) -> Levels.rank(region.level()))
                .thenComparing(PublishedRegion::code))
        .toList();
  }

  private List<PublishedIndicator> indicators() {
    Map<String, Integer> order = order();
    return release.table("dim_indicator").collectAsList().stream()
        .map(SiteReader::indicator)
        .sorted(
            java.util.Comparator.comparing(
                    (PublishedIndicator of) -> order.getOrDefault(of.id(), Integer.MAX_VALUE))
                .thenComparing(PublishedIndicator::id))
        .toList();
  }

  /** The order in which the definitions write them. */
  private Map<String, Integer> order() {
    Map<String, Integer> order = new LinkedHashMap<>();
    for (Family family : definitions.families().values()) {
      if (family.indicators() != null) {
        family.indicators().keySet().forEach(id -> order.put(id, order.size()));
      }
    }
    return order;
  }

  private static PublishedIndicator indicator(Row row) {
    String denominator = text(row, "denominator");
    return new PublishedIndicator(
        text(row, "indicator"),
        both(row, "title_en", "title_zh"),
        text(row, "unit"),
        new PublishedIndicator.Words(
            both(row, "formula", "formula_zh"),
            both(row, "numerator", "numerator_zh"),
            denominator.isEmpty() ? null : both(row, "denominator", "denominator_zh"),
            text(row, "additivity")),
        text(row, "job_file").replace(FILE, ""));
  }

  private static org.countywise.definition.Title both(Row row, String en, String zh) {
    return new org.countywise.definition.Title(text(row, en), text(row, zh));
  }

  private static String text(Row row, String name) {
    return Objects.requireNonNullElse(row.getAs(name), "");
  }

  /** All values of some months, region by region, with what has been revised of them. */
  Iterator<PublishedValue> values(SiteRevisions revisions) {
    Iterator<Row> rows =
        revisions
            .beside(release.values().filter(IndicatorValue.PERIOD.in(revisions.periods())))
            .sort(
                IndicatorValue.REGION.column(),
                IndicatorValue.INDICATOR.column(),
                IndicatorValue.BREAKDOWN.column(),
                IndicatorValue.PERIOD.column())
            .toLocalIterator();
    return new Iterator<>() {
      @Override
      public boolean hasNext() {
        return rows.hasNext();
      }

      @Override
      public PublishedValue next() {
        return value(rows.next());
      }
    };
  }

  private static PublishedValue value(Row row) {
    PublishedValue.Said said = said(row, "");
    return new PublishedValue(
        new PublishedValue.At(
            row.getAs(IndicatorValue.REGION.name()),
            row.getAs(IndicatorValue.INDICATOR.name()),
            row.getAs(IndicatorValue.BREAKDOWN.name()),
            row.getAs(IndicatorValue.PERIOD.name())),
        said,
        revised(row, said));
  }

  /** What is hidden now is not told of before either. */
  private static PublishedValue.Revised revised(Row row, PublishedValue.Said now) {
    String release = row.getAs(Revision.LAST.name());
    PublishedValue.Said before = said(row, SiteRevisions.WAS);
    boolean told = before.status() != null && !now.status().equals(SUPPRESSED);
    return release == null ? null : new PublishedValue.Revised(release, told ? before : null);
  }

  private static PublishedValue.Said said(Row row, String was) {
    return new PublishedValue.Said(
        row.getAs(was + IndicatorValue.VALUE.name()),
        row.getAs(was + IndicatorValue.NUMERATOR.name()),
        row.getAs(was + IndicatorValue.DENOMINATOR.name()),
        row.getAs(was + IndicatorValue.STATUS.name()));
  }
}
