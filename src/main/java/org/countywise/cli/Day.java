package org.countywise.cli;

import java.time.LocalDate;
import java.time.format.DateTimeParseException;
import picocli.CommandLine.ITypeConverter;
import picocli.CommandLine.TypeConversionException;

/** A day as it is typed: {@code 2014-12-31}. */
final class Day {
  private Day() {}

  /** Reads one. */
  static final class Converter implements ITypeConverter<LocalDate> {
    @Override
    public LocalDate convert(String text) {
      try {
        return LocalDate.parse(text);
      } catch (DateTimeParseException e) {
        throw new TypeConversionException(
            "'" + text + "' is not a day; write year, month and day as 2014-12-31");
      }
    }
  }
}
