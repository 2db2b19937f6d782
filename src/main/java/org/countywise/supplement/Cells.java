package org.countywise.supplement;

import java.time.DateTimeException;
import java.time.LocalDate;
import java.util.List;
import java.util.Locale;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import org.countywise.definition.Dataset;
import org.countywise.report.Suggestion;
import org.countywise.report.Visible;

/** A cell of a form as the value of a declared column. */
final class Cells {
  private static final Pattern WHOLE = Pattern.compile("\\d+");
  private static final Pattern SHORTENED = Pattern.compile("\\d([.,]\\d+)?[eE]\\+?\\d+");
  private static final Pattern PSEUDONYM = Pattern.compile("[0-9a-f]{32}");
  private static final Pattern DAY =
      Pattern.compile("(\\d{4})(?:([-/.])(\\d{1,2})\\2(\\d{1,2})|年(\\d{1,2})月(\\d{1,2})日)");

  private Cells() {}

  /**
   * The value.
   *
   * @param name of the column, for messages
   * @throws IllegalArgumentException that says value, rule and remedy
   */
  static Object value(String name, Dataset.Column column, String cell) {
    return switch (column.type()) {
      case "date" -> day(name, cell);
      case "int32" -> Math.toIntExact(whole(name, cell, Integer.MAX_VALUE));
      case "int64" -> whole(name, cell, Long.MAX_VALUE);
      default -> column.values().isEmpty() ? code(name, cell) : choice(name, column.values(), cell);
    };
  }

  private static long whole(String name, String cell, long most) {
    refuseShortened(name, cell);
    if (PSEUDONYM.matcher(cell).matches()) {
      throw wrong(name, cell, "is a pseudonym; make the form without --pseudonyms");
    }
    if (!WHOLE.matcher(cell).matches()) {
      throw wrong(name, cell, "is no whole number; write its digits only, as in the list");
    }
    try {
      long number = Long.parseLong(cell);
      if (number <= most) {
        return number;
      }
    } catch (NumberFormatException tooLarge) {
      // falls through to the message below: there are digits only, so it is too many of them
    }
    throw wrong(name, cell, "is larger than " + most + "; take it from the list");
  }

  private static String code(String name, String cell) {
    refuseShortened(name, cell);
    return cell;
  }

  private static void refuseShortened(String name, String cell) {
    if (SHORTENED.matcher(cell).matches()) {
      throw wrong(
          name,
          cell,
          "is a number that a spreadsheet has shortened, so that digits are lost; take the form that"
              + " 'countywise alerts --verification FILE --for spreadsheet' writes");
    }
  }

  private static String choice(String name, List<String> values, String cell) {
    String small = cell.toLowerCase(Locale.ROOT);
    if (!values.contains(small)) {
      throw wrong(name, cell, "is not known" + Suggestion.of(small, "values", values));
    }
    return small;
  }

  private static LocalDate day(String name, String cell) {
    Matcher day = DAY.matcher(cell);
    if (!day.matches()) {
      throw wrong(name, cell, "is no day; write year, month and day as 2020-07-05");
    }
    int shift = day.group(3) == null ? 2 : 0;
    try {
      return LocalDate.of(
          Integer.parseInt(day.group(1)),
          Integer.parseInt(day.group(3 + shift)),
          Integer.parseInt(day.group(4 + shift)));
    } catch (DateTimeException none) {
      throw wrong(name, cell, "is a day that does not exist; correct it");
    }
  }

  private static IllegalArgumentException wrong(String name, String cell, String rule) {
    return new IllegalArgumentException(name + " " + Visible.quoted(cell) + " " + rule);
  }
}
