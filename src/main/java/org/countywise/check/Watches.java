package org.countywise.check;

import java.math.BigDecimal;
import java.util.List;
import java.util.Optional;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import org.apache.spark.sql.types.StructType;
import org.countywise.check.Expressions.Wanted;
import org.countywise.definition.Dataset;
import org.countywise.definition.Family;
import org.countywise.definition.Title;
import org.countywise.definition.Watch;

/** What is watched exists, its rules compare whole numbers, and its sentences can be read. */
final class Watches implements Rule {
  private static final Pattern PLACEHOLDER = Pattern.compile("\\{([^}]*)}");
  private static final List<String> PLACEHOLDERS = List.of("observed", "threshold", "month");

  @Override
  public String demand() {
    return "one family at most has a watch, of a delivery with control totals; its view and the"
        + " datasets of answers and assistance have its int64 key; a rule compares whole numbers, is"
        + " one that can be answered, its sentences name {observed}, {threshold} and {month} only, and its"
        + " sweep is of percentages above zero";
  }

  @Override
  public void check(Jobs jobs, Problems problems) {
    boolean first = true;
    for (Family family : jobs.families().values()) {
      Spot spot = Spot.family(family.family()).at("watch");
      if (family.watch() == null) {
        continue;
      }
      if (first) {
        new Check(jobs, new Scopes(jobs), problems).watch(spot, family.watch());
      } else {
        problems.add(spot, "a second watch", "one ledger holds all alerts: put the rules together");
      }
      first = false;
    }
  }

  private record Check(Jobs jobs, Scopes scopes, Problems problems) {

    void watch(Spot spot, Watch watch) {
      if (jobs.definitions().delivery() != null
          && jobs.definitions().delivery().controlTotals() == null) {
        problems.add(
            spot,
            "a watch without control totals",
            "the ledger begins with the first month they announce: add them to delivery.yaml");
      }
      if (jobs.datasets().values().stream().noneMatch(MadeDatasets::isMade)) {
        problems.add(
            spot,
            "a watch that makes no dataset",
            "add a dataset with 'made_by: watch', whose rows are the alerts");
      }
      if (!jobs.knows(jobs.views(), "views", watch.view())) {
        problems.add(
            spot.at("view"),
            Nearest.unknown("view or dataset", "ones", watch.view(), jobs.views().keySet()));
      }
      jobs.datasetOf(watch.view())
          .ifPresent(of -> column(spot.at("key"), of, watch.key(), "int64"));
      answers(spot.at("answers"), watch);
      assistance(spot.at("assistance"), watch);
      rules(spot.at("rules"), watch);
    }

    private void answers(Spot spot, Watch watch) {
      Watch.Answers answers = watch.answers();
      dataset(spot.at("dataset"), answers.dataset(), watch.key());
      jobs.dataset(answers.dataset())
          .ifPresent(
              of -> {
                column(spot.at("rule"), of, answers.rule(), "string");
                column(spot.at("outcome"), of, answers.outcome(), "string")
                    .ifPresent(column -> outcomes(spot.at("outcome"), column));
              });
    }

    private void outcomes(Spot spot, Dataset.Column column) {
      column.values().stream()
          .filter(value -> !Watch.ANSWERS.contains(value))
          .forEach(
              value ->
                  problems.add(spot, Nearest.unknown("answer", "answers", value, Watch.ANSWERS)));
    }

    private void assistance(Spot spot, Watch watch) {
      dataset(spot.at("dataset"), watch.assistance().dataset(), watch.key());
      jobs.dataset(watch.assistance().dataset())
          .ifPresent(
              of -> column(spot.at("started_on"), of, watch.assistance().startedOn(), "date"));
    }

    private void dataset(Spot spot, String name, String key) {
      if (!jobs.knows(jobs.datasets(), "datasets", name)) {
        problems.add(spot, Nearest.unknown("dataset", "datasets", name, jobs.datasets().keySet()));
      }
      jobs.dataset(name).ifPresent(of -> column(spot, of, key, "int64"));
    }

    private Optional<Dataset.Column> column(Spot spot, Dataset of, String name, String type) {
      Dataset.Column column = of.columns().get(name);
      if (column == null) {
        Flaw flaw = Nearest.unknown("column", "columns", name, of.columns().keySet());
        problems.add(spot, flaw.what() + " of " + of.dataset(), flaw.remedy());
      } else if (!type.equals(column.type())) {
        problems.add(
            spot,
            name + " of " + of.dataset() + " is " + column.type(),
            "name a column of the type " + type);
      }
      return Optional.ofNullable(column);
    }

    private void rules(Spot spot, Watch watch) {
      if (watch.rules().isEmpty()) {
        problems.add(spot, "a watch without rules", "add one, or leave the watch out");
      }
      Optional<StructType> row =
          Jobs.find(jobs.views(), watch.view())
              .flatMap(view -> jobs.dataset(view.from()).map(of -> scopes.view(view, of)));
      watch.rules().forEach((name, rule) -> rule(spot.at(name), rule, row));
      List<String> answered = answered(watch);
      watch.rules().keySet().stream()
          .filter(name -> !answered.isEmpty() && !answered.contains(name))
          .forEach(
              name ->
                  problems.add(
                      spot.at(name),
                      Nearest.unknown("rule", "rules with answers", name, answered)));
    }

    private List<String> answered(Watch watch) {
      return jobs.dataset(watch.answers().dataset())
          .map(of -> of.columns().get(watch.answers().rule()))
          .map(Dataset.Column::values)
          .orElse(List.of());
    }

    private void rule(Spot spot, Watch.Rule rule, Optional<StructType> row) {
      row.ifPresent(
          columns -> {
            expression(spot.at("where"), rule.where(), columns, Wanted.CONDITION);
            expression(spot.at("observed"), rule.observed(), columns, Wanted.WHOLE);
            expression(spot.at("threshold"), rule.threshold(), columns, Wanted.WHOLE);
            expression(spot.at("per"), rule.per(), columns, Wanted.WHOLE);
          });
      text(spot.at("title"), rule.title());
      text(spot.at("sentence"), rule.sentence());
      placeholders(spot.at("sentence", "en"), rule.sentence().en());
      placeholders(spot.at("sentence", "zh"), rule.sentence().zh());
      for (int i = 0; i < rule.sweep().size(); i++) {
        sweep(spot.at("sweep").item(i), rule.sweep().get(i));
      }
    }

    private void expression(Spot spot, String sql, StructType row, Wanted wanted) {
      if (sql != null) {
        Expressions.judge(sql, row, wanted).flaws().forEach(flaw -> problems.add(spot, flaw));
      }
    }

    private void text(Spot spot, Title title) {
      if (title.en().isBlank() || title.zh().isBlank()) {
        problems.add(spot, "no text in one of the languages", "write what an officer reads");
      }
    }

    private void placeholders(Spot spot, String sentence) {
      Matcher matcher = PLACEHOLDER.matcher(sentence);
      while (matcher.find()) {
        if (!PLACEHOLDERS.contains(matcher.group(1))) {
          problems.add(
              spot, Nearest.unknown("placeholder", "ones", matcher.group(1), PLACEHOLDERS));
        }
      }
    }

    private void sweep(Spot spot, String percent) {
      if (Texts.decimal(percent).filter(of -> of.compareTo(BigDecimal.ZERO) > 0).isEmpty()) {
        problems.add(
            spot, "'" + percent + "' is no percentage above zero", "write a number, such as '90'");
      }
    }
  }
}
