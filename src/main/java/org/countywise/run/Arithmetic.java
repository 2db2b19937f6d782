package org.countywise.run;

import java.util.Optional;
import java.util.Set;
import org.apache.spark.SparkThrowable;

/** How reckoning with a row's values can fail in Spark, in words. */
enum Arithmetic {
  TOO_LARGE("a number in it is larger than its type holds"),
  BY_ZERO("it divides by zero"),
  NOT_READ("a value in it cannot be cast to the type it is cast to"),
  NO_DAY("a date in it does not exist");

  private static final Set<String> LARGE =
      Set.of(
          "ARITHMETIC_OVERFLOW",
          "BINARY_ARITHMETIC_OVERFLOW",
          "CAST_OVERFLOW",
          "NUMERIC_VALUE_OUT_OF_RANGE");

  private static final Set<String> ZERO = Set.of("DIVIDE_BY_ZERO", "REMAINDER_BY_ZERO");

  private final String words;

  Arithmetic(String words) {
    this.words = words;
  }

  /** What went wrong, without any value. */
  String words() {
    return words;
  }

  /** What of this kind a failure is, if anything. */
  static Optional<Arithmetic> of(Throwable failure) {
    for (Throwable cause = failure; cause != null; cause = cause.getCause()) {
      if (cause instanceof SparkThrowable spark && spark.getCondition() != null) {
        Optional<Arithmetic> kind = of(spark.getCondition().split("\\.", 2)[0]);
        if (kind.isPresent()) {
          return kind;
        }
      }
    }
    return Optional.empty();
  }

  private static Optional<Arithmetic> of(String condition) {
    if (LARGE.contains(condition)) {
      return Optional.of(TOO_LARGE);
    }
    if (ZERO.contains(condition)) {
      return Optional.of(BY_ZERO);
    }
    if (condition.equals("CAST_INVALID_INPUT")) {
      return Optional.of(NOT_READ);
    }
    return condition.startsWith("DATETIME_FIELD_OUT_OF_BOUNDS")
        ? Optional.of(NO_DAY)
        : Optional.empty();
  }
}
