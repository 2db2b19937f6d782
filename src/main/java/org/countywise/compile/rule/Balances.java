package org.countywise.compile.rule;

import org.countywise.compile.expression.Diagnostic;
import org.countywise.compile.resolve.DefinitionIndex;
import org.countywise.compile.resolve.DefinitionIndex.Kind;
import org.countywise.compile.resolve.DefinitionPath;
import org.countywise.definition.Family;
import org.countywise.definition.Linear;

/**
 * A balance is a sum of measures with constant factors, named unlike any indicator, within a
 * breakdown of all of them.
 */
final class Balances implements Rule {

  @Override
  public void check(DefinitionIndex definitionIndex, Problems problems) {
    definitionIndex.each(
        "balances",
        Family::balances,
        (at, name, of) -> new Check(definitionIndex, of, problems).all(at, name));
  }

  private record Check(DefinitionIndex definitionIndex, Family.Balance balance, Problems problems) {

    void all(DefinitionPath definitionPath, String name) {
      if (definitionIndex.indicators().containsKey(name)) {
        problems.add(
            definitionPath,
            "the name '" + name + "' is taken by an indicator",
            "give the balance another");
      }
      try {
        Linear.of(balance.zero()).terms().keySet().forEach(term -> term(definitionPath, term));
      } catch (IllegalArgumentException notLinear) {
        problems.add(
            definitionPath.at("zero"),
            Diagnostic.of(notLinear, "write a sum of measures, such as opening + found - closing"));
      }
    }

    private void term(DefinitionPath definitionPath, String term) {
      Family.OverTime other = balance.overTime().get(term);
      String measure = other == null ? term : other.measure();
      DefinitionPath named =
          other == null
              ? definitionPath.at("zero")
              : definitionPath.at("over_time", term, "measure");
      problems.add(named, definitionIndex.unknown(Kind.MEASURE, measure));
      if (balance.by() != null && definitionIndex.measures().containsKey(measure)) {
        problems.add(
            definitionPath.at("by"),
            definitionIndex
                .unknownBreakdown(measure, balance.by())
                .map(of -> of.advising(". Add it under 'by' of the measure or leave it out")));
      }
    }
  }
}
