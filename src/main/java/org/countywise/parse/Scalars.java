package org.countywise.parse;

/** Single values: text as it is written, whole numbers, booleans, closed lists. */
final class Scalars {
  private static final String WHOLE = "0|[1-9][0-9]{0,8}";

  private Scalars() {}

  /** The value, or null where the text is none of this type. */
  static Object value(Class<?> type, Node.Scalar scalar) {
    String text = scalar.text();
    boolean plain = scalar.style() == Node.Style.PLAIN;
    if (type.isEnum()) {
      return constant(type, text);
    }
    if (type == Boolean.class) {
      return (plain && text.matches("true|false")) ? Boolean.valueOf(text) : null;
    }
    if (type == Integer.class) {
      return (plain && text.matches(WHOLE)) ? Integer.valueOf(text) : null;
    }
    return text;
  }

  /** What was expected, with its article and verb. */
  static String wanted(Class<?> type) {
    if (type == Boolean.class) {
      return "true or false is";
    }
    return type == Integer.class ? "a whole number is" : "a single value is";
  }

  /** What to do where it was not found. */
  static String remedy(Class<?> type) {
    if (type == Boolean.class) {
      return "write true or false, without quotes";
    }
    return type == Integer.class
        ? "write its digits, without quotes and leading zeros"
        : "write one value on the line of its key, or remove the key";
  }

  private static Object constant(Class<?> type, String text) {
    int at = Keys.values(type).indexOf(text);
    return at < 0 ? null : type.getEnumConstants()[at];
  }
}
