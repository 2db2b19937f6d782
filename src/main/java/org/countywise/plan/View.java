package org.countywise.plan;

import java.util.List;
import java.util.Map;
import java.util.stream.Collectors;

/**
 * Rows of a scan that are measured together.
 *
 * @param where SQL, empty for all rows
 * @param dimensions breakdowns of its measures: name to SQL
 */
public record View(
    String name,
    String where,
    List<Tally> tallies,
    List<Measure> measures,
    Map<String, String> dimensions) {

  /**
   * Rows of another scan, tallied per row of this view; visible as a struct {@code name} of values.
   *
   * @param dataset the other scan, read before this one
   * @param where which of its rows
   * @param months of which months, seen from the period of this view's row
   */
  public record Tally(
      String name,
      String dataset,
      String where,
      List<Tally> tallies,
      List<String> on,
      Months months,
      List<Value> values) {

    @Override
    public String toString() {
      return "tally "
          + name
          + " of "
          + dataset
          + filter(where)
          + " on "
          + String.join(", ", on)
          + (months == Months.THIS ? "" : " [" + months + "]")
          + ": "
          + values.stream().map(Value::toString).collect(Collectors.joining(", "));
    }
  }

  /** How tallied rows become a value: how many fulfil a condition, their sum, least or greatest. */
  public enum How {
    COUNT,
    SUM,
    LEAST,
    MOST
  }

  /** One value of a tally. */
  public record Value(String name, How how, String expression) {

    @Override
    public String toString() {
      return name
          + " = "
          + switch (how) {
            case COUNT -> expression;
            case SUM -> "sum " + expression;
            case LEAST -> "least " + expression;
            case MOST -> "greatest " + expression;
          };
    }
  }

  /** How rows become a number. */
  public enum Kind {
    COUNT,
    SUM,
    DISTINCT
  }

  /**
   * An additive number per region and period.
   *
   * @param expression what is summed or counted once; empty for a count of rows
   * @param where SQL, empty for all rows of the view
   * @param total SQL of published totals that repeat the sum, empty for none
   * @param dimensions names of its breakdowns
   */
  public record Measure(
      String name,
      Kind kind,
      String expression,
      String where,
      String total,
      List<String> dimensions) {

    @Override
    public String toString() {
      String what =
          switch (kind) {
            case COUNT -> "count rows";
            case SUM -> "sum " + expression;
            case DISTINCT -> "count distinct " + expression;
          };
      return "measure "
          + name
          + " = "
          + what
          + filter(where)
          + (total.isEmpty() ? "" : " against totals " + total)
          + (dimensions.isEmpty() ? "" : " by " + String.join(", ", dimensions));
    }
  }

  private static String filter(String where) {
    return where.isEmpty() ? "" : " where " + where;
  }

  @Override
  public String toString() {
    StringBuilder text = new StringBuilder("  view " + name + filter(where) + "\n");
    tallies.forEach(tally -> text.append("    ").append(tally).append('\n'));
    dimensions.forEach(
        (name, sql) ->
            text.append("    breakdown ").append(name).append(" = ").append(sql).append('\n'));
    measures.forEach(measure -> text.append("    ").append(measure).append('\n'));
    return text.toString();
  }
}
