package org.countywise.cli;

import java.time.YearMonth;
import java.time.format.DateTimeParseException;
import java.util.List;
import java.util.stream.Stream;
import picocli.CommandLine.ITypeConverter;
import picocli.CommandLine.TypeConversionException;

/** Months an analyst asks for: {@code 2020-07} or {@code 2020-01..2020-07}. */
record Periods(YearMonth first, YearMonth last) {

  /** All of them, oldest first. */
  List<YearMonth> months() {
    return Stream.iterate(first, month -> !month.isAfter(last), month -> month.plusMonths(1))
        .toList();
  }

  /** All of them as they stand in the tables. */
  String[] names() {
    return months().stream().map(YearMonth::toString).toArray(String[]::new);
  }

  @Override
  public String toString() {
    return first.equals(last) ? first.toString() : first + ".." + last;
  }

  /** Reads one month or a range of months. */
  static final class Converter implements ITypeConverter<Periods> {
    @Override
    public Periods convert(String text) {
      int dots = text.indexOf("..");
      YearMonth first = month(dots < 0 ? text : text.substring(0, dots), text);
      YearMonth last = dots < 0 ? first : month(text.substring(dots + 2), text);
      if (last.isBefore(first)) {
        throw new TypeConversionException(
            "'" + text + "' ends before it begins; write the earlier month first");
      }
      return new Periods(first, last);
    }
  }

  /** Reads one month. */
  static final class Month implements ITypeConverter<YearMonth> {
    @Override
    public YearMonth convert(String text) {
      return month(text, text);
    }
  }

  private static YearMonth month(String month, String whole) {
    try {
      return YearMonth.parse(month);
    } catch (DateTimeParseException e) {
      throw new TypeConversionException(
          "'"
              + whole
              + "' is not a period; write a month as 2020-07 or months as 2020-01..2020-07");
    }
  }
}
