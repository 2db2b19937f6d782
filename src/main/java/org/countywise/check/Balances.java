package org.countywise.check;

import java.util.Set;
import org.countywise.definition.Family;
import org.countywise.definition.Linear;

/** A balance is a sum of measures, within one of their breakdowns. */
final class Balances implements Rule {

  @Override
  public String demand() {
    return "a balance is a sum of measures with constant factors, named unlike any indicator, within"
        + " a breakdown of all of them";
  }

  @Override
  public void check(Jobs jobs, Problems problems) {
    for (Family family : jobs.families().values()) {
      Spot spot = Spot.family(family.family()).at("balances");
      family
          .balances()
          .forEach((name, of) -> new Check(jobs, of, problems).all(spot.at(name), name));
    }
  }

  private record Check(Jobs jobs, Family.Balance balance, Problems problems) {

    void all(Spot spot, String name) {
      if (jobs.indicators().containsKey(name)) {
        problems.add(
            spot, "the name '" + name + "' is taken by an indicator", "give the balance another");
      }
      try {
        Linear.of(balance.zero()).terms().keySet().forEach(term -> term(spot, term));
      } catch (IllegalArgumentException notLinear) {
        String[] said = notLinear.getMessage().split("; ", 2);
        problems.add(
            spot.at("zero"),
            said[0],
            said.length > 1
                ? said[1]
                : "write a sum of measures, such as opening + found - closing");
      }
    }

    private void term(Spot spot, String term) {
      Family.OverTime other = balance.overTime().get(term);
      String measure = other == null ? term : other.measure();
      if (!jobs.knows(jobs.measures(), "measures", measure)) {
        problems.add(
            other == null ? spot.at("zero") : spot.at("over_time", term, "measure"),
            Nearest.unknown("measure", "measures", measure, jobs.measures().keySet()));
      } else if (balance.by() != null && jobs.measures().containsKey(measure)) {
        Set<String> known = jobs.measures().get(measure).by().keySet();
        if (!known.contains(balance.by())) {
          Flaw flaw = Nearest.unknown("breakdown", "breakdowns", balance.by(), known);
          problems.add(
              spot.at("by"),
              flaw.what() + " of the measure " + measure,
              flaw.remedy() + ". Add it under 'by' of the measure or leave it out");
        }
      }
    }
  }
}
