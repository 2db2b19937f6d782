package org.countywise.catalogue;

import java.util.ArrayList;
import java.util.Collections;
import java.util.List;
import java.util.stream.Collectors;

/** A Markdown table that grows row by row. */
final class Table {
  private final List<String> lines = new ArrayList<>();

  Table(String... heads) {
    lines.add(line(List.of(heads)));
    lines.add(line(Collections.nCopies(heads.length, "---")));
  }

  Table row(String... cells) {
    lines.add(line(List.of(cells)));
    return this;
  }

  /** The table and an empty line; nothing where it has no row. */
  String text() {
    return lines.size() == 2 ? "" : String.join("\n", lines) + "\n\n";
  }

  /** Code in a cell; empty stays empty. */
  static String code(String text) {
    return text == null || text.isEmpty() ? "" : "`" + text.strip().replaceAll("\\s+", " ") + "`";
  }

  private static String line(List<String> cells) {
    return cells.stream()
        .map(cell -> cell.replace("|", "\\|").replace("\n", " "))
        .collect(Collectors.joining(" | ", "| ", " |"));
  }
}
