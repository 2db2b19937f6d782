package org.countywise.disclosure;

import java.math.BigDecimal;
import java.util.ArrayList;
import java.util.List;
import java.util.stream.IntStream;

/**
 * Judges, in exact arithmetic and on the rows as they are to be published, whether a move is
 * another truth that readers cannot tell from the true one.
 */
record Proof(SuppressionProblem problem) {

  /** Whether the move leaves the number as far open as it has to be. */
  boolean holds(SensitiveCell sensitiveCell, AlternativeSolution solution) {
    BigDecimal moved = moved(sensitiveCell.tableRow(), sensitiveCell.form(), solution);
    return moved.abs().compareTo(exact(sensitiveCell.width())) >= 0
        && possible(solution)
        && solution.change().atoms().length > 0
        && unseen(solution);
  }

  private static BigDecimal exact(double number) {
    return BigDecimal.valueOf(number);
  }

  private static BigDecimal times(LinearForm form, LinearForm change) {
    BigDecimal sum = BigDecimal.ZERO;
    for (int i = 0; i < form.atoms().length; i++) {
      sum = sum.add(exact(form.by()[i]).multiply(exact(change.of(form.atoms()[i]))));
    }
    return sum;
  }

  private static BigDecimal moved(
      TableRow tableRow, LinearForm form, AlternativeSolution solution) {
    return times(form, solution.change()).multiply(exact(solution.in(tableRow)));
  }

  /** No row that is shown reads otherwise. */
  private boolean unseen(AlternativeSolution solution) {
    for (int atom : solution.change().atoms()) {
      for (IndicatorSlice slice : problem.columns(atom)) {
        if (!unseen(slice, solution)) {
          return false;
        }
      }
    }
    return true;
  }

  private static boolean unseen(IndicatorSlice slice, AlternativeSolution solution) {
    boolean changes =
        times(slice.numerator, solution.change()).signum() != 0
            || times(slice.denominator, solution.change()).signum() != 0;
    if (!changes) {
      return true;
    }
    List<TableRow> tableRows = new ArrayList<>();
    solution.lines(slice, tableRows);
    return tableRows.stream().noneMatch(TableRow::shown)
        && IntStream.of(solution.units()).noneMatch(unit -> appears(slice, unit, solution));
  }

  /** Whether a row would be there that is not. */
  private static boolean appears(IndicatorSlice slice, int unit, AlternativeSolution solution) {
    return IntStream.of(solution.change().atoms()).anyMatch(atom -> slice.absent(unit, atom));
  }

  /** Everything that everybody knows still holds, in every unit. */
  private boolean possible(AlternativeSolution solution) {
    return IntStream.range(0, solution.units().length)
        .allMatch(
            i -> possible(solution.units()[i], solution.change(), exact(solution.amounts()[i])));
  }

  private boolean possible(int unit, LinearForm change, BigDecimal amount) {
    for (int i = 0; i < change.atoms().length; i++) {
      int atom = change.atoms()[i];
      BigDecimal value = problem.totals.of(atom, unit);
      BigDecimal after = value == null ? null : value.add(exact(change.by()[i]).multiply(amount));
      if (after == null || !possible(atom, unit, after)) {
        return false;
      }
      for (Identity identity : problem.identities(atom)) {
        if (identity.holds(unit) && times(identity.form(unit), change).signum() != 0) {
          return false;
        }
      }
      for (Bound bound : problem.bounds(atom)) {
        BigDecimal left = bound.left(problem.totals, unit);
        if (left != null && left.add(times(bound.rest(), change).multiply(amount)).signum() < 0) {
          return false;
        }
      }
    }
    return true;
  }

  /** Whether readers could think a number to be so large. */
  private boolean possible(int atom, int unit, BigDecimal number) {
    double least = problem.totals.least(atom, unit);
    return problem.totals.isNought(atom, unit)
        ? number.signum() == 0
        : least == Double.NEGATIVE_INFINITY || number.compareTo(exact(least)) >= 0;
  }
}
