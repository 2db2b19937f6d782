package org.countywise.compile.rule;

import java.util.Set;
import org.countywise.compile.expression.Diagnostic;
import org.countywise.compile.expression.UnknownName;
import org.countywise.compile.resolve.DefinitionIndex;
import org.countywise.compile.resolve.DefinitionPath;
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
  public void check(DefinitionIndex definitionIndex, Problems problems) {
    for (Family family : definitionIndex.families().values()) {
      DefinitionPath definitionPath = DefinitionPath.family(family.family()).at("balances");
      family
          .balances()
          .forEach(
              (name, of) ->
                  new Check(definitionIndex, of, problems).all(definitionPath.at(name), name));
    }
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
        String[] said = notLinear.getMessage().split("; ", 2);
        problems.add(
            definitionPath.at("zero"),
            said[0],
            said.length > 1
                ? said[1]
                : "write a sum of measures, such as opening + found - closing");
      }
    }

    private void term(DefinitionPath definitionPath, String term) {
      Family.OverTime other = balance.overTime().get(term);
      String measure = other == null ? term : other.measure();
      if (!definitionIndex.knows(definitionIndex.measures(), "measures", measure)) {
        problems.add(
            other == null
                ? definitionPath.at("zero")
                : definitionPath.at("over_time", term, "measure"),
            UnknownName.unknown(
                "measure", "measures", measure, definitionIndex.measures().keySet()));
      } else if (balance.by() != null && definitionIndex.measures().containsKey(measure)) {
        Set<String> known = definitionIndex.measures().get(measure).by().keySet();
        if (!known.contains(balance.by())) {
          Diagnostic diagnostic =
              UnknownName.unknown("breakdown", "breakdowns", balance.by(), known);
          problems.add(
              definitionPath.at("by"),
              diagnostic.what() + " of the measure " + measure,
              diagnostic.remedy() + ". Add it under 'by' of the measure or leave it out");
        }
      }
    }
  }
}
