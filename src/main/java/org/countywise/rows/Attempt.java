package org.countywise.rows;

import static org.apache.spark.sql.functions.coalesce;
import static org.apache.spark.sql.functions.length;
import static org.apache.spark.sql.functions.lit;
import static org.apache.spark.sql.functions.try_to_binary;
import static org.apache.spark.sql.functions.when;

import java.util.LinkedHashSet;
import java.util.Locale;
import java.util.Set;
import java.util.regex.Pattern;
import org.apache.spark.sql.Column;

/**
 * An expression that has no value for some rows, as a cast that overflows, evaluated without ending
 * the run.
 *
 * <p>{@code try_to_binary} gives null where anything inside it fails. Spark computes what two
 * expressions share before either of them, which would be outside of it, except for what stands
 * behind a condition: so the expression stands behind one that never holds.
 *
 * @param tried the expression
 * @param text any column of text
 */
record Attempt(Column tried, Column text) {
  /** Operators and functions that fail on some values; no other one that jobs/ may use does. */
  private static final Pattern FAILING =
      Pattern.compile(
          "[-+*/%]|\\b(abs|add_months|cast|ceil|date_add|date_sub|datediff|div|floor|make_date|mod"
              + "|round)\\b",
          Pattern.CASE_INSENSITIVE);

  private static final Pattern TYPE =
      Pattern.compile("\\bas\\s+(\\w+(?:\\s*\\([\\d\\s,]+\\))?)\\s*\\)", Pattern.CASE_INSENSITIVE);
  private static final Pattern DIVISION =
      Pattern.compile("[/%]|\\b(div|mod)\\b", Pattern.CASE_INSENSITIVE);
  private static final Pattern REACH =
      Pattern.compile(
          "[-+*]|\\b(abs|add_months|ceil|date_add|date_sub|datediff|floor|round)\\b",
          Pattern.CASE_INSENSITIVE);
  private static final Pattern DAY = Pattern.compile("\\bmake_date\\b", Pattern.CASE_INSENSITIVE);

  /** Whether an expression can fail at all; where it cannot, nothing has to be tried. */
  static boolean mayFail(String sql) {
    return FAILING.matcher(sql).find();
  }

  /** What an expression that fails may have met, in words. */
  static String why(String sql) {
    Set<String> kinds = new LinkedHashSet<>();
    TYPE.matcher(sql).results().map(found -> found.group(1)).forEach(t -> kinds.add(noneOf(t)));
    if (DAY.matcher(sql).find()) {
      kinds.add(noneOf("date"));
    }
    if (DIVISION.matcher(sql).find()) {
      kinds.add("a division by zero");
    }
    if (REACH.matcher(sql).find()) {
      kinds.add("an overflow");
    }
    kinds.remove("");
    return String.join(" or ", kinds);
  }

  private static String noneOf(String type) {
    String name = type.toLowerCase(Locale.ROOT).replaceAll("\\s", "");
    return switch (name) {
      case "string" -> "";
      case "date" -> "no such date";
      case "boolean" -> "neither true nor false";
      default -> "no number within the range of " + name;
    };
  }

  /** True where the expression has no value: that of one that is null is null. */
  Column failed() {
    Column never = length(text).lt(0);
    Column value = when(never, lit("")).otherwise(coalesce(tried.cast("string"), lit("")));
    return try_to_binary(value, lit("utf-8")).isNull();
  }

  /** The value; null where there is none. */
  Column value() {
    return when(failed(), lit(null)).otherwise(tried);
  }
}
