package org.countywise.check;

import java.util.LinkedHashSet;
import java.util.Map;
import java.util.Set;
import org.countywise.definition.Disclosure;
import org.countywise.definition.Family;
import org.countywise.definition.Identity;

/** What is hidden is said of counts, units and measures that there are. */
final class Disclosures implements Rule {

  @Override
  public String demand() {
    return "the smallest number shown is 0 or at least 2, units are those of measures, identities are"
        + " sums of measures and of breakdowns they have, amounts are those of a measure of people";
  }

  @Override
  public void check(Jobs jobs, Problems problems) {
    Disclosure disclosure = jobs.definitions().disclosure();
    for (Family family : jobs.families().values()) {
      family
          .indicators()
          .forEach(
              (id, of) ->
                  indicator(
                      Spot.family(family.family()).at("indicators", id, "min_count"),
                      of.minCount(),
                      jobs,
                      problems));
    }
    if (disclosure != null) {
      count(Spot.DISCLOSURE.at("min_count"), disclosure.minCount(), problems);
      new Check(jobs, disclosure, problems).all();
    }
  }

  private static void indicator(Spot spot, Integer minCount, Jobs jobs, Problems problems) {
    if (minCount == null) {
      return;
    }
    count(spot, minCount, problems);
    boolean unread = jobs.places().has("disclosure.yaml");
    if (jobs.definitions().disclosure() == null && !unread) {
      problems.add(
          spot,
          "min_count " + minCount + " without a file disclosure.yaml",
          "add the file, which says what units stand for people, or leave min_count out");
    }
  }

  private static void count(Spot spot, Integer minCount, Problems problems) {
    if (minCount == 1) {
      problems.add(
          spot, "the smallest number shown is 1", "write 0 to show all, or at least 2, such as 5");
    }
  }

  private record Check(Jobs jobs, Disclosure disclosure, Problems problems) {

    void all() {
      Set<String> units = new LinkedHashSet<>();
      jobs.measures().values().forEach(measure -> units.add(measure.unit()));
      for (int i = 0; i < disclosure.units().size(); i++) {
        String unit = disclosure.units().get(i);
        if (!units.contains(unit)) {
          problems.add(
              Spot.DISCLOSURE.at("units").item(i), Nearest.unknown("unit", "units", unit, units));
        }
      }
      disclosure.identities().forEach(this::identity);
      disclosure.amounts().forEach(this::amount);
    }

    private void identity(String name, String sum) {
      Spot spot = Spot.DISCLOSURE.at("identities", name);
      try {
        Identity.of(sum).terms().forEach(term -> term(spot, term));
      } catch (IllegalArgumentException notLinear) {
        String[] said = notLinear.getMessage().split("; ", 2);
        problems.add(spot, said[0], said.length > 1 ? said[1] : "write a sum, such as a - b - c");
      }
    }

    private void term(Spot spot, Identity.Term term) {
      if (!knows(spot, term.measure()) || term.dimension().isEmpty()) {
        return;
      }
      Map<String, String> by = jobs.measures().get(term.measure()).by();
      if (!by.containsKey(term.dimension())) {
        Flaw flaw = Nearest.unknown("breakdown", "breakdowns", term.dimension(), by.keySet());
        problems.add(spot, flaw.what() + " of the measure " + term.measure(), flaw.remedy());
      } else if (term.value().startsWith("{") && !term.value().matches("\\{[1-9]\\d?\\}")) {
        problems.add(
            spot,
            "'" + term.value() + "' is no number of digits",
            "write {2} for the first two digits of the unit's code");
      }
    }

    private void amount(String measure, String people) {
      Spot spot = Spot.DISCLOSURE.at("amounts", measure);
      if (knows(spot, measure)
          && disclosure.units().contains(jobs.measures().get(measure).unit())) {
        problems.add(
            spot,
            "the measure " + measure + " counts " + jobs.measures().get(measure).unit(),
            "amounts are in other units, such as fen; leave it out");
      }
      if (knows(spot, people) && !disclosure.units().contains(jobs.measures().get(people).unit())) {
        problems.add(
            spot,
            "the measure " + people + " counts " + jobs.measures().get(people).unit(),
            "name the measure of those whose amount it is, in one of the units "
                + String.join(", ", disclosure.units()));
      }
    }

    private boolean knows(Spot spot, String measure) {
      if (!jobs.knows(jobs.measures(), "measures", measure)) {
        problems.add(
            spot, Nearest.unknown("measure", "measures", measure, jobs.measures().keySet()));
      }
      return jobs.measures().containsKey(measure);
    }
  }
}
