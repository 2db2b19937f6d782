package org.countywise.check;

import java.util.LinkedHashSet;
import java.util.Objects;
import java.util.Set;
import java.util.stream.Stream;
import org.apache.spark.sql.types.DataType;
import org.apache.spark.sql.types.IntegralType;
import org.apache.spark.sql.types.NullType;
import org.countywise.definition.Dataset;
import org.countywise.definition.Family;

/** A measure made of other measures is computed for each unit, out of whole numbers. */
final class Composites implements Rule {

  @Override
  public String demand() {
    return "a measure with 'value' has 'at', the level that delivers, nothing that measures rows, and"
        + " reads at least one measure, all of them whole numbers of rows";
  }

  @Override
  public void check(Jobs jobs, Problems problems) {
    Check check = new Check(jobs, new Scopes(jobs), problems);
    for (Family family : jobs.families().values()) {
      Spot spot = Spot.family(family.family()).at("measures");
      family.measures().forEach((name, measure) -> check.one(spot.at(name), measure));
    }
  }

  private record Check(Jobs jobs, Scopes scopes, Problems problems) {

    void one(Spot spot, Family.Measure measure) {
      if (measure.at() == null && measure.value() == null) {
        return;
      }
      if (measure.at() == null || measure.value() == null) {
        problems.add(
            spot,
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
            spot,
            "a measure of rows and of measures at once",
            "leave out what measures rows, or 'at' and 'value'");
      }
      level(spot.at("at"), measure.at());
      if (measure.value() != null) {
        parts(spot.at("value"), measure.value());
      }
    }

    private void level(Spot spot, String level) {
      String unit =
          jobs.definitions().delivery() == null ? level : jobs.definitions().delivery().unit();
      if (level != null && !level.equals(unit)) {
        problems.add(
            spot,
            "'" + level + "' is not the level that delivers",
            "measures are combined in each " + unit + ": write 'at: " + unit + "'");
      }
    }

    private void parts(Spot spot, String value) {
      Set<String> names = new LinkedHashSet<>();
      try {
        names.addAll(Expressions.columns(value));
      } catch (IllegalArgumentException alreadySaid) {
        return;
      }
      names.retainAll(jobs.measures().keySet());
      if (names.isEmpty()) {
        problems.add(spot, "'" + value + "' reads no measure", "name the measures it is made of");
      }
      for (String name : names) {
        Family.Measure part = jobs.measures().get(name);
        if (part.sum() != null && !whole(part)) {
          problems.add(
              spot,
              "the measure '" + name + "' is no whole number",
              "read counts, or sums of whole numbers");
        }
      }
    }

    private boolean whole(Family.Measure measure) {
      return Jobs.find(jobs.views(), measure.view())
          .flatMap(view -> jobs.dataset(view.from()).map(of -> type(measure, view, of)))
          .filter(type -> !(type instanceof IntegralType || type instanceof NullType))
          .isEmpty();
    }

    private DataType type(Family.Measure measure, Family.View view, Dataset dataset) {
      return Expressions.judge(measure.sum(), scopes.view(view, dataset), Expressions.Wanted.EXACT)
          .type();
    }
  }
}
