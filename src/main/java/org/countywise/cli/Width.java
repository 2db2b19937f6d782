package org.countywise.cli;

/** How much room a text takes on a terminal: Chinese characters take two columns. */
final class Width {
  private Width() {}

  /** Columns a text takes. */
  static int of(String text) {
    return text.codePoints().map(Width::of).sum();
  }

  private static int of(int character) {
    int type = Character.getType(character);
    if (type == Character.NON_SPACING_MARK
        || type == Character.ENCLOSING_MARK
        || type == Character.FORMAT) {
      return 0;
    }
    return wide(character) ? 2 : 1;
  }

  /** East Asian Wide and Fullwidth of Unicode Standard Annex 11, in ranges. */
  private static boolean wide(int c) {
    return within(c, 0x1100, 0x115F)
        || within(c, 0x2E80, 0x303E)
        || within(c, 0x3041, 0xA4CF)
        || within(c, 0xAC00, 0xD7A3)
        || within(c, 0xF900, 0xFAFF)
        || within(c, 0xFE30, 0xFE6F)
        || within(c, 0xFF00, 0xFF60)
        || within(c, 0xFFE0, 0xFFE6)
        || within(c, 0x1F300, 0x1FAFF)
        || within(c, 0x20000, 0x3FFFD);
  }

  private static boolean within(int c, int first, int last) {
    return c >= first && c <= last;
  }

  /** The text with blanks behind it up to a width. */
  static String left(String text, int width) {
    return text + " ".repeat(Math.max(0, width - of(text)));
  }

  /** The text with blanks before it up to a width. */
  static String right(String text, int width) {
    return " ".repeat(Math.max(0, width - of(text))) + text;
  }

  /** The text, cut to a width with an ellipsis where it is wider. */
  static String cut(String text, int width) {
    if (of(text) <= width) {
      return text;
    }
    StringBuilder kept = new StringBuilder();
    int used = 0;
    for (int character : text.codePoints().toArray()) {
      used += of(character);
      if (used > width - 1) {
        break;
      }
      kept.appendCodePoint(character);
    }
    return kept.append('…').toString();
  }
}
