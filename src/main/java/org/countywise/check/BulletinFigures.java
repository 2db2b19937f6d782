package org.countywise.check;

import java.util.ArrayList;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;
import org.countywise.definition.Bulletin;
import org.countywise.definition.Family;
import org.countywise.definition.Phrase;
import org.countywise.definition.Regions;
import org.countywise.definition.Title;

/** The bulletin speaks of figures that are published, in both languages, and names every base. */
final class BulletinFigures implements Rule {
  private static final String GROUP = "group:";

  @Override
  public String demand() {
    return "a figure of the bulletin is a published indicator, with a breakdown it has; both languages have the"
        + " same figures; every ratio has its base in words; the region is a code or a known group";
  }

  @Override
  public void check(Jobs jobs, Problems problems) {
    if (jobs.definitions().bulletin() != null) {
      new Check(jobs, problems, new LinkedHashSet<>()).bulletin(jobs.definitions().bulletin());
    }
  }

  /**
   * @param ratios indicators of the bulletin that have a base, or may have one: what is unknown
   */
  private record Check(Jobs jobs, Problems problems, Set<String> ratios) {

    void bulletin(Bulletin bulletin) {
      title(Spot.BULLETIN.at("title"), bulletin.title());
      region(Spot.BULLETIN.at("region"), bulletin.region());
      List<Bulletin.Section> sections = bulletin.sections();
      for (int i = 0; i < sections.size(); i++) {
        Spot spot = Spot.BULLETIN.at("sections").item(i);
        title(spot.at("title"), sections.get(i).title());
        List<Bulletin.Sentence> sentences = sections.get(i).sentences();
        for (int j = 0; j < sentences.size(); j++) {
          sentence(spot.at("sentences").item(j), sentences.get(j), bulletin.bases());
        }
      }
      bulletin.bases().forEach((name, words) -> base(Spot.BULLETIN.at("bases", name), name, words));
    }

    private void title(Spot spot, Title title) {
      said(spot.at("en"), title.en());
      said(spot.at("zh"), title.zh());
    }

    private void said(Spot spot, String text) {
      if (text.isBlank()) {
        problems.add(spot, "no text", "write what people read in the bulletin");
      }
    }

    private void region(Spot spot, String region) {
      Regions regions = jobs.definitions().regions();
      if (regions == null) {
        return;
      }
      if (region.startsWith(GROUP)) {
        String name = region.substring(GROUP.length());
        if (!jobs.groups().containsKey(name)) {
          problems.add(spot, Nearest.unknown("group", "groups", name, jobs.groups().keySet()));
        }
      } else if (regions.levels().stream().noneMatch(level -> publishes(level, region))) {
        problems.add(
            spot,
            "'" + region + "' is a region of no published level",
            "write a code with the digits of a level in regions.yaml, its top code, or group:<name>");
      }
    }

    private static boolean publishes(Regions.Level level, String code) {
      boolean of =
          level.digits() == null ? code.equals(level.code()) : code.length() == level.digits();
      return of && !Boolean.TRUE.equals(level.restricted());
    }

    private void sentence(Spot spot, Bulletin.Sentence sentence, Map<String, Title> bases) {
      Set<String> en = figures(spot.at("en"), sentence.en(), bases);
      Set<String> zh = figures(spot.at("zh"), sentence.zh(), bases);
      if (en != null && zh != null && !en.equals(zh)) {
        Set<String> all = new LinkedHashSet<>(en);
        all.addAll(zh);
        all.removeIf(name -> en.contains(name) && zh.contains(name));
        problems.add(
            spot,
            "the two languages differ in the figures " + String.join(", ", all),
            "say the same in both");
      }
    }

    /** Figures as they are written; null where the text is none of ours to judge. */
    private Set<String> figures(Spot spot, String text, Map<String, Title> bases) {
      said(spot, text);
      try {
        List<Phrase.Figure> figures = Phrase.of(text).figures();
        figures.forEach(figure -> figure(spot, figure, bases));
        return new LinkedHashSet<>(figures.stream().map(Object::toString).toList());
      } catch (IllegalArgumentException strange) {
        List<String> parts = new ArrayList<>(List.of(strange.getMessage().split("; ", 2)));
        problems.add(spot, parts.get(0), parts.get(1));
        return null;
      }
    }

    private void figure(Spot spot, Phrase.Figure figure, Map<String, Title> bases) {
      Family.Indicator indicator = jobs.indicators().get(figure.indicator());
      if (indicator == null) {
        ratios.add(figure.indicator());
        if (!jobs.knows(jobs.indicators(), "indicators", figure.indicator())) {
          problems.add(
              spot,
              Nearest.unknown(
                  "indicator", "indicators", figure.indicator(), jobs.indicators().keySet()));
        }
        return;
      }
      breakdown(spot, figure, indicator);
      if (indicator.denominator() != null) {
        ratios.add(figure.indicator());
        if (!bases.containsKey(figure.indicator())) {
          problems.add(
              spot,
              "the ratio '" + figure.indicator() + "' without its base in words",
              "add it to 'bases', in both languages");
        }
      } else if (figure.part() == Phrase.Part.DENOMINATOR) {
        problems.add(
            spot,
            "the base of '" + figure.indicator() + "', which is a plain count",
            "leave it out or name a ratio");
      }
    }

    private void breakdown(Spot spot, Phrase.Figure figure, Family.Indicator indicator) {
      if (Boolean.FALSE.equals(indicator.open())) {
        problems.add(
            spot,
            "'" + figure.indicator() + "' is restricted (public: false)",
            "name an indicator that is published");
      }
      String name = figure.breakdown().replaceFirst("=.*", "");
      if (name.isEmpty() && Boolean.FALSE.equals(indicator.total())) {
        problems.add(
            spot,
            "the total of '" + figure.indicator() + "', which has none",
            "name a breakdown, as {" + figure.indicator() + "[name=value]}");
      } else if (!name.isEmpty() && !indicator.breakdown().contains(name)) {
        problems.add(spot, Nearest.unknown("breakdown", "breakdowns", name, indicator.breakdown()));
      }
    }

    private void base(Spot spot, String name, Title words) {
      title(spot, words);
      if (!ratios.contains(name)
          && (jobs.indicators().containsKey(name)
              || !jobs.knows(jobs.indicators(), "indicators", name))) {
        problems.add(
            spot, "a base of '" + name + "', which is no ratio of this bulletin", "remove it");
      }
    }
  }
}
