package org.countywise.run;

import java.math.BigDecimal;
import java.time.YearMonth;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.TreeMap;
import org.apache.spark.sql.Dataset;
import org.apache.spark.sql.Row;
import org.countywise.plan.Composite;
import org.countywise.plan.Derivation;
import org.countywise.plan.Distribution;
import org.countywise.plan.Scan;
import org.countywise.plan.View;
import org.countywise.rows.Calendar;
import org.countywise.rows.RowTrace;
import org.countywise.table.Field;
import org.countywise.table.IndicatorValue;

/**
 * Explains one number: follows every row of its region from the delivery to the number, after rows
 * were measured and values made of them for the period.
 *
 * @param breakdown {@code name=value}, empty for the total
 */
record LineageTrace(
    MeasuredRows measured,
    Computed computed,
    Calendar calendar,
    String indicator,
    String region,
    String breakdown) {
  /** The funnels of both sides, beside the values that came out again. */
  Explanation explain() {
    Derivation derivation =
        calendar.plan().indicators().stream()
            .filter(of -> of.indicator().equals(indicator))
            .findFirst()
            .orElseThrow();
    List<Explanation.Funnel> funnels = new ArrayList<>();
    List<String> made = new ArrayList<>();
    follow("numerator", derivation.numerator(), funnels, made);
    LineageTrace beneath = derivation.wholeDenominator() ? ofTheWhole() : this;
    beneath.follow("denominator", derivation.denominator(), funnels, made);
    calendar.plan().distributions().stream()
        .filter(of -> of.indicator().equals(indicator))
        .forEach(
            of -> {
              made.add(of.toString().lines().findFirst().orElseThrow());
              funnels.add(records(of));
            });
    Map<String, Row> cells = cells(computed.values());
    Row cell = cells.get(region);
    return new Explanation(
        funnels,
        made,
        children(cells),
        cell == null ? null : cell.getDecimal(1),
        cell == null ? null : cell.getDecimal(2));
  }

  private LineageTrace ofTheWhole() {
    return new LineageTrace(measured, computed, calendar, indicator, region, "");
  }

  /** Region, numerator, denominator and status of every region, by region. */
  private Map<String, Row> cells(Dataset<Row> values) {
    Map<String, Row> cells = new TreeMap<>();
    values
        .filter(
            IndicatorValue.INDICATOR
                .column()
                .equalTo(indicator)
                .and(IndicatorValue.BREAKDOWN.column().equalTo(breakdown)))
        .select(
            Field.columns(
                IndicatorValue.REGION,
                IndicatorValue.NUMERATOR,
                IndicatorValue.DENOMINATOR,
                IndicatorValue.STATUS))
        .collectAsList()
        .forEach(row -> cells.put(row.getString(0), row));
    return cells;
  }

  /** Regions whose parent this one is, or the units of this group. */
  private List<Explanation.Child> children(Map<String, Row> cells) {
    return computed.places().inside(region).stream()
        .map(cells::get)
        .filter(java.util.Objects::nonNull)
        .map(
            row ->
                new Explanation.Child(
                    row.getString(0), row.getDecimal(1), row.getDecimal(2), row.getString(3)))
        .toList();
  }

  /**
   * A measure of a month that counts in a side.
   *
   * @param times its factor, null where it is part of a product
   */
  record Step(String side, String measure, BigDecimal times, String month) {
    private Step to(String part) {
      return new Step(side, part, null, month);
    }
  }

  private void follow(
      String side, Derivation.Side of, List<Explanation.Funnel> funnels, List<String> made) {
    YearMonth period = calendar.periods().get(0);
    for (Derivation.Term term : of.terms()) {
      for (YearMonth month : term.months().from(period)) {
        Step step = new Step(side, term.measure(), term.coefficient(), month.toString());
        follow(step, funnels, made);
      }
    }
  }

  private void follow(Step step, List<Explanation.Funnel> funnels, List<String> made) {
    for (Composite composite : calendar.plan().composites()) {
      if (composite.name().equals(step.measure())) {
        made.add(composite.toString());
        composite.of().forEach(of -> follow(step.to(of), funnels, made));
        return;
      }
    }
    for (Scan scan : scans()) {
      for (View view : scan.views()) {
        for (View.Measure of : view.measures()) {
          if (of.name().equals(step.measure())) {
            funnels.add(
                funnel(step, new RowTrace(scan, view, of, breakdown, measured.judged().sources())));
            return;
          }
        }
      }
    }
  }

  private Explanation.Funnel funnel(Step step, RowTrace rowTrace) {
    return new RowFates(measured, computed, calendar, new RowFates.Cell(indicator, region))
        .funnel(step, rowTrace);
  }

  /** What became of the records of a statistic; its number is how many there are. */
  private Explanation.Funnel records(Distribution of) {
    String name = "the records of the " + of.kind().name().toLowerCase(Locale.ROOT);
    View.Measure counted = new View.Measure(name, View.Kind.COUNT, "", "", "", List.of());
    Scan scan = calendar.plan().scan(of.dataset());
    RowTrace rowTrace =
        new RowTrace(scan, of.view(), counted, breakdown, measured.judged().sources());
    return funnel(new Step("numerator", name, null, calendar.names().get(0)), rowTrace);
  }

  private List<Scan> scans() {
    List<Scan> scans = new ArrayList<>(calendar.plan().scans());
    if (calendar.plan().watch() != null) {
      scans.add(calendar.plan().watch().alerts());
    }
    return scans;
  }
}
