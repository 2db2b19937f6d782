package org.countywise.disclosure;

import java.util.ArrayList;
import java.util.Comparator;
import java.util.HashSet;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;

/**
 * Hides more rows until a move leaves every small number open, and then as few of them as it can.
 */
final class SecondarySuppression {
  private final SuppressionProblem problem;
  private final SolutionSearch solutionSearch;
  private final Map<SensitiveCell, AlternativeSolution> found = new LinkedHashMap<>();
  private final List<SensitiveCell> exposed = new ArrayList<>();

  SecondarySuppression(SuppressionProblem problem) {
    this.problem = problem;
    this.solutionSearch = new SolutionSearch(problem);
  }

  /** Covers all of them; gives the move that leaves each open. */
  Map<SensitiveCell, AlternativeSolution> cover(List<SensitiveCell> sensitiveCells) {
    sensitiveCells.forEach(this::cover);
    still().forEach(this::cover);
    spare();
    showUnused();
    still().forEach(this::cover);
    return found;
  }

  /** Numbers that no move leaves open. */
  List<SensitiveCell> exposed() {
    return exposed;
  }

  private void cover(SensitiveCell sensitiveCell) {
    SolutionSearch.Found move = solutionSearch.cheapest(sensitiveCell, SolutionSearch.NEVER);
    if (move == null) {
      exposed.add(sensitiveCell);
      return;
    }
    found.put(sensitiveCell, move.solution());
    move.solution().lines(problem).forEach(row -> row.hide(TableRow.Kind.COMPLEMENTARY));
  }

  /** Hidden rows that no move changes: each of them becomes a number to be left open itself. */
  private List<SensitiveCell> still() {
    Set<TableRow> moved = new HashSet<>();
    found.values().forEach(solution -> moved.addAll(solution.lines(problem)));
    List<SensitiveCell> still = new ArrayList<>();
    for (TableRow row : problem.tableRows) {
      if (row.kind() != TableRow.Kind.OPEN
          && !moved.contains(row)
          && row.members != null
          && !row.cell.isOld()
          && row.counts()) {
        LinearForm form =
            row.cell.numerator() != null ? row.slice.numerator : row.slice.denominator;
        still.add(new SensitiveCell(row, form, 1));
      }
    }
    return still;
  }

  /** Shows again what need not be hidden, the greatest loss first. */
  private void spare() {
    List<TableRow> hidden = new ArrayList<>();
    for (TableRow row : problem.tableRows) {
      if (row.kind() == TableRow.Kind.COMPLEMENTARY) {
        hidden.add(row);
      }
    }
    hidden.sort(
        Comparator.<TableRow>comparingLong(row -> -row.weight)
            .thenComparing(row -> row.cell.key()));
    Map<TableRow, Set<SensitiveCell>> uses = new LinkedHashMap<>();
    found.forEach((sensitiveCell, solution) -> use(uses, sensitiveCell, solution));
    hidden.forEach(row -> spare(row, uses));
  }

  /** Rows that no move needs hidden any more. */
  private void showUnused() {
    Set<TableRow> used = new HashSet<>();
    found.values().forEach(solution -> used.addAll(solution.lines(problem)));
    for (TableRow row : problem.tableRows) {
      if (row.kind() == TableRow.Kind.COMPLEMENTARY && !used.contains(row)) {
        row.show();
      }
    }
  }

  private void use(
      Map<TableRow, Set<SensitiveCell>> uses,
      SensitiveCell sensitiveCell,
      AlternativeSolution solution) {
    solution
        .lines(problem)
        .forEach(
            row ->
                uses.computeIfAbsent(row, l -> new java.util.LinkedHashSet<>()).add(sensitiveCell));
  }

  private void spare(TableRow row, Map<TableRow, Set<SensitiveCell>> uses) {
    row.show();
    Map<SensitiveCell, AlternativeSolution> instead = new LinkedHashMap<>();
    for (SensitiveCell sensitiveCell : uses.getOrDefault(row, Set.of())) {
      SolutionSearch.Found other = solutionSearch.cheapest(sensitiveCell, 1);
      if (other == null) {
        row.hide(TableRow.Kind.COMPLEMENTARY);
        return;
      }
      instead.put(sensitiveCell, other.solution());
    }
    instead.forEach(
        (sensitiveCell, solution) -> {
          found
              .get(sensitiveCell)
              .lines(problem)
              .forEach(before -> uses.get(before).remove(sensitiveCell));
          found.put(sensitiveCell, solution);
          use(uses, sensitiveCell, solution);
        });
  }
}
