package org.countywise.compile.rule;

import java.math.BigDecimal;
import java.util.List;
import java.util.Optional;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import org.countywise.compile.expression.Diagnostic;
import org.countywise.compile.resolve.DefinitionIndex;
import org.countywise.compile.resolve.DefinitionIndex.Kind;
import org.countywise.compile.resolve.DefinitionPath;
import org.countywise.definition.Dataset;
import org.countywise.definition.Family;
import org.countywise.definition.Watch;

/**
 * What is watched exists, its rules compare whole numbers, and its sentences can be read.
 *
 * <p>One family at most has a watch, of a delivery with control totals; its view and the datasets
 * of answers and assistance have its int64 key; a rule compares whole numbers, is one that can be
 * answered, its sentences name {observed}, {threshold} and {month} only, and its sweep is of
 * percentages above zero.
 */
final class Watches implements Rule {
  private static final Pattern PLACEHOLDER = Pattern.compile("\\{([^}]*)}");
  private static final List<String> PLACEHOLDERS = List.of("observed", "threshold", "month");

  @Override
  public void check(DefinitionIndex definitionIndex, Problems problems) {
    boolean first = true;
    for (Family family : definitionIndex.families().values()) {
      DefinitionPath definitionPath = DefinitionPath.family(family.family()).at("watch");
      if (family.watch() == null) {
        continue;
      }
      if (first) {
        new Check(definitionIndex, problems).watch(definitionPath, family.watch());
      } else {
        problems.add(
            definitionPath,
            "a second watch",
            "one ledger holds all alerts: put the rules together");
      }
      first = false;
    }
  }

  private record Check(DefinitionIndex definitionIndex, Problems problems) {

    void watch(DefinitionPath definitionPath, Watch watch) {
      if (definitionIndex.definitions().delivery() != null
          && definitionIndex.definitions().delivery().controlTotals() == null) {
        problems.add(
            definitionPath,
            "a watch without control totals",
            "the ledger begins with the first month they announce: add them to delivery.yaml");
      }
      if (definitionIndex.datasets().values().stream().noneMatch(MadeDatasets::isMade)) {
        problems.add(
            definitionPath,
            "a watch that makes no dataset",
            "add a dataset with 'made_by: watch', whose rows are the alerts");
      }
      problems.add(definitionPath.at("view"), definitionIndex.unknown(Kind.VIEW, watch.view()));
      definitionIndex
          .datasetOf(watch.view())
          .ifPresent(of -> column(definitionPath.at("key"), of, watch.key(), "int64"));
      answers(definitionPath.at("answers"), watch);
      assistance(definitionPath.at("assistance"), watch);
      rules(definitionPath.at("rules"), watch);
    }

    private void answers(DefinitionPath definitionPath, Watch watch) {
      Watch.Answers answers = watch.answers();
      dataset(definitionPath.at("dataset"), answers.dataset(), watch.key());
      definitionIndex
          .dataset(answers.dataset())
          .ifPresent(
              of -> {
                column(definitionPath.at("rule"), of, answers.rule(), "string");
                column(definitionPath.at("outcome"), of, answers.outcome(), "string")
                    .ifPresent(column -> outcomes(definitionPath.at("outcome"), column));
              });
    }

    private void outcomes(DefinitionPath definitionPath, Dataset.Column column) {
      column.values().stream()
          .filter(value -> !Watch.ANSWERS.contains(value))
          .forEach(
              value ->
                  problems.add(definitionPath, Diagnostic.unknown("answer", value, Watch.ANSWERS)));
    }

    private void assistance(DefinitionPath definitionPath, Watch watch) {
      dataset(definitionPath.at("dataset"), watch.assistance().dataset(), watch.key());
      definitionIndex
          .dataset(watch.assistance().dataset())
          .ifPresent(
              of ->
                  column(
                      definitionPath.at("started_on"), of, watch.assistance().startedOn(), "date"));
    }

    private void dataset(DefinitionPath definitionPath, String name, String key) {
      problems.add(definitionPath, definitionIndex.unknown(Kind.DATASET, name));
      definitionIndex.dataset(name).ifPresent(of -> column(definitionPath, of, key, "int64"));
    }

    private Optional<Dataset.Column> column(
        DefinitionPath definitionPath, Dataset of, String name, String type) {
      Dataset.Column column = of.columns().get(name);
      if (column == null) {
        problems.add(
            definitionPath,
            Diagnostic.unknown("column", name, of.columns().keySet()).of(of.dataset()));
      } else if (!type.equals(column.type())) {
        problems.add(
            definitionPath,
            name + " of " + of.dataset() + " is " + column.type(),
            "name a column of the type " + type);
      }
      return Optional.ofNullable(column);
    }

    private void rules(DefinitionPath definitionPath, Watch watch) {
      if (watch.rules().isEmpty()) {
        problems.add(definitionPath, "a watch without rules", "add one, or leave the watch out");
      }
      watch.rules().forEach((name, rule) -> rule(definitionPath.at(name), rule));
      List<String> answered = answered(watch);
      watch.rules().keySet().stream()
          .filter(name -> !answered.isEmpty() && !answered.contains(name))
          .forEach(
              name ->
                  problems.add(
                      definitionPath.at(name),
                      Diagnostic.unknown("rule", "rules with answers", name, answered)));
    }

    private List<String> answered(Watch watch) {
      return definitionIndex
          .dataset(watch.answers().dataset())
          .map(of -> of.columns().get(watch.answers().rule()))
          .map(Dataset.Column::values)
          .orElse(List.of());
    }

    private void rule(DefinitionPath definitionPath, Watch.Rule rule) {
      problems.halfSaid(definitionPath.at("title"), rule.title(), "write what an officer reads");
      problems.halfSaid(
          definitionPath.at("sentence"), rule.sentence(), "write what an officer reads");
      placeholders(definitionPath.at("sentence", "en"), rule.sentence().en());
      placeholders(definitionPath.at("sentence", "zh"), rule.sentence().zh());
      definitionPath.each("sweep", rule.sweep(), this::sweep);
    }

    private void placeholders(DefinitionPath definitionPath, String sentence) {
      Matcher matcher = PLACEHOLDER.matcher(sentence);
      while (matcher.find()) {
        if (!PLACEHOLDERS.contains(matcher.group(1))) {
          problems.add(
              definitionPath,
              Diagnostic.unknown("placeholder", "ones", matcher.group(1), PLACEHOLDERS));
        }
      }
    }

    private void sweep(DefinitionPath definitionPath, String percent) {
      if (Texts.decimal(percent).filter(of -> of.compareTo(BigDecimal.ZERO) > 0).isEmpty()) {
        problems.add(
            definitionPath,
            "'" + percent + "' is no percentage above zero",
            "write a number, such as '90'");
      }
    }
  }
}
