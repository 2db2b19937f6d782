package org.countywise.cli;

import java.util.function.Supplier;

/** What was asked for cannot be done as asked: the message says value, rule and remedy. */
final class UsageException extends RuntimeException {
  private static final long serialVersionUID = 1L;

  UsageException(String message) {
    super(message);
  }

  /** The value, with a refusal of its arguments turned into the analyst's business. */
  static <T> T refusing(Supplier<T> value) {
    try {
      return value.get();
    } catch (IllegalArgumentException e) {
      throw new UsageException(e.getMessage());
    }
  }
}
