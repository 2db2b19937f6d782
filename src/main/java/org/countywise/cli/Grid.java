package org.countywise.cli;

import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.stream.IntStream;

/** A table of text for a terminal; columns are two blanks apart, a rule stands under the head. */
final class Grid {
  private static final String GAP = "  ";

  /** Which edge the texts of a column stand at. */
  enum Edge {
    LEFT,
    RIGHT
  }

  private final List<Edge> edges;
  private final List<List<String>> head = new ArrayList<>();
  private final List<List<String>> rows = new ArrayList<>();

  /** A table with one column per edge. */
  Grid(Edge... edges) {
    this.edges = List.of(edges);
  }

  /** Adds a line of the head. */
  Grid head(String... texts) {
    head.add(checked(Arrays.asList(texts)));
    return this;
  }

  /** Adds a row; a text may have several lines. */
  Grid row(List<String> texts) {
    List<List<String>> lines = checked(texts).stream().map(text -> text.lines().toList()).toList();
    int height = Math.max(1, lines.stream().mapToInt(List::size).max().orElse(1));
    for (int i = 0; i < height; i++) {
      int line = i;
      rows.add(lines.stream().map(of -> line < of.size() ? of.get(line) : "").toList());
    }
    return this;
  }

  /** Adds a row. */
  Grid row(String... texts) {
    return row(Arrays.asList(texts));
  }

  private List<String> checked(List<String> texts) {
    if (texts.size() != edges.size()) {
      throw new IllegalStateException(
          "a row of " + texts.size() + " texts in a table of " + edges.size() + " columns");
    }
    return List.copyOf(texts);
  }

  /** The lines of the table, without blanks at their ends. */
  List<String> lines() {
    int[] widths = IntStream.range(0, edges.size()).map(this::width).toArray();
    List<String> lines = new ArrayList<>();
    head.forEach(texts -> lines.add(line(texts, widths)));
    if (!head.isEmpty()) {
      lines.add(String.join(GAP, Arrays.stream(widths).mapToObj("─"::repeat).toList()));
    }
    rows.forEach(texts -> lines.add(line(texts, widths)));
    return lines;
  }

  private int width(int column) {
    return java.util.stream.Stream.concat(head.stream(), rows.stream())
        .mapToInt(texts -> Width.of(texts.get(column)))
        .max()
        .orElse(0);
  }

  private String line(List<String> texts, int[] widths) {
    List<String> cells =
        IntStream.range(0, widths.length)
            .mapToObj(
                i ->
                    edges.get(i) == Edge.LEFT
                        ? Width.left(texts.get(i), widths[i])
                        : Width.right(texts.get(i), widths[i]))
            .toList();
    return String.join(GAP, cells).stripTrailing();
  }
}
