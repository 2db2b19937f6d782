package org.countywise.cli;

import java.math.BigDecimal;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.function.UnaryOperator;
import org.countywise.report.Manifest;
import org.countywise.run.Explanation;

/**
 * The part of a passport that follows rows from the files to the number.
 *
 * @param named a region's code with its name
 */
record PassportRows(Explanation rows, Manifest made, UnaryOperator<String> named) {
  private static final int SHOWN = 12;

  List<String> lines() {
    List<String> lines = new ArrayList<>();
    for (String side : List.of("numerator", "denominator")) {
      List<Explanation.Funnel> funnels =
          rows.funnels().stream().filter(funnel -> funnel.side().equals(side)).toList();
      if (!funnels.isEmpty()) {
        lines.add("Rows of the " + side);
        funnels.forEach(funnel -> lines.addAll(lines(funnel)));
        lines.add("  " + sum(side, funnels));
        lines.add("");
      }
    }
    rows.made().forEach(lines::add);
    if (!rows.made().isEmpty()) {
      lines.add("");
    }
    lines.addAll(inputs());
    lines.addAll(children());
    return lines;
  }

  private static List<String> lines(Explanation.Funnel funnel) {
    List<String> lines = new ArrayList<>();
    lines.add("  %s of %s %s".formatted(funnel.measure(), funnel.dataset(), funnel.month()));
    Grid grid = new Grid(Grid.Edge.RIGHT, Grid.Edge.LEFT);
    grid.row(Numbers.of(funnel.read()), "rows of the region were read");
    funnel.lost().forEach(lost -> grid.row("− " + Numbers.of(lost.rows()), lost.why()));
    grid.row("= " + Numbers.of(funnel.counted()), "counted; they come to " + number(funnel));
    grid.lines().forEach(line -> lines.add("    " + line));
    return lines;
  }

  private static String number(Explanation.Funnel funnel) {
    String number = Numbers.exact(funnel.number());
    return funnel.times() == null || funnel.times().compareTo(BigDecimal.ONE) == 0
        ? number
        : number + " × " + Numbers.exact(funnel.times());
  }

  /** What the funnels of a side add up to, held against the side itself. */
  private String sum(String side, List<Explanation.Funnel> funnels) {
    BigDecimal whole = side.equals("numerator") ? rows.numerator() : rows.denominator();
    if (funnels.stream().anyMatch(funnel -> funnel.times() == null)) {
      return "computed from what is above: " + Numbers.exact(whole);
    }
    BigDecimal sum = sum(funnels);
    if (whole == null) {
      return "together " + Numbers.exact(sum) + "; nothing is published";
    }
    return sum.subtract(whole).abs().compareTo(new BigDecimal("0.0000005")) <= 0
        ? "together " + Numbers.exact(whole) + ", as computed"
        : "together %s; computed is %s: a published total stands in for parts that are hidden or rejected"
            .formatted(Numbers.exact(sum), Numbers.exact(whole));
  }

  static BigDecimal sum(List<Explanation.Funnel> funnels) {
    return funnels.stream()
        .filter(funnel -> funnel.number() != null)
        .map(funnel -> funnel.number().multiply(funnel.times()))
        .reduce(BigDecimal.ZERO, BigDecimal::add);
  }

  private List<Manifest.Input> read() {
    Set<String> wanted = new LinkedHashSet<>();
    for (Explanation.Funnel funnel : rows.funnels()) {
      wanted.add(funnel.dataset() + " " + funnel.month());
      // a reference dataset has no period
      wanted.add(funnel.dataset());
    }
    return made.inputs().stream()
        .filter(input -> wanted.contains((input.dataset() + " " + input.period()).strip()))
        .toList();
  }

  private List<String> inputs() {
    Grid grid =
        new Grid(Grid.Edge.LEFT, Grid.Edge.LEFT, Grid.Edge.RIGHT, Grid.Edge.LEFT)
            .head("input", "period", "rows", "fingerprint");
    read()
        .forEach(
            input ->
                grid.row(
                    input.dataset(),
                    input.period(),
                    Numbers.of(input.rows()),
                    input.fingerprint().substring(0, SHOWN)));
    List<String> lines = new ArrayList<>(grid.lines());
    lines.add("");
    return lines;
  }

  private List<String> children() {
    if (rows.children().isEmpty()) {
      return List.of();
    }
    Grid grid =
        new Grid(Grid.Edge.LEFT, Grid.Edge.RIGHT, Grid.Edge.RIGHT, Grid.Edge.LEFT)
            .head("region below", "numerator", "denominator", "status");
    rows.children()
        .forEach(
            child ->
                grid.row(
                    named.apply(child.region()),
                    Numbers.exact(child.numerator()),
                    Numbers.exact(child.denominator()),
                    child.status()));
    return grid.lines();
  }

  /** For scripts. */
  Map<String, Object> json() {
    Map<String, Object> object = new LinkedHashMap<>();
    object.put("funnels", rows.funnels());
    object.put("made_of", rows.made());
    object.put("inputs", read());
    object.put("children", rows.children());
    return object;
  }
}
