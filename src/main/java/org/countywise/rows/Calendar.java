package org.countywise.rows;

import java.time.LocalDate;
import java.time.YearMonth;
import java.util.ArrayList;
import java.util.List;
import java.util.Set;
import java.util.TreeSet;
import java.util.regex.Pattern;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.apache.spark.sql.Dataset;
import org.apache.spark.sql.Row;
import org.apache.spark.sql.RowFactory;
import org.apache.spark.sql.SparkSession;
import org.countywise.cube.Side;
import org.countywise.plan.Composite;
import org.countywise.plan.Derivation;
import org.countywise.plan.Months;
import org.countywise.plan.Plan;
import org.countywise.plan.Scan;
import org.countywise.plan.View;
import org.countywise.table.Field;
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

  /** Whether a period is a month; other names of folders hold nothing that counts. */
  public static boolean isMonth(String period) {
    return MONTH.matcher(period).matches();
  }

  /** A calendar in which every period has the regions of its last day. */
  public Calendar(Plan plan, List<YearMonth> periods, YearMonth first) {
    this(plan, periods, first, null);
  }

  /** The day whose regions a month is computed in. */
  public LocalDate regionsOf(String month) {
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

  /**
   * Months of a dataset whose rows some indicator of the periods counts. Where published totals
   * stand in for what is lost, values of a breakdown are looked up in every month.
   */
  public Set<String> counted(Scan scan) {
    if (scan.kind() == Scan.Kind.REFERENCE || !scan.notCounted().isEmpty()) {
      return months(scan);
    }
    Set<String> measures =
        scan.views().stream()
            .flatMap(view -> view.measures().stream())
            .map(View.Measure::name)
            .collect(Collectors.toCollection(TreeSet::new));
    if (plan.composites().stream().flatMap(of -> of.of().stream()).anyMatch(measures::contains)) {
      measures.addAll(composites());
    }
    return counted(measures);
  }

  /** Months in which some indicator of the periods counts a measure that is made of others. */
  public Set<String> combined() {
    return counted(composites());
  }

  private Set<String> composites() {
    return plan.composites().stream().map(Composite::name).collect(Collectors.toSet());
  }

  private Set<String> counted(Set<String> measures) {
    return plan.derivations().stream()
        .flatMap(of -> Stream.of(of.numerator(), of.denominator()))
        .flatMap(side -> side.terms().stream())
        .filter(term -> measures.contains(term.measure()))
        .flatMap(term -> periods.stream().flatMap(period -> real(term.months(), period).stream()))
        .map(YearMonth::toString)
        .collect(Collectors.toCollection(TreeSet::new));
  }

  private List<YearMonth> real(Months months, YearMonth period) {
    return months == Months.EVER ? upTo(period) : months.from(period);
  }

  private List<YearMonth> upTo(YearMonth last) {
    return Stream.iterate(first, month -> !month.isAfter(last), month -> month.plusMonths(1))
        .toList();
  }

  /** Every month from the delivery's first to the last requested one. */
  public List<YearMonth> ledger() {
    return upTo(periods.stream().max(YearMonth::compareTo).orElseThrow());
  }

  /** Months of any dataset. */
  public Set<String> months() {
    Set<String> needed = new TreeSet<>();
    plan.scans().stream()
        .filter(scan -> scan.kind() == Scan.Kind.PERIODIC)
        .forEach(scan -> needed.addAll(months(scan)));
    return needed;
  }

  /** Rows of one text column, the period. */
  public static Dataset<Row> periods(SparkSession spark, Iterable<String> months) {
    List<Row> rows = new ArrayList<>();
    months.forEach(month -> rows.add(RowFactory.create(month)));
    return spark.createDataFrame(rows, Field.schema(Regions.PERIOD));
  }

  /** A dataset of a month that a side of an indicator needs in a period. */
  public record Need(String indicator, String period, Side side, String dataset, String month) {}

  /** Which dataset of which month each side of an indicator needs. */
  public List<Need> needs() {
    List<Need> needs = new ArrayList<>();
    for (Derivation indicator : plan.derivations()) {
      for (YearMonth period : periods) {
        needs.addAll(needs(indicator, Side.NUMERATOR, indicator.numerator(), period));
        needs.addAll(needs(indicator, Side.DENOMINATOR, indicator.denominator(), period));
      }
    }
    return needs;
  }

  private List<Need> needs(Derivation indicator, Side side, Derivation.Side of, YearMonth period) {
    return of.needs().stream()
        .filter(need -> plan.scan(need.dataset()).kind() == Scan.Kind.PERIODIC)
        .flatMap(
            need ->
                need.months().from(period).stream()
                    .map(
                        month ->
                            new Need(
                                indicator.indicator(),
                                period.toString(),
                                side,
                                need.dataset(),
                                month.toString())))
        .toList();
  }

  /** The requested periods as text, oldest first. */
  public List<String> names() {
    return Stream.concat(Stream.<YearMonth>empty(), periods.stream().sorted())
        .map(YearMonth::toString)
        .toList();
  }
}
