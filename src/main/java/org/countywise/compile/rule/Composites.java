package org.countywise.compile.rule;

import java.util.LinkedHashSet;
import java.util.Objects;
import java.util.Set;
import java.util.stream.Stream;
import org.apache.spark.sql.types.IntegralType;
import org.apache.spark.sql.types.NullType;
import org.countywise.compile.expression.Expressions;
import org.countywise.compile.expression.Expressions.Wanted;
import org.countywise.compile.resolve.DefinitionIndex;
import org.countywise.compile.resolve.DefinitionPath;
import org.countywise.definition.Family;

/**
 * A measure made of other measures is computed for each unit, out of whole numbers.
 *
 * <p>A measure with 'value' has 'at', the level that delivers, nothing that measures rows, and
 * reads at least one measure, all of them whole numbers of rows.
 */
final class Composites implements Rule {

  @Override
  public void check(DefinitionIndex definitionIndex, Problems problems) {
    Check check = new Check(definitionIndex, problems);
    definitionIndex.each("measures", Family::measures, (at, name, of) -> check.one(at, of));
  }

  private record Check(DefinitionIndex definitionIndex, Problems problems) {

    void one(DefinitionPath definitionPath, Family.Measure measure) {
      if (measure.at() == null && measure.value() == null) {
        return;
      }
      if (measure.at() == null || measure.value() == null) {
        problems.add(
            definitionPath,
            "'" + (measure.at() == null ? "value" : "at") + "' alone",
            "write both: 'at' says in which regions, 'value' what is computed there");
      }
      boolean measuresRows =
          Stream.of(
                  measure.view(),
                  measure.count(),
                  measure.sum(),
                  measure.distinct(),
                  measure.within(),
                  measure.where(),
                  measure.total())
              .anyMatch(Objects::nonNull);
      if (measuresRows || !measure.by().isEmpty()) {
        problems.add(
            definitionPath,
            "a measure of rows and of measures at once",
            "leave out what measures rows, or 'at' and 'value'");
      }
      level(definitionPath.at("at"), measure.at());
      if (measure.value() != null) {
        parts(definitionPath.at("value"), measure.value());
      }
    }

    private void level(DefinitionPath definitionPath, String level) {
      String unit =
          definitionIndex.definitions().delivery() == null
              ? level
              : definitionIndex.definitions().delivery().unit();
      if (level != null && !level.equals(unit)) {
        problems.add(
            definitionPath,
            "'" + level + "' is not the level that delivers",
            "measures are combined in each " + unit + ": write 'at: " + unit + "'");
      }
    }

    private void parts(DefinitionPath definitionPath, String value) {
      Set<String> names = new LinkedHashSet<>();
      try {
        names.addAll(Expressions.columns(value));
      } catch (IllegalArgumentException alreadySaid) {
        return;
      }
      names.retainAll(definitionIndex.measures().keySet());
      if (names.isEmpty()) {
        problems.add(
            definitionPath, "'" + value + "' reads no measure", "name the measures it is made of");
      }
      for (String name : names) {
        Family.Measure part = definitionIndex.measures().get(name);
        if (part.sum() != null && !whole(part)) {
          problems.add(
              definitionPath,
              "the measure '" + name + "' is no whole number",
              "read counts, or sums of whole numbers");
        }
      }
    }

    private boolean whole(Family.Measure measure) {
      return definitionIndex
          .scopes()
          .view(measure.view())
          .map(rows -> rows.judge(measure.sum(), Wanted.EXACT).type())
          .filter(type -> !(type instanceof IntegralType || type instanceof NullType))
          .isEmpty();
    }
  }
}
