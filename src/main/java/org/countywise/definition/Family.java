package org.countywise.definition;

import java.util.List;
import java.util.Map;

/**
 * A family of indicators: views over datasets, additive measures over views, indicators over
 * measures.
 */
public record Family(
    @Key("name of the family, as the file is named") String family,
    @Key("what readers call it") Title title,
    @Key(value = "rows that measures count, by name; usable in every family", optional = true)
        Map<String, View> views,
    @Key(
            value = "numbers that add up over regions, by name; usable in every family",
            optional = true)
        Map<String, Measure> measures,
    @Key(value = "what is published, by id", optional = true) Map<String, Indicator> indicators,
    @Key(value = "an early warning, at most one in a jobs folder", optional = true) Watch watch,
    @Key(value = "sums of measures that must be zero in every unit, by name", optional = true)
        Map<String, Balance> balances,
    @Key(value = "rules that warn of strange data, whatever families run", optional = true)
        Quality quality,
    @Key(value = "worked examples that run as tests", optional = true) List<Example> examples) {

  /** Rows that measures count. */
  public record View(
      @Key("the dataset whose rows they are") String from,
      @Key(value = "tallies of rows of other views or datasets, by name", optional = true)
          Map<String, Join> join,
      @Key(
              value =
                  "SQL condition over columns, computed names, references and joins; left out, all rows",
              optional = true)
          String where) {}

  /** Rows of another view or dataset, tallied per row of this view. */
  public record Join(
      @Key("the dataset or view tallied") String from,
      @Key("columns with the same name on both sides") List<String> on,
      @Key("how many rows may be found: `many`, of which only the tallies are visible")
          Dataset.Cardinality expect,
      @Key(
              value =
                  "which months' rows, seen from the row's period; left out, those of the same period",
              optional = true)
          Take months,
      @Key(
              value =
                  "SQL conditions by name: `join.name` is the number of rows there that fulfil it, 0 where there is none",
              optional = true)
          Map<String, String> tally,
      @Key(
              value =
                  "SQL of whole numbers by name: `join.name` is their sum, 0 where there is no row",
              optional = true)
          Map<String, String> sum,
      @Key(
              value = "SQL by name: `join.name` is the least value, unknown where there is no row",
              optional = true)
          Map<String, String> least,
      @Key(
              value =
                  "SQL by name: `join.name` is the greatest value, unknown where there is no row",
              optional = true)
          Map<String, String> most) {}

  /**
   * An additive measure per region and period: of the rows of a view by exactly one of count, sum
   * and distinct, or of other measures by at and value.
   */
  public record Measure(
      @Key(
              value =
                  "what readers call it; left out, as the indicator that publishes it alone is called",
              optional = true)
          Title title,
      @Key(value = "the view or dataset whose rows are measured", optional = true) String view,
      @Key(value = "`rows`: how many there are", optional = true) String count,
      @Key(value = "SQL of an exact number that is added up", optional = true) String sum,
      @Key(
              value =
                  "a column whose values are counted once within a region; no value may occur in two regions, unless `within` says so",
              optional = true)
          String distinct,
      @Key(
              value =
                  "the lowest level of regions: a value that occurs in two of its regions counts in both",
              optional = true)
          String within,
      @Key(
              value =
                  "the level of regions that delivers: `value` is computed for each of its regions, and these add up",
              optional = true)
          String at,
      @Key(
              value =
                  "SQL over whole-number measures of the region and its `region_code`, with at most 12 decimals",
              optional = true)
          String value,
      @Key(value = "SQL condition: which rows of the view count; left out, all", optional = true)
          String where,
      @Key("unit of the number, for example `persons`") String unit,
      @Key(value = "breakdowns: name to SQL of the breakdown's value, a text", optional = true)
          Map<String, String> by,
      @Key(
              value =
                  "a total of the dataset: its `of` rows count, its `rows` check them and stand in where a part is hidden or absent",
              optional = true)
          String total) {}

  /** Arithmetic over measures. */
  public record Indicator(
      @Key("what readers call it") Title title,
      @Key("unit of the value, for example `percent`") String unit,
      @Key(
              value = "what a ratio is multiplied with, 100 for percent; 1 when left out",
              optional = true)
          String factor,
      @Key(
              value = "a sum of measures with constant factors, for example `a - b / 100`",
              optional = true)
          String numerator,
      @Key(value = "the same, for a ratio; left out for plain counts", optional = true)
          String denominator,
      @Key(
              value = "names for measures of other months, usable in numerator and denominator",
              optional = true)
          Map<String, OverTime> overTime,
      @Key(value = "breakdowns of its measures that are published", optional = true)
          List<String> breakdown,
      @Key(
              value = "false where adding up over the breakdown has no meaning; true when left out",
              optional = true)
          Boolean total,
      @Key(
              value =
                  "true where a breakdown is measured against the whole: its denominator is that of the total, and its measures need no breakdown",
              optional = true)
          Boolean denominatorTotal,
      @Key(
              value =
                  "instead of a numerator: a statistic of the records of each region, which does not add up",
              optional = true)
          Statistic statistic,
      @Key(
              value =
                  "the smallest number of people that is shown, zero apart; `0` shows all; left out, that of `disclosure.yaml`",
              optional = true)
          Integer minCount,
      @Key(
              value = "false for what is restricted: it is never in a published table",
              name = "public",
              optional = true)
          Boolean open) {}

  /** A statistic that is computed anew from the records of every region. */
  public record Statistic(
      @Key("which statistic") Kind kind,
      @Key("the view or dataset whose rows are the records") String view,
      @Key("SQL of the value of a record, with at most 6 decimals") String of,
      @Key(
              value = "SQL of a record's weight, from 0 up, with at most 6 decimals; left out, 1",
              optional = true)
          String weight) {

    /**
     * The Gini coefficient in the form that does not depend on the order of ties, or the middle
     * value, the mean of the two where exactly half of the weight lies up to one of them.
     */
    public enum Kind {
      GINI,
      MEDIAN
    }
  }

  /** A sum of measures that is zero wherever the books are right. */
  public record Balance(
      @Key("what must hold") Title title,
      @Key("a sum of measures with constant factors, for example `opening + found - closing`")
          String zero,
      @Key(value = "names for measures of other months, usable in the sum", optional = true)
          Map<String, OverTime> overTime,
      @Key(value = "the breakdown within which it must hold; left out, the total", optional = true)
          String by) {}

  /** A measure taken in other months than the period's own. */
  public record OverTime(
      @Key("the measure") String measure, @Key("which months, seen from the period") Take take) {}

  /** Which months of a measure are taken, seen from a period. */
  public enum Take {
    LAST_MONTH,
    LAST_DECEMBER,
    SAME_MONTH_LAST_YEAR,
    YEAR_TO_DATE,
    TRAILING_3,
    TRAILING_3_BEFORE,
    TRAILING_12
  }

  /** A worked example that runs as a test. */
  public record Example(
      @Key("what it shows, a sentence") String title,
      @Key("the period `YYYY-MM` of the expectations, and of rows that name none") String period,
      @Key("rows by dataset: column to value, and `period` where it is another month")
          Map<String, List<Map<String, String>>> given,
      @Key(
              value =
                  "control totals to leave out, as `dataset/unit/period`; all else counts as delivered",
              optional = true)
          List<String> undelivered,
      @Key("what comes out") List<Expectation> expect) {}

  /** What an example says of one cell; null where it does not say. */
  public record Expectation(
      @Key("the indicator") String indicator,
      @Key("code of the region, or `group:<name>`") String region,
      @Key(value = "`name=value`; left out for the total", optional = true) String breakdown,
      @Key(value = "the value as decimal text, `null` for none", optional = true) String value,
      @Key(value = "the numerator, likewise", optional = true) String numerator,
      @Key(value = "the denominator, likewise", optional = true) String denominator,
      @Key(value = "the status code, for example `A`", optional = true) String status) {}
}
