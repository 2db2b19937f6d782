package org.countywise.parse;

import java.util.List;

/** A piece of a YAML file as it was written, with its line. */
sealed interface Node {
  int line();

  /** What a reader of the file would call it. */
  String described();

  /**
   * A single value.
   *
   * @param text exactly as written: {@code no}, {@code 052} and {@code 1.10} stay what they are
   */
  record Scalar(int line, String text, Style style) implements Node {
    @Override
    public String described() {
      return style == Style.EMPTY ? "nothing" : "'" + text + "'";
    }
  }

  /**
   * Whether YAML takes a value for text, for a number, boolean or null, or whether none is there.
   */
  enum Style {
    TEXT,
    PLAIN,
    EMPTY
  }

  /** A list. */
  record Sequence(int line, List<Node> items) implements Node {
    @Override
    public String described() {
      return "a list";
    }
  }

  /** Keys with values, each key once. */
  record Mapping(int line, List<Entry> entries) implements Node {
    @Override
    public String described() {
      return "keys with values";
    }
  }

  /** One key with its value; the line is the key's. */
  record Entry(int line, String key, Node value) {}
}
