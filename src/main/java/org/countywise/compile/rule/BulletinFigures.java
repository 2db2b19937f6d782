package org.countywise.compile.rule;

import java.util.LinkedHashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;
import org.countywise.compile.expression.Diagnostic;
import org.countywise.compile.resolve.DefinitionIndex;
import org.countywise.compile.resolve.DefinitionIndex.Kind;
import org.countywise.compile.resolve.DefinitionPath;
import org.countywise.definition.Bulletin;
import org.countywise.definition.Family;
import org.countywise.definition.Phrase;
import org.countywise.definition.Regions;
import org.countywise.definition.Title;

/**
 * The bulletin speaks of figures that are published, in both languages, and names every base.
 *
 * <p>A figure of the bulletin is a published indicator, with a breakdown it has; both languages
 * have the same figures; every ratio has its base in words; the region is a code or a known group.
 */
final class BulletinFigures implements Rule {
  private static final String GROUP = "group:";
  private static final String REMEDY = "write what people read in the bulletin";

  @Override
  public void check(DefinitionIndex definitionIndex, Problems problems) {
    if (definitionIndex.definitions().bulletin() != null) {
      new Check(definitionIndex, problems, new LinkedHashSet<>())
          .bulletin(definitionIndex.definitions().bulletin());
    }
  }

  /**
   * @param ratios indicators of the bulletin that have a base, or may have one: what is unknown
   */
  private record Check(DefinitionIndex definitionIndex, Problems problems, Set<String> ratios) {

    void bulletin(Bulletin bulletin) {
      problems.unsaid(DefinitionPath.BULLETIN.at("title"), bulletin.title(), REMEDY);
      region(DefinitionPath.BULLETIN.at("region"), bulletin.region());
      DefinitionPath.BULLETIN.each(
          "sections",
          bulletin.sections(),
          (at, section) -> {
            problems.unsaid(at.at("title"), section.title(), REMEDY);
            at.each(
                "sentences",
                section.sentences(),
                (where, sentence) -> sentence(where, sentence, bulletin.bases()));
          });
      DefinitionPath.BULLETIN.each("bases", bulletin.bases(), this::base);
    }

    private void region(DefinitionPath definitionPath, String region) {
      Regions regions = definitionIndex.definitions().regions();
      if (regions == null) {
        return;
      }
      if (region.startsWith(GROUP)) {
        String name = region.substring(GROUP.length());
        problems.unlessKnown(definitionPath, "group", name, definitionIndex.groups().keySet());
      } else if (regions.levels().stream()
          .filter(level -> !Boolean.TRUE.equals(level.restricted()))
          .noneMatch(level -> level.isOf(region))) {
        problems.add(
            definitionPath,
            "'" + region + "' is a region of no published level",
            "write a code with the digits of a level in regions.yaml, its top code, or group:<name>");
      }
    }

    private void sentence(
        DefinitionPath definitionPath, Bulletin.Sentence sentence, Map<String, Title> bases) {
      Set<String> en = figures(definitionPath.at("en"), sentence.en(), bases);
      Set<String> zh = figures(definitionPath.at("zh"), sentence.zh(), bases);
      if (en != null && zh != null && !en.equals(zh)) {
        Set<String> all = new LinkedHashSet<>(en);
        all.addAll(zh);
        all.removeIf(name -> en.contains(name) && zh.contains(name));
        problems.add(
            definitionPath,
            "the two languages differ in the figures " + String.join(", ", all),
            "say the same in both");
      }
    }

    /** Figures as they are written; null where the text is none of ours to judge. */
    private Set<String> figures(
        DefinitionPath definitionPath, String text, Map<String, Title> bases) {
      problems.unsaid(definitionPath, text, REMEDY);
      try {
        List<Phrase.Figure> figures = Phrase.of(text).figures();
        figures.forEach(figure -> figure(definitionPath, figure, bases));
        return new LinkedHashSet<>(figures.stream().map(Object::toString).toList());
      } catch (IllegalArgumentException strange) {
        problems.add(definitionPath, Diagnostic.of(strange, ""));
        return null;
      }
    }

    private void figure(
        DefinitionPath definitionPath, Phrase.Figure figure, Map<String, Title> bases) {
      Family.Indicator indicator = definitionIndex.indicators().get(figure.indicator());
      if (indicator == null) {
        ratios.add(figure.indicator());
        problems.add(definitionPath, definitionIndex.unknown(Kind.INDICATOR, figure.indicator()));
        return;
      }
      breakdown(definitionPath, figure, indicator);
      if (indicator.denominator() != null) {
        ratios.add(figure.indicator());
        if (!bases.containsKey(figure.indicator())) {
          problems.add(
              definitionPath,
              "the ratio '" + figure.indicator() + "' without its base in words",
              "add it to 'bases', in both languages");
        }
      } else if (figure.part() == Phrase.Part.DENOMINATOR) {
        problems.add(
            definitionPath,
            "the base of '" + figure.indicator() + "', which is a plain count",
            "leave it out or name a ratio");
      }
    }

    private void breakdown(
        DefinitionPath definitionPath, Phrase.Figure figure, Family.Indicator indicator) {
      if (Boolean.FALSE.equals(indicator.open())) {
        problems.add(
            definitionPath,
            "'" + figure.indicator() + "' is restricted (public: false)",
            "name an indicator that is published");
      }
      String name = figure.breakdown().replaceFirst("=.*", "");
      if (name.isEmpty() && Boolean.FALSE.equals(indicator.total())) {
        problems.add(
            definitionPath,
            "the total of '" + figure.indicator() + "', which has none",
            "name a breakdown, as {" + figure.indicator() + "[name=value]}");
      } else if (!name.isEmpty() && !indicator.breakdown().contains(name)) {
        problems.add(definitionPath, Diagnostic.unknown("breakdown", name, indicator.breakdown()));
      }
    }

    private void base(DefinitionPath definitionPath, String name, Title words) {
      problems.unsaid(definitionPath, words, REMEDY);
      if (!ratios.contains(name)
          && (definitionIndex.indicators().containsKey(name)
              || !definitionIndex.knows(Kind.INDICATOR, name))) {
        problems.add(
            definitionPath,
            "a base of '" + name + "', which is no ratio of this bulletin",
            "remove it");
      }
    }
  }
}
