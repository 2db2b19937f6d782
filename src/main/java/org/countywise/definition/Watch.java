package org.countywise.definition;

import java.util.List;
import java.util.Map;

/**
 * An early warning: rules over the rows of a view, month by month. A row that fulfils a rule raises
 * an alert, which stays one alert until somebody answers it.
 */
public record Watch(
    @Key("the view whose rows are watched; its tallies may look back") String view,
    @Key("the int64 column that says whose alert it is") String key,
    @Key("where answers to alerts arrive") Answers answers,
    @Key("where help is recorded that makes a confirmed alert an assisted one")
        Assistance assistance,
    @Key("the rules by name") Map<String, Rule> rules) {

  /** Columns of the dataset that a watch makes, with their types. */
  public static final Map<String, String> MADE =
      Map.of(
          "household_id", "int64",
          "village_code", "string",
          "rule", "string",
          "first_period", "string",
          "status", "string",
          "answered_period", "string",
          "answer", "string");

  /** The answers an alert can get, and what they make of it. */
  public static final List<String> ANSWERS = List.of("confirmed", "dismissed", "data_error");

  /** What an alert can be at the end of a period. */
  public static final List<String> STATUSES =
      List.of("open", "confirmed", "dismissed", "data_error", "assisted");

  /** Answers: each closes or confirms the alert of its key and rule. */
  public record Answers(
      @Key("the dataset of answers, which has the watch's key too") String dataset,
      @Key("its column with the name of the rule") String rule,
      @Key("its column with `confirmed`, `dismissed` or `data_error`") String outcome) {}

  /** Help given. */
  public record Assistance(
      @Key("the dataset of help, which has the watch's key too") String dataset,
      @Key("its column with the day the help began") String startedOn) {}

  /** One rule. */
  public record Rule(
      @Key("what readers call it") Title title,
      @Key(
              value =
                  "SQL condition: which rows the rule looks at, for example those with all months of a window; left out, all",
              optional = true)
          String where,
      @Key("SQL of a whole number: what is observed") String observed,
      @Key("on which side of the threshold the alert is raised") Raised raised,
      @Key("SQL of a whole number: what the observation is held against") String threshold,
      @Key(
              value =
                  "SQL of a whole number both are divided by for people to read, at 2 decimals; compared is what is not divided; 1 when left out",
              optional = true)
          String per,
      @Key("unit of both as people read them") String unit,
      @Key(
              "what an officer reads; `{observed}` and `{threshold}` stand for the numbers, `{month}` for the last month in which the condition held")
          Title sentence,
      @Key(
              value =
                  "percentages of the threshold for which the number of alerts is counted, as decimal text",
              optional = true)
          List<String> sweep) {}

  /** When a rule raises an alert: the observation seen from the threshold. */
  public enum Raised {
    BELOW,
    NOT_ABOVE,
    ABOVE,
    NOT_BELOW
  }
}
