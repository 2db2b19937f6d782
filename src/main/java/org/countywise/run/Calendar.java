package org.countywise.run;

import java.time.LocalDate;
import java.time.YearMonth;
import java.util.ArrayList;
import java.util.List;
import java.util.Set;
import java.util.TreeSet;
import java.util.regex.Pattern;
import java.util.stream.Stream;
import org.apache.spark.sql.Dataset;
import org.apache.spark.sql.Row;
import org.apache.spark.sql.RowFactory;
import org.apache.spark.sql.SparkSession;
import org.countywise.plan.Derivation;
import org.countywise.plan.Months;
import org.countywise.plan.Plan;
import org.countywise.plan.Scan;
import org.countywise.table.Cells;
import org.countywise.table.Field;
import org.countywise.table.Moves;
import org.countywise.table.Parts;
import org.countywise.table.Regions;

/**
 * The plan with real months in it.
 *
 * @param first the delivery's first month, where a ledger begins
 * @param regionsAsOf the day whose regions every month is computed in; null for the last day of
 *     each period
 */
public record Calendar(Plan plan, List<YearMonth> periods, YearMonth first, LocalDate regionsAsOf) {
  private static final Pattern MONTH = Pattern.compile("\\d{4}-(0[1-9]|1[0-2])");

  /** Names of the sides of an indicator. */
  static final String NUMERATOR = "NUMERATOR";

  static final String DENOMINATOR = "DENOMINATOR";

  /** Whether a period is a month; other names of folders hold nothing that counts. */
  static boolean isMonth(String period) {
    return MONTH.matcher(period).matches();
  }

  /** A calendar in which every period has the regions of its last day. */
  Calendar(Plan plan, List<YearMonth> periods, YearMonth first) {
    this(plan, periods, first, null);
  }

  /** The day whose regions a month is computed in. */
  LocalDate regionsOf(String month) {
    return regionsAsOf == null ? YearMonth.parse(month).atEndOfMonth() : regionsAsOf;
  }

  /** Months of a dataset that the periods need, {@code YYYY-MM}. */
  public Set<String> months(Scan scan) {
    Set<String> needed = new TreeSet<>();
    for (YearMonth period : periods) {
      for (Months months : scan.months()) {
        real(months, period).forEach(month -> needed.add(month.toString()));
      }
    }
    return needed;
  }

  private List<YearMonth> real(Months months, YearMonth period) {
    return months == Months.EVER ? upTo(period) : months.from(period);
  }

  private List<YearMonth> upTo(YearMonth last) {
    return Stream.iterate(first, month -> !month.isAfter(last), month -> month.plusMonths(1))
        .toList();
  }

  /** Every month from the delivery's first to the last requested one. */
  List<YearMonth> ledger() {
    return upTo(periods.stream().max(YearMonth::compareTo).orElseThrow());
  }

  /** Months of any dataset. */
  Set<String> months() {
    Set<String> needed = new TreeSet<>();
    plan.scans().stream()
        .filter(scan -> scan.kind() == Scan.Kind.PERIODIC)
        .forEach(scan -> needed.addAll(months(scan)));
    return needed;
  }

  /** Rows of one text column, the period. */
  static Dataset<Row> periods(SparkSession spark, Iterable<String> months) {
    List<Row> rows = new ArrayList<>();
    months.forEach(month -> rows.add(RowFactory.create(month)));
    return spark.createDataFrame(rows, Field.schema(Regions.PERIOD));
  }

  /** Months with the day whose regions they are computed in. */
  Dataset<Row> days(SparkSession spark, Iterable<String> months) {
    List<Row> rows = new ArrayList<>();
    months.forEach(
        month -> rows.add(RowFactory.create(month, java.sql.Date.valueOf(regionsOf(month)))));
    return spark.createDataFrame(rows, Field.schema(Regions.PERIOD, Moves.DAY));
  }

  /** Which measure of which month counts how often: the table {@code Derive} joins. */
  Dataset<Row> terms(SparkSession spark) {
    List<Row> rows = new ArrayList<>();
    each(
        (indicator, side, name, period) -> {
          boolean whole = indicator.wholeDenominator() && name.equals(DENOMINATOR);
          List<String> dimensions = new ArrayList<>(whole ? List.of() : indicator.dimensions());
          if (indicator.total()) {
            dimensions.add("");
          }
          for (Derivation.Term term : side.terms()) {
            for (YearMonth month : term.months().from(period)) {
              dimensions.forEach(
                  dimension ->
                      rows.add(
                          RowFactory.create(
                              indicator.indicator(),
                              period.toString(),
                              name,
                              term.measure(),
                              month.toString(),
                              dimension,
                              term.coefficient().setScale(6, java.math.RoundingMode.UNNECESSARY),
                              stands(side))));
            }
          }
        });
    return spark.createDataFrame(
        rows,
        Field.schema(
            Parts.INDICATOR,
            Regions.PERIOD,
            Parts.SIDE,
            Parts.MEASURE,
            Parts.MONTH,
            Cells.DIMENSION,
            Parts.COEFFICIENT,
            Parts.STANDS));
  }

  /** Whether published totals of all measures of a side are there to stand in for it. */
  private boolean stands(Derivation.Side side) {
    return side.terms().stream()
        .allMatch(
            term ->
                plan.scans().stream()
                    .flatMap(scan -> scan.views().stream())
                    .flatMap(view -> view.measures().stream())
                    .anyMatch(m -> m.name().equals(term.measure()) && !m.total().isEmpty()));
  }

  /** A dataset of a month that a side of an indicator needs in a period. */
  record Need(String indicator, String period, String side, String dataset, String month) {}

  /** Which dataset of which month each side of an indicator needs. */
  List<Need> needs() {
    List<Need> needs = new ArrayList<>();
    each(
        (indicator, side, name, period) ->
            side.needs().stream()
                .filter(need -> plan.scan(need.dataset()).kind() == Scan.Kind.PERIODIC)
                .forEach(
                    need ->
                        need.months()
                            .from(period)
                            .forEach(
                                month ->
                                    needs.add(
                                        new Need(
                                            indicator.indicator(),
                                            period.toString(),
                                            name,
                                            need.dataset(),
                                            month.toString())))));
    return needs;
  }

  private interface Visit {
    void side(Derivation indicator, Derivation.Side side, String name, YearMonth period);
  }

  private void each(Visit visit) {
    for (Derivation indicator : plan.derivations()) {
      for (YearMonth period : periods) {
        visit.side(indicator, indicator.numerator(), NUMERATOR, period);
        visit.side(indicator, indicator.denominator(), DENOMINATOR, period);
      }
    }
  }

  /** The requested periods as text, oldest first. */
  public List<String> names() {
    return Stream.concat(Stream.<YearMonth>empty(), periods.stream().sorted())
        .map(YearMonth::toString)
        .toList();
  }
}
