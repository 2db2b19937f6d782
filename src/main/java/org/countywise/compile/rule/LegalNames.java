package org.countywise.compile.rule;

import java.util.Collection;
import java.util.Set;
import java.util.regex.Pattern;
import org.countywise.compile.expression.Expressions;
import org.countywise.compile.resolve.DefinitionIndex;
import org.countywise.compile.resolve.DefinitionPath;
import org.countywise.definition.Dataset;
import org.countywise.definition.Family;

/**
 * Names are lower_snake words that SQL does not use for something else.
 *
 * <p>A name is lower_snake (a family's lower-kebab) and not a word with another meaning: period,
 * period_start, period_end and SQL's own words.
 */
final class LegalNames implements Rule {
  private static final Pattern SNAKE = Pattern.compile("[a-z][a-z0-9]*(_[a-z0-9]+)*");
  private static final Pattern KEBAB = Pattern.compile("[a-z][a-z0-9]*(-[a-z0-9]+)*");
  private static final Set<String> RESERVED =
      Set.of(
          "period",
          "period_start",
          "period_end",
          "current_date",
          "current_time",
          "current_timestamp",
          "current_user",
          "session_user",
          "user",
          "localtime",
          "localtimestamp");

  @Override
  public void check(DefinitionIndex definitionIndex, Problems problems) {
    Check check = new Check(problems);
    definitionIndex.datasets().values().forEach(check::dataset);
    definitionIndex.families().values().forEach(check::family);
    check.names(DefinitionPath.REGIONS.at("groups"), definitionIndex.groups().keySet());
  }

  private record Check(Problems problems) {

    void dataset(Dataset dataset) {
      DefinitionPath definitionPath = DefinitionPath.dataset(dataset.dataset());
      name(definitionPath.at("dataset"), dataset.dataset());
      names(definitionPath.at("columns"), dataset.columns().keySet());
      names(definitionPath.at("computed"), dataset.computed().keySet());
      names(definitionPath.at("references"), dataset.references().keySet());
      names(definitionPath.at("totals"), dataset.totals().keySet());
    }

    void family(Family family) {
      DefinitionPath definitionPath = DefinitionPath.family(family.family());
      if (!KEBAB.matcher(family.family()).matches()) {
        problems.add(
            definitionPath.at("family"),
            "illegal name '" + family.family() + "'",
            "write small letters, digits and single hyphens, such as public-posts");
      }
      names(definitionPath.at("views"), family.views().keySet());
      family.views().forEach((name, view) -> view(definitionPath.at("views", name), view));
      names(definitionPath.at("measures"), family.measures().keySet());
      family
          .measures()
          .forEach(
              (name, of) -> names(definitionPath.at("measures", name, "by"), of.by().keySet()));
      names(definitionPath.at("indicators"), family.indicators().keySet());
      if (family.watch() != null) {
        names(definitionPath.at("watch", "rules"), family.watch().rules().keySet());
      }
      names(definitionPath.at("balances"), family.balances().keySet());
      if (family.quality() != null) {
        names(definitionPath.at("quality", "shares"), family.quality().shares().keySet());
        names(definitionPath.at("quality", "jumps"), family.quality().jumps().keySet());
      }
      family
          .indicators()
          .forEach(
              (name, of) ->
                  names(
                      definitionPath.at("indicators", name, "over_time"), of.overTime().keySet()));
    }

    private void view(DefinitionPath definitionPath, Family.View view) {
      names(definitionPath.at("join"), view.join().keySet());
      view.join()
          .forEach(
              (name, join) -> {
                names(definitionPath.at("join", name, "tally"), join.tally().keySet());
                names(definitionPath.at("join", name, "sum"), join.sum().keySet());
                names(definitionPath.at("join", name, "least"), join.least().keySet());
                names(definitionPath.at("join", name, "most"), join.most().keySet());
              });
    }

    void names(DefinitionPath definitionPath, Collection<String> names) {
      names.forEach(name -> name(definitionPath.at(name), name));
    }

    private void name(DefinitionPath definitionPath, String name) {
      if (!SNAKE.matcher(name).matches()) {
        problems.add(
            definitionPath,
            "illegal name '" + name + "'",
            "write small letters, digits and single underscores, such as wage_fen");
      } else if (RESERVED.contains(name) || !Expressions.isColumn(name)) {
        problems.add(
            definitionPath,
            "reserved name '" + name + "'",
            "SQL or the engine gives it: use another");
      }
    }
  }
}
