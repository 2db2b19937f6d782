package org.countywise.compile.rule;

import java.util.LinkedHashSet;
import java.util.Optional;
import java.util.Set;
import org.countywise.compile.expression.Diagnostic;
import org.countywise.compile.resolve.DefinitionIndex;
import org.countywise.compile.resolve.DefinitionIndex.Kind;
import org.countywise.compile.resolve.DefinitionPath;
import org.countywise.definition.Disclosure;
import org.countywise.definition.Family;
import org.countywise.definition.Identity;

/**
 * What is hidden is said of counts, units and measures that there are.
 *
 * <p>The smallest number shown is 0 or at least 2, units are those of measures, identities are sums
 * of measures and of breakdowns they have, amounts are those of a measure of people.
 */
final class Disclosures implements Rule {

  @Override
  public void check(DefinitionIndex definitionIndex, Problems problems) {
    Disclosure disclosure = definitionIndex.definitions().disclosure();
    definitionIndex.each(
        "indicators",
        Family::indicators,
        (at, id, of) -> indicator(at.at("min_count"), of.minCount(), definitionIndex, problems));
    if (disclosure != null) {
      count(DefinitionPath.DISCLOSURE.at("min_count"), disclosure.minCount(), problems);
      new Check(definitionIndex, disclosure, problems).all();
    }
  }

  private static void indicator(
      DefinitionPath definitionPath,
      Integer minCount,
      DefinitionIndex definitionIndex,
      Problems problems) {
    if (minCount == null) {
      return;
    }
    count(definitionPath, minCount, problems);
    boolean unread = definitionIndex.places().has("disclosure.yaml");
    if (definitionIndex.definitions().disclosure() == null && !unread) {
      problems.add(
          definitionPath,
          "min_count " + minCount + " without a file disclosure.yaml",
          "add the file, which says what units stand for people, or leave min_count out");
    }
  }

  private static void count(DefinitionPath definitionPath, Integer minCount, Problems problems) {
    if (minCount == 1) {
      problems.add(
          definitionPath,
          "the smallest number shown is 1",
          "write 0 to show all, or at least 2, such as 5");
    }
  }

  private record Check(DefinitionIndex definitionIndex, Disclosure disclosure, Problems problems) {

    void all() {
      Set<String> units = new LinkedHashSet<>();
      definitionIndex.measures().values().forEach(measure -> units.add(measure.unit()));
      DefinitionPath.DISCLOSURE.each(
          "units",
          disclosure.units(),
          (at, unit) -> {
            problems.unlessKnown(at, "unit", unit, units);
          });
      disclosure.identities().forEach(this::identity);
      disclosure.amounts().forEach(this::amount);
    }

    private void identity(String name, String sum) {
      DefinitionPath definitionPath = DefinitionPath.DISCLOSURE.at("identities", name);
      try {
        Identity.of(sum).terms().forEach(term -> term(definitionPath, term));
      } catch (IllegalArgumentException notLinear) {
        problems.add(definitionPath, Diagnostic.of(notLinear, "write a sum, such as a - b - c"));
      }
    }

    private void term(DefinitionPath definitionPath, Identity.Term term) {
      if (!knows(definitionPath, term.measure()) || term.dimension().isEmpty()) {
        return;
      }
      Optional<Diagnostic> unknown =
          definitionIndex.unknownBreakdown(term.measure(), term.dimension());
      if (unknown.isPresent()) {
        problems.add(definitionPath, unknown);
      } else if (term.value().startsWith("{") && !term.value().matches("\\{[1-9]\\d?\\}")) {
        problems.add(
            definitionPath,
            "'" + term.value() + "' is no number of digits",
            "write {2} for the first two digits of the unit's code");
      }
    }

    private void amount(String measure, String people) {
      DefinitionPath definitionPath = DefinitionPath.DISCLOSURE.at("amounts", measure);
      if (knows(definitionPath, measure)
          && disclosure.units().contains(definitionIndex.measures().get(measure).unit())) {
        problems.add(
            definitionPath,
            "the measure " + measure + " counts " + definitionIndex.measures().get(measure).unit(),
            "amounts are in other units, such as fen; leave it out");
      }
      if (knows(definitionPath, people)
          && !disclosure.units().contains(definitionIndex.measures().get(people).unit())) {
        problems.add(
            definitionPath,
            "the measure " + people + " counts " + definitionIndex.measures().get(people).unit(),
            "name the measure of those whose amount it is, in one of the units "
                + String.join(", ", disclosure.units()));
      }
    }

    private boolean knows(DefinitionPath definitionPath, String measure) {
      problems.add(definitionPath, definitionIndex.unknown(Kind.MEASURE, measure));
      return definitionIndex.measures().containsKey(measure);
    }
  }
}
