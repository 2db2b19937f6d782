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

  /** Rows of another view or dataset of the same period, tallied per row of this view. */
  public record Join(
      @Key("the dataset or view tallied") String from,
      @Key("columns with the same name on both sides") List<String> on,
      @Key("how many rows may be found: `many`, of which only the tallies are visible")
          Dataset.Cardinality expect,
      @Key(
              "SQL conditions by name: `join.name` is the number of rows there that fulfil it, 0 where there is none")
          Map<String, String> tally) {}

  /** An additive measure per region and period. Exactly one of count, sum and distinct is given. */
  public record Measure(
      @Key("the view or dataset whose rows are measured") String view,
      @Key(value = "`rows`: how many there are", optional = true) String count,
      @Key(value = "SQL of an exact number that is added up", optional = true) String sum,
      @Key(
              value =
                  "a column whose values are counted once within a region; no value may occur in two regions",
              optional = true)
          String distinct,
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
      @Key("a sum of measures with constant factors, for example `a - b / 100`") String numerator,
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
          Boolean total) {}

  /** A measure taken in other months than the period's own. */
  public record OverTime(
      @Key("the measure") String measure, @Key("which months, seen from the period") Take take) {}

  /** Which months of a measure are taken, seen from a period. */
  public enum Take {
    LAST_DECEMBER,
    SAME_MONTH_LAST_YEAR,
    YEAR_TO_DATE
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
