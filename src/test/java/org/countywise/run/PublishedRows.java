package org.countywise.run;

import static org.assertj.core.api.Assertions.assertThat;

import java.math.BigDecimal;
import java.math.MathContext;
import java.time.YearMonth;
import java.util.List;
import java.util.function.DoubleFunction;
import java.util.stream.Stream;
import org.apache.spark.sql.Column;
import org.apache.spark.sql.Row;
import org.apache.spark.sql.functions;
import org.countywise.Workbench;
import org.countywise.report.Outcome;

/**
 * The published rows of September 2020 as text: a line each, sorted, every column of the contract
 * but the release.
 */
public final class PublishedRows {
  /** A month with all the history that an indicator needs. */
  static final YearMonth SAMPLE_PERIOD = YearMonth.of(2020, 9);

  /** The columns of a line. */
  static final List<String> COLUMNS =
      List.of(
          "indicator",
          "region_code",
          "region_level",
          "period",
          "breakdown",
          "value",
          "numerator",
          "denominator",
          "status");

  /** As many digits as tell any two doubles apart, the same on every JDK. */
  private static final MathContext DIGITS = new MathContext(17);

  private PublishedRows() {}

  /** The bench that has published the sample's September 2020, all families. */
  public static Workbench.Bench sample() {
    return Workbench.common("published-sample", PublishedRows::publish);
  }

  private static void publish(Workbench.Bench bench) {
    Outcome outcome = bench.run(Workbench.sample(), "jobs", List.of(SAMPLE_PERIOD));
    assertThat(outcome.published()).as("%s", outcome.findings()).isTrue();
  }

  /** Lines that differ where a single bit does. */
  static List<String> exact(Workbench.Bench bench) {
    return lines(bench, value -> Long.toHexString(Double.doubleToRawLongBits(value)));
  }

  /** Lines that people can read. */
  static List<String> readable(Workbench.Bench bench) {
    return lines(bench, value -> plain(new BigDecimal(value, DIGITS)));
  }

  private static List<String> lines(Workbench.Bench bench, DoubleFunction<String> value) {
    return bench
        .exact()
        .where("period = '" + SAMPLE_PERIOD + "'")
        .select(COLUMNS.stream().map(functions::col).toArray(Column[]::new))
        .collectAsList()
        .stream()
        .map(row -> line(row, value))
        .sorted()
        .toList();
  }

  private static String line(Row row, DoubleFunction<String> value) {
    return Stream.iterate(0, i -> i < row.size(), i -> i + 1)
        .map(row::get)
        .map(cell -> text(cell, value))
        .reduce((left, right) -> left + "," + right)
        .orElseThrow();
  }

  private static String text(Object cell, DoubleFunction<String> value) {
    if (cell instanceof Double number) {
      return value.apply(number);
    }
    return cell == null
        ? "null"
        : cell instanceof BigDecimal exact ? plain(exact) : cell.toString();
  }

  private static String plain(BigDecimal number) {
    return number.signum() == 0 ? "0" : number.stripTrailingZeros().toPlainString();
  }
}
