package org.countywise.cli;

import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.Map;

/** Markdown in which no text is taken for a mark. */
final class Markdown {
  private static final Map<String, String> MARKS =
      Map.of("|", "\\|", "_", "\\_", "*", "\\*", "[", "\\[", "<", "\\<");

  private Markdown() {}

  /** Text in which nothing is taken for Markdown. */
  static String escaped(String text) {
    String escaped = text.replace("\\", "\\\\");
    for (Map.Entry<String, String> mark : MARKS.entrySet()) {
      escaped = escaped.replace(mark.getKey(), mark.getValue());
    }
    return escaped;
  }

  /** A row of a table; the cells are escaped already. */
  static String line(String... cells) {
    return "| " + String.join(" | ", Arrays.asList(cells)) + " |";
  }

  /** A table that grows row by row. */
  static final class Table {
    private final List<String> lines = new ArrayList<>();

    /**
     * An empty table.
     *
     * @param edges a mark per column, such as {@code ---} or {@code ---:} for numbers
     * @param heads escaped already
     */
    Table(String edges, String... heads) {
      lines.add(line(heads));
      lines.add("|" + String.join("|", edges.split(" ", -1)) + "|");
    }

    void row(String... cells) {
      lines.add(line(cells));
    }

    List<String> lines() {
      return lines;
    }
  }
}
