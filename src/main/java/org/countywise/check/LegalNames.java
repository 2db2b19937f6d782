package org.countywise.check;

import java.util.Collection;
import java.util.Set;
import java.util.regex.Pattern;
import org.apache.spark.sql.catalyst.analysis.UnresolvedAttribute;
import org.countywise.definition.Dataset;
import org.countywise.definition.Family;

/** Names are lower_snake words that SQL does not use for something else. */
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
  public String demand() {
    return "a name is lower_snake (a family's lower-kebab) and not a word with another meaning:"
        + " period, period_start, period_end and SQL's own words";
  }

  @Override
  public void check(Jobs jobs, Problems problems) {
    Check check = new Check(problems);
    jobs.datasets().values().forEach(check::dataset);
    jobs.families().values().forEach(check::family);
    check.names(Spot.REGIONS.at("groups"), jobs.groups().keySet());
  }

  private record Check(Problems problems) {

    void dataset(Dataset dataset) {
      Spot spot = Spot.dataset(dataset.dataset());
      name(spot.at("dataset"), dataset.dataset());
      names(spot.at("columns"), dataset.columns().keySet());
      names(spot.at("computed"), dataset.computed().keySet());
      names(spot.at("references"), dataset.references().keySet());
      names(spot.at("totals"), dataset.totals().keySet());
    }

    void family(Family family) {
      Spot spot = Spot.family(family.family());
      if (!KEBAB.matcher(family.family()).matches()) {
        problems.add(
            spot.at("family"),
            "illegal name '" + family.family() + "'",
            "write small letters, digits and single hyphens, such as public-posts");
      }
      names(spot.at("views"), family.views().keySet());
      family.views().forEach((name, view) -> view(spot.at("views", name), view));
      names(spot.at("measures"), family.measures().keySet());
      family
          .measures()
          .forEach((name, of) -> names(spot.at("measures", name, "by"), of.by().keySet()));
      names(spot.at("indicators"), family.indicators().keySet());
      if (family.watch() != null) {
        names(spot.at("watch", "rules"), family.watch().rules().keySet());
      }
      names(spot.at("balances"), family.balances().keySet());
      if (family.quality() != null) {
        names(spot.at("quality", "shares"), family.quality().shares().keySet());
        names(spot.at("quality", "jumps"), family.quality().jumps().keySet());
      }
      family
          .indicators()
          .forEach(
              (name, of) ->
                  names(spot.at("indicators", name, "over_time"), of.overTime().keySet()));
    }

    private void view(Spot spot, Family.View view) {
      names(spot.at("join"), view.join().keySet());
      view.join()
          .forEach(
              (name, join) -> {
                names(spot.at("join", name, "tally"), join.tally().keySet());
                names(spot.at("join", name, "sum"), join.sum().keySet());
                names(spot.at("join", name, "least"), join.least().keySet());
                names(spot.at("join", name, "most"), join.most().keySet());
              });
    }

    void names(Spot spot, Collection<String> names) {
      names.forEach(name -> name(spot.at(name), name));
    }

    private void name(Spot spot, String name) {
      if (!SNAKE.matcher(name).matches()) {
        problems.add(
            spot,
            "illegal name '" + name + "'",
            "write small letters, digits and single underscores, such as wage_fen");
      } else if (RESERVED.contains(name) || !plain(name)) {
        problems.add(
            spot, "reserved name '" + name + "'", "SQL or the engine gives it: use another");
      }
    }

    /** Whether SQL reads the name as that of a column. */
    private static boolean plain(String name) {
      try {
        return Syntax.of(name).tree() instanceof UnresolvedAttribute;
      } catch (Syntax.Unreadable strange) {
        return false;
      }
    }
  }
}
