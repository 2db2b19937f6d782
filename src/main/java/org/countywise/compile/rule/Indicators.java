package org.countywise.compile.rule;

import java.math.BigDecimal;
import java.util.ArrayList;
import java.util.HashSet;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Set;
import java.util.stream.Stream;
import org.countywise.compile.expression.Diagnostic;
import org.countywise.compile.resolve.DefinitionIndex;
import org.countywise.compile.resolve.DefinitionIndex.Kind;
import org.countywise.compile.resolve.DefinitionPath;
import org.countywise.definition.Family;
import org.countywise.definition.Linear;

/**
 * An indicator is arithmetic over measures that can be redone from the parts of any region.
 *
 * <p>Numerator and denominator are sums of measures with constant factors, never of indicators; a
 * breakdown is one of all their measures.
 */
final class Indicators implements Rule {

  @Override
  public void check(DefinitionIndex definitionIndex, Problems problems) {
    definitionIndex.each(
        "indicators",
        Family::indicators,
        (at, name, of) -> new Check(definitionIndex, of, problems).all(at));
  }

  private record Check(
      DefinitionIndex definitionIndex, Family.Indicator indicator, Problems problems) {

    void all(DefinitionPath definitionPath) {
      if ((indicator.numerator() == null) == (indicator.statistic() == null)) {
        problems.add(
            definitionPath,
            indicator.numerator() == null
                ? "neither 'numerator' nor 'statistic'"
                : "both 'numerator' and 'statistic'",
            "write the sum of measures it is, or the statistic of records");
      }
      Set<String> used = new HashSet<>(side(definitionPath.at("numerator"), indicator.numerator()));
      used.addAll(side(definitionPath.at("denominator"), indicator.denominator()));
      factor(definitionPath.at("factor"));
      overTime(definitionPath.at("over_time"), used);
      breakdowns(definitionPath);
      whole(definitionPath.at("denominator_total"));
    }

    /** Names in one side of the fraction. */
    private Set<String> side(DefinitionPath definitionPath, String sum) {
      if (sum == null) {
        return Set.of();
      }
      try {
        Set<String> names = Linear.of(sum).terms().keySet();
        names.forEach(name -> name(definitionPath, name));
        return names;
      } catch (IllegalArgumentException notLinear) {
        problems.add(
            definitionPath, Diagnostic.of(notLinear, "write a sum of measures, such as a + b"));
        return Set.of();
      }
    }

    private void name(DefinitionPath definitionPath, String name) {
      if (indicator.overTime().containsKey(name) || definitionIndex.knows(Kind.MEASURE, name)) {
        return;
      }
      Family.Indicator other = definitionIndex.indicators().get(name);
      if (other != null) {
        boolean ratio = other.denominator() != null;
        problems.add(
            definitionPath,
            ratio
                ? "ratio of a ratio: '" + name + "' has a denominator"
                : "'" + name + "' is an indicator",
            "name the measures it is made of: " + parts(other));
      } else {
        List<String> known = new ArrayList<>(indicator.overTime().keySet());
        known.addAll(definitionIndex.measures().keySet());
        problems.add(definitionPath, Diagnostic.unknown("measure", name, known));
      }
    }

    private static String parts(Family.Indicator indicator) {
      return indicator.denominator() == null
          ? indicator.numerator()
          : indicator.numerator() + " and " + indicator.denominator();
    }

    private void factor(DefinitionPath definitionPath) {
      String factor = indicator.factor();
      if (factor != null && (Texts.decimal(factor).map(BigDecimal::signum).orElse(0) == 0)) {
        problems.add(
            definitionPath,
            "'" + factor + "' is no factor",
            "write a decimal number other than 0, such as '100'");
      }
    }

    private void overTime(DefinitionPath definitionPath, Set<String> used) {
      for (Map.Entry<String, Family.OverTime> entry : indicator.overTime().entrySet()) {
        String measure = entry.getValue().measure();
        problems.add(
            definitionPath.at(entry.getKey(), "measure"),
            definitionIndex.unknown(Kind.MEASURE, measure));
        if (!used.contains(entry.getKey()) && !used.isEmpty()) {
          problems.add(
              definitionPath.at(entry.getKey()),
              "'" + entry.getKey() + "' is in neither numerator nor denominator",
              "use it or leave it out");
        }
      }
    }

    private void breakdowns(DefinitionPath definitionPath) {
      if (new HashSet<>(indicator.breakdown()).size() < indicator.breakdown().size()) {
        problems.add(definitionPath.at("breakdown"), "a breakdown occurs twice", "name it once");
      }
      for (int i = 0; i < indicator.breakdown().size(); i++) {
        String name = indicator.breakdown().get(i);
        for (String measure : measures(brokenDown())) {
          String advice =
              ". Add it under 'by' of the measure or leave it out"
                  + (inNumerator(measure)
                      ? ""
                      : "; for a share in the whole write 'denominator_total: true'");
          problems.add(
              definitionPath.at("breakdown").item(i),
              definitionIndex.unknownBreakdown(measure, name).map(of -> of.advising(advice)));
        }
      }
      if (Boolean.FALSE.equals(indicator.total()) && indicator.breakdown().isEmpty()) {
        problems.add(
            definitionPath.at("total"),
            "'total: false' without a breakdown publishes nothing",
            "name a breakdown or leave 'total' out");
      }
    }

    private void whole(DefinitionPath definitionPath) {
      if (indicator.denominatorTotal() == null) {
        return;
      }
      if (indicator.denominator() == null || indicator.breakdown().isEmpty()) {
        problems.add(
            definitionPath,
            "'denominator_total' without "
                + (indicator.denominator() == null ? "a denominator" : "a breakdown"),
            "it says what the parts of a breakdown are divided by: leave it out");
      } else if (Boolean.FALSE.equals(indicator.total())) {
        problems.add(
            definitionPath,
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
      measures.retainAll(definitionIndex.measures().keySet());
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
