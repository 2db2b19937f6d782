package org.countywise.definition;

import java.util.List;
import java.util.Map;

/**
 * A family of indicators: views over datasets, additive measures over views, indicators over
 * measures.
 */
public record Family(
    String family,
    Title title,
    Map<String, View> views,
    Map<String, Measure> measures,
    Map<String, Indicator> indicators,
    List<Example> examples) {

  /**
   * Rows that measures count.
   *
   * @param from a dataset
   * @param where SQL over its columns, computed columns, references and joins; null for all rows
   */
  public record View(String from, Map<String, Join> join, String where) {}

  /**
   * Rows of another view or dataset of the same period, tallied per row of this view.
   *
   * @param from a dataset or a view
   * @param on columns with the same name on both sides
   * @param expect stated cardinality; many: only the tallies are visible
   * @param tally named SQL conditions; {@code name.tally} is the number of rows there that fulfil
   *     it, 0 where there is none
   */
  public record Join(
      String from, List<String> on, Dataset.Cardinality expect, Map<String, String> tally) {}

  /**
   * An additive measure per region and period. Exactly one of count, sum and distinct is given.
   *
   * @param view the view or dataset whose rows are measured
   * @param count {@code rows}
   * @param sum SQL of an exact number
   * @param distinct a column; counted once within a region and period (a value must not occur in
   *     two regions)
   * @param by breakdowns: name to SQL of the breakdown's value
   * @param total a total of the dataset: rows of {@code of} count, rows of {@code rows} check them,
   *     and stand in where a part is hidden or absent
   */
  public record Measure(
      String view,
      String count,
      String sum,
      String distinct,
      String where,
      String unit,
      Map<String, String> by,
      String total) {}

  /**
   * Arithmetic over measures.
   *
   * @param factor what a ratio is multiplied with, 100 for percent; null for 1
   * @param numerator a sum of measures with constant coefficients, for example {@code a - b / 100}
   * @param denominator the same; null for plain counts
   * @param overTime names for measures of other months, usable in numerator and denominator
   * @param breakdown breakdowns of its measures that are published
   * @param total false where adding up over the breakdown has no meaning; null for true
   */
  public record Indicator(
      Title title,
      String unit,
      String factor,
      String numerator,
      String denominator,
      Map<String, OverTime> overTime,
      List<String> breakdown,
      Boolean total) {}

  /** A measure taken in other months than the period's own. */
  public record OverTime(String measure, Take take) {}

  /** Which months of a measure are taken, seen from a period. */
  public enum Take {
    LAST_DECEMBER,
    SAME_MONTH_LAST_YEAR,
    YEAR_TO_DATE
  }

  /**
   * A worked example that runs as a test.
   *
   * @param given rows by dataset, column to value as text; {@code period} is the example's unless
   *     the row says another
   * @param undelivered control totals to leave out, as {@code dataset/unit/period}; everything else
   *     counts as delivered
   */
  public record Example(
      String title,
      String period,
      Map<String, List<Map<String, String>>> given,
      List<String> undelivered,
      List<Expectation> expect) {}

  /**
   * What an example says of one cell; null where it does not say. Numbers are decimal text, {@code
   * null} is "null".
   */
  public record Expectation(
      String indicator,
      String region,
      String breakdown,
      String value,
      String numerator,
      String denominator,
      String status) {}
}
