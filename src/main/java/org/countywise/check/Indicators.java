package org.countywise.check;

import java.math.BigDecimal;
import java.util.ArrayList;
import java.util.HashSet;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Set;
import java.util.stream.Stream;
import org.countywise.definition.Family;
import org.countywise.definition.Linear;

/** An indicator is arithmetic over measures that can be redone from the parts of any region. */
final class Indicators implements Rule {

  @Override
  public String demand() {
    return "numerator and denominator are sums of measures with constant factors, never of"
        + " indicators; a breakdown is one of all their measures";
  }

  @Override
  public void check(Jobs jobs, Problems problems) {
    for (Family family : jobs.families().values()) {
      Spot spot = Spot.family(family.family()).at("indicators");
      family.indicators().forEach((name, of) -> new Check(jobs, of, problems).all(spot.at(name)));
    }
  }

  private record Check(Jobs jobs, Family.Indicator indicator, Problems problems) {

    void all(Spot spot) {
      if ((indicator.numerator() == null) == (indicator.statistic() == null)) {
        problems.add(
            spot,
            indicator.numerator() == null
                ? "neither 'numerator' nor 'statistic'"
                : "both 'numerator' and 'statistic'",
            "write the sum of measures it is, or the statistic of records");
      }
      Set<String> used = new HashSet<>(side(spot.at("numerator"), indicator.numerator()));
      used.addAll(side(spot.at("denominator"), indicator.denominator()));
      factor(spot.at("factor"));
      overTime(spot.at("over_time"), used);
      breakdowns(spot);
      whole(spot.at("denominator_total"));
    }

    /** Names in one side of the fraction. */
    private Set<String> side(Spot spot, String sum) {
      if (sum == null) {
        return Set.of();
      }
      try {
        Set<String> names = Linear.of(sum).terms().keySet();
        names.forEach(name -> name(spot, name));
        return names;
      } catch (IllegalArgumentException notLinear) {
        String[] said = notLinear.getMessage().split("; ", 2);
        problems.add(
            spot, said[0], said.length > 1 ? said[1] : "write a sum of measures, such as a + b");
        return Set.of();
      }
    }

    private void name(Spot spot, String name) {
      if (indicator.overTime().containsKey(name) || jobs.knows(jobs.measures(), "measures", name)) {
        return;
      }
      Family.Indicator other = jobs.indicators().get(name);
      if (other != null) {
        boolean ratio = other.denominator() != null;
        problems.add(
            spot,
            ratio
                ? "ratio of a ratio: '" + name + "' has a denominator"
                : "'" + name + "' is an indicator",
            "name the measures it is made of: " + parts(other));
      } else {
        List<String> known = new ArrayList<>(indicator.overTime().keySet());
        known.addAll(jobs.measures().keySet());
        problems.add(spot, Nearest.unknown("measure", "measures", name, known));
      }
    }

    private static String parts(Family.Indicator indicator) {
      return indicator.denominator() == null
          ? indicator.numerator()
          : indicator.numerator() + " and " + indicator.denominator();
    }

    private void factor(Spot spot) {
      String factor = indicator.factor();
      if (factor != null && (Texts.decimal(factor).map(BigDecimal::signum).orElse(0) == 0)) {
        problems.add(
            spot,
            "'" + factor + "' is no factor",
            "write a decimal number other than 0, such as '100'");
      }
    }

    private void overTime(Spot spot, Set<String> used) {
      for (Map.Entry<String, Family.OverTime> entry : indicator.overTime().entrySet()) {
        String measure = entry.getValue().measure();
        if (!jobs.knows(jobs.measures(), "measures", measure)) {
          problems.add(
              spot.at(entry.getKey(), "measure"),
              Nearest.unknown("measure", "measures", measure, jobs.measures().keySet()));
        }
        if (!used.contains(entry.getKey()) && !used.isEmpty()) {
          problems.add(
              spot.at(entry.getKey()),
              "'" + entry.getKey() + "' is in neither numerator nor denominator",
              "use it or leave it out");
        }
      }
    }

    private void breakdowns(Spot spot) {
      if (new HashSet<>(indicator.breakdown()).size() < indicator.breakdown().size()) {
        problems.add(spot.at("breakdown"), "a breakdown occurs twice", "name it once");
      }
      for (int i = 0; i < indicator.breakdown().size(); i++) {
        String name = indicator.breakdown().get(i);
        for (String measure : measures(brokenDown())) {
          Set<String> known = jobs.measures().get(measure).by().keySet();
          if (!known.contains(name)) {
            Flaw flaw = Nearest.unknown("breakdown", "breakdowns", name, known);
            problems.add(
                spot.at("breakdown").item(i),
                flaw.what() + " of the measure " + measure,
                flaw.remedy()
                    + ". Add it under 'by' of the measure or leave it out"
                    + (inNumerator(measure)
                        ? ""
                        : "; for a share in the whole write 'denominator_total: true'"));
          }
        }
      }
      if (Boolean.FALSE.equals(indicator.total()) && indicator.breakdown().isEmpty()) {
        problems.add(
            spot.at("total"),
            "'total: false' without a breakdown publishes nothing",
            "name a breakdown or leave 'total' out");
      }
    }

    private void whole(Spot spot) {
      if (indicator.denominatorTotal() == null) {
        return;
      }
      if (indicator.denominator() == null || indicator.breakdown().isEmpty()) {
        problems.add(
            spot,
            "'denominator_total' without "
                + (indicator.denominator() == null ? "a denominator" : "a breakdown"),
            "it says what the parts of a breakdown are divided by: leave it out");
      } else if (Boolean.FALSE.equals(indicator.total())) {
        problems.add(
            spot,
            "'denominator_total' with 'total: false'",
            "the whole is the total: leave one of them out");
      }
    }

    /** The sides whose measures need the breakdowns. */
    private List<String> brokenDown() {
      boolean whole = Boolean.TRUE.equals(indicator.denominatorTotal());
      return Stream.of(indicator.numerator(), whole ? null : indicator.denominator())
          .filter(Objects::nonNull)
          .toList();
    }

    private boolean inNumerator(String measure) {
      return measures(Stream.ofNullable(indicator.numerator()).toList()).contains(measure);
    }

    /** Known measures of some sides, in any month. */
    private Set<String> measures(List<String> sides) {
      Set<String> measures = new LinkedHashSet<>();
      for (String sum : sides) {
        for (String name : names(sum)) {
          Family.OverTime other = indicator.overTime().get(name);
          measures.add(other == null ? name : other.measure());
        }
      }
      measures.retainAll(jobs.measures().keySet());
      return measures;
    }

    private static Set<String> names(String sum) {
      try {
        return sum == null ? Set.of() : Linear.of(sum).terms().keySet();
      } catch (IllegalArgumentException alreadySaid) {
        return Set.of();
      }
    }
  }
}
