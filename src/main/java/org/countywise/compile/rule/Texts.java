package org.countywise.compile.rule;

import java.math.BigDecimal;
import java.time.DateTimeException;
import java.time.LocalDate;
import java.util.Optional;
import java.util.regex.Pattern;
import org.apache.spark.sql.types.DataType;
import org.apache.spark.sql.types.DecimalType;
import org.countywise.compile.expression.DeclaredType;

/** What text in YAML stands for. */
final class Texts {
  private static final Pattern DECIMAL = Pattern.compile("[-+]?\\d+(\\.\\d+)?");
  private static final Pattern MONTH = Pattern.compile("\\d{4}-(0[1-9]|1[0-2])");

  private Texts() {}

  static Optional<BigDecimal> decimal(String text) {
    return DECIMAL.matcher(text).matches() ? Optional.of(new BigDecimal(text)) : Optional.empty();
  }

  static boolean isMonth(String text) {
    return MONTH.matcher(text).matches();
  }

  private static boolean isWhole(String text, int bits) {
    return decimal(text)
        .filter(number -> number.scale() <= 0 && number.toBigInteger().bitLength() < bits)
        .isPresent();
  }

  /** Whether text is a value of a declared type. */
  static boolean fits(String text, String type) {
    return switch (type) {
      case "string" -> true;
      case "int32" -> isWhole(text, Integer.SIZE);
      case "int64" -> isWhole(text, Long.SIZE);
      case "boolean" -> text.equals("true") || text.equals("false");
      case "date" -> isDate(text);
      default -> fits(text, DeclaredType.of(type).orElseThrow());
    };
  }

  private static boolean fits(String text, DataType type) {
    return decimal(text)
        .map(BigDecimal::stripTrailingZeros)
        .filter(number -> !(type instanceof DecimalType of) || holds(of, number))
        .isPresent();
  }

  private static boolean holds(DecimalType type, BigDecimal number) {
    int whole = number.precision() - number.scale();
    return number.scale() <= type.scale() && whole <= type.precision() - type.scale();
  }

  private static boolean isDate(String text) {
    try {
      LocalDate.parse(text);
      return true;
    } catch (DateTimeException strange) {
      return false;
    }
  }
}
