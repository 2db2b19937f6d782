package org.countywise.plan;

import java.util.ArrayList;
import java.util.List;
import java.util.stream.Stream;

/**
 * An SQL expression of {@code jobs/} and the rows it is reckoned for.
 *
 * @param name what it belongs to, such as {@code measure wages}
 * @param dataset whose accepted rows
 * @param tallies what they read of other datasets
 * @param where SQL of which of these rows, all of which hold; none for all
 * @param summed whether its values are summed in each region
 */
public record Formula(
    String name,
    String dataset,
    List<View.Tally> tallies,
    List<String> where,
    String sql,
    boolean summed) {

  /** Every expression of a plan that is reckoned for rows, those that others read before them. */
  static List<Formula> of(Plan plan) {
    List<Formula> formulas = new ArrayList<>();
    for (Scan scan : plan.measuring()) {
      scan.views().forEach(view -> add(scan.dataset(), view, formulas));
    }
    if (plan.watch() != null) {
      add(plan.watch().dataset(), plan.watch().view(), formulas);
      plan.watch().rules().forEach(rule -> add(plan.watch(), rule, formulas));
    }
    plan.distributions().forEach(of -> add(of, formulas));
    plan.quality().shares().forEach(share -> add(share, formulas));
    return formulas.stream().filter(formula -> !formula.sql().isEmpty()).distinct().toList();
  }

  private static void add(String dataset, View view, List<Formula> formulas) {
    view.tallies().forEach(tally -> add(tally, formulas));
    Formula rows =
        new Formula("view " + view.name(), dataset, view.tallies(), List.of(), "", false);
    formulas.add(rows.with(rows.name, view.where()));
    Formula viewed = rows.where(view.where());
    view.dimensions().forEach((name, sql) -> formulas.add(viewed.with("breakdown " + name, sql)));
    for (View.Measure measure : view.measures()) {
      String name = "measure " + measure.name();
      formulas.add(viewed.with(name, measure.where()));
      Formula value = viewed.where(measure.where()).with(name, measure.expression());
      formulas.add(measure.kind() == View.Kind.SUM ? value.sum() : value);
    }
  }

  private static void add(View.Tally tally, List<Formula> formulas) {
    tally.tallies().forEach(inner -> add(inner, formulas));
    String name = "join " + tally.name();
    Formula rows = new Formula(name, tally.dataset(), tally.tallies(), List.of(), "", false);
    formulas.add(rows.with(name, tally.where()));
    Formula wanted = rows.where(tally.where());
    tally.values().forEach(value -> formulas.add(wanted.with(name, value.expression())));
  }

  private static void add(Watch watch, Watch.Rule rule, List<Formula> formulas) {
    String name = "rule " + rule.name();
    Formula watched =
        new Formula(name, watch.dataset(), watch.view().tallies(), List.of(), "", false)
            .where(watch.view().where());
    formulas.add(watched.with(name, rule.where()));
    Formula looked = watched.where(rule.where());
    Stream.of(rule.observed(), rule.threshold())
        .map(sql -> "cast((" + sql + ") as decimal(24,0))")
        .forEach(sql -> formulas.add(looked.with(name, sql)));
    formulas.add(looked.with(name, "cast((" + rule.per() + ") as bigint)"));
  }

  private static void add(Distribution of, List<Formula> formulas) {
    add(of.dataset(), of.view(), formulas);
    Formula records =
        new Formula("", of.dataset(), of.view().tallies(), List.of(), "", false)
            .where(of.view().where());
    Stream.of(
            "cast((" + of.value() + ") as decimal(25,6))",
            "cast((" + of.weight() + ") as decimal(12,0))")
        .forEach(sql -> formulas.add(records.with("statistic of " + of.indicator(), sql)));
  }

  private static void add(Quality.Share share, List<Formula> formulas) {
    add(share.dataset(), share.view(), formulas);
    Formula rows =
        new Formula("", share.dataset(), share.view().tallies(), List.of(), "", false)
            .where(share.view().where());
    String name = "rule " + share.name();
    formulas.add(rows.with(name, share.where()));
    formulas.add(rows.where(share.where()).with(name, share.strange()));
  }

  private Formula with(String other, String expression) {
    return new Formula(other, dataset, tallies, where, expression, summed);
  }

  private Formula sum() {
    return new Formula(name, dataset, tallies, where, sql, true);
  }

  private Formula where(String condition) {
    List<String> all =
        Stream.concat(where.stream(), Stream.of(condition)).filter(c -> !c.isEmpty()).toList();
    return new Formula(name, dataset, tallies, all, sql, summed);
  }

  /** The datasets whose rows it reads, references apart. */
  public List<String> datasets() {
    return Stream.concat(Stream.of(dataset), tallies.stream().flatMap(Formula::read)).toList();
  }

  private static Stream<String> read(View.Tally tally) {
    return Stream.concat(
        Stream.of(tally.dataset()), tally.tallies().stream().flatMap(Formula::read));
  }
}
