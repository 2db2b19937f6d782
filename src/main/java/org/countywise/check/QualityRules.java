package org.countywise.check;

import java.math.BigDecimal;
import java.util.HashMap;
import java.util.Map;
import java.util.Optional;
import org.apache.spark.sql.types.StructType;
import org.countywise.check.Expressions.Wanted;
import org.countywise.definition.Dataset;
import org.countywise.definition.Family;
import org.countywise.definition.Quality;
import org.countywise.definition.Title;

/** Rules of quality look at what is there, and can both warn and be silent. */
final class QualityRules implements Rule {

  @Override
  public String demand() {
    return "a rule of quality has a name of its own and says what it finds and what to do; a share is"
        + " of rows with a period and a region, held against a limit from 0 to 1; a jump is of"
        + " indicators with a total, against at least 3 months of its history";
  }

  @Override
  public void check(Jobs jobs, Problems problems) {
    Map<String, String> names = new HashMap<>();
    Check check = new Check(jobs, new Scopes(jobs), problems, names);
    for (Family family : jobs.families().values()) {
      Quality quality = family.quality();
      if (quality != null) {
        Spot spot = Spot.family(family.family()).at("quality");
        quality.shares().forEach((name, of) -> check.share(spot.at("shares", name), name, of));
        quality.jumps().forEach((name, of) -> check.jump(spot.at("jumps", name), name, of));
      }
    }
  }

  private record Check(Jobs jobs, Scopes scopes, Problems problems, Map<String, String> names) {

    void share(Spot spot, String name, Quality.Share share) {
      named(spot, name, share.title(), share.remedy());
      if (!jobs.knows(jobs.views(), "views", share.view())) {
        problems.add(
            spot.at("view"),
            Nearest.unknown("view or dataset", "ones", share.view(), jobs.views().keySet()));
      }
      Optional<Dataset> dataset = jobs.datasetOf(share.view());
      dataset.ifPresent(of -> rows(spot.at("view"), of));
      Jobs.find(jobs.views(), share.view())
          .flatMap(view -> dataset.map(of -> scopes.view(view, of)))
          .ifPresent(
              row -> {
                condition(spot.at("where"), share.where(), row);
                condition(spot.at("strange"), share.strange(), row);
              });
      number(spot.at("limit"), share.limit(), BigDecimal.ONE, "a share from 0 to 1", "0.5");
      number(spot.at("deviations"), share.deviations(), null, "a number from 0 up", "2");
      atLeast(spot.at("at_least"), share.atLeast(), 1);
    }

    private void rows(Spot spot, Dataset dataset) {
      if (!Jobs.periodic(dataset) || !dataset.hasRegion() || MadeDatasets.isMade(dataset)) {
        problems.add(
            spot,
            dataset.dataset() + " has no rows that a county delivers month by month",
            "look at snapshots and events with a region");
      }
    }

    private void condition(Spot spot, String sql, StructType row) {
      if (sql != null) {
        Expressions.judge(sql, row, Wanted.CONDITION)
            .flaws()
            .forEach(flaw -> problems.add(spot, flaw));
      }
    }

    void jump(Spot spot, String name, Quality.Jump jump) {
      named(spot, name, jump.title(), jump.remedy());
      if (jump.indicators().isEmpty()) {
        problems.add(
            spot.at("indicators"), "no indicator", "name those whose history is looked at");
      }
      for (int i = 0; i < jump.indicators().size(); i++) {
        indicator(spot.at("indicators").item(i), jump.indicators().get(i));
      }
      atLeast(spot.at("at_least"), jump.atLeast(), 3);
      if (jump.months() < jump.atLeast()) {
        problems.add(
            spot.at("months"),
            "a history of " + jump.months() + " months never has " + jump.atLeast(),
            "raise 'months' or lower 'at_least'");
      }
      number(spot.at("deviations"), jump.deviations(), null, "a number from 0 up", "6");
      number(spot.at("change"), jump.change(), null, "a number from 0 up", "0.25");
      number(spot.at("least"), jump.least(), null, "a number from 0 up", "10");
    }

    private void indicator(Spot spot, String name) {
      if (!jobs.knows(jobs.indicators(), "indicators", name)) {
        problems.add(
            spot, Nearest.unknown("indicator", "indicators", name, jobs.indicators().keySet()));
      } else if (Jobs.find(jobs.indicators(), name)
          .filter(of -> Boolean.FALSE.equals(of.total()))
          .isPresent()) {
        problems.add(
            spot,
            "'" + name + "' has no total",
            "its history is that of the row without breakdown");
      }
    }

    private void named(Spot spot, String name, Title title, Title remedy) {
      String other = names.putIfAbsent(name, spot.file());
      if (other != null) {
        problems.add(
            spot,
            "a second rule of quality '" + name + "'",
            "findings go by the name: choose another");
      }
      text(spot.at("title"), title);
      text(spot.at("remedy"), remedy);
    }

    private void text(Spot spot, Title title) {
      if (title.en().isBlank() || title.zh().isBlank()) {
        problems.add(spot, "no text in one of the languages", "write what an analyst reads");
      }
    }

    private void atLeast(Spot spot, int number, int least) {
      if (number < least) {
        problems.add(
            spot,
            "at least " + number + " says too little to warn of",
            "write " + least + " or more");
      }
    }

    private void number(Spot spot, String text, BigDecimal most, String what, String such) {
      boolean fits =
          text == null
              || Texts.decimal(text)
                  .filter(of -> of.signum() >= 0 && (most == null || of.compareTo(most) <= 0))
                  .isPresent();
      if (!fits) {
        problems.add(
            spot, "'" + text + "' is not " + what, "write a number, such as '" + such + "'");
      }
    }
  }
}
