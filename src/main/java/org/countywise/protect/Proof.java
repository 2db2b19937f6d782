package org.countywise.protect;

import java.math.BigDecimal;
import java.util.ArrayList;
import java.util.List;
import java.util.stream.IntStream;

/**
 * Judges, in exact arithmetic and on the rows as they are to be published, whether a move is
 * another truth that readers cannot tell from the true one.
 */
record Proof(Board board) {

  /** Whether the move leaves the number as far open as it has to be. */
  boolean holds(Target target, Move move) {
    BigDecimal moved = moved(target.line(), target.form(), move);
    return moved.abs().compareTo(exact(target.width())) >= 0
        && possible(move)
        && move.change().atoms().length > 0
        && unseen(move);
  }

  private static BigDecimal exact(double number) {
    return BigDecimal.valueOf(number);
  }

  private static BigDecimal times(Shift form, Shift change) {
    BigDecimal sum = BigDecimal.ZERO;
    for (int i = 0; i < form.atoms().length; i++) {
      sum = sum.add(exact(form.by()[i]).multiply(exact(change.of(form.atoms()[i]))));
    }
    return sum;
  }

  private static BigDecimal moved(Line line, Shift form, Move move) {
    return times(form, move.change()).multiply(exact(move.in(line)));
  }

  /** No row that is shown reads otherwise. */
  private boolean unseen(Move move) {
    for (int atom : move.change().atoms()) {
      for (Column column : board.columns(atom)) {
        if (!unseen(column, move)) {
          return false;
        }
      }
    }
    return true;
  }

  private static boolean unseen(Column column, Move move) {
    boolean changes =
        times(column.numerator, move.change()).signum() != 0
            || times(column.denominator, move.change()).signum() != 0;
    if (!changes) {
      return true;
    }
    List<Line> lines = new ArrayList<>();
    move.lines(column, lines);
    return lines.stream().noneMatch(Line::shown)
        && IntStream.of(move.units()).noneMatch(unit -> appears(column, unit, move));
  }

  /** Whether a row would be there that is not. */
  private static boolean appears(Column column, int unit, Move move) {
    return IntStream.of(move.change().atoms()).anyMatch(atom -> column.absent(unit, atom));
  }

  /** Everything that everybody knows still holds, in every unit. */
  private boolean possible(Move move) {
    return IntStream.range(0, move.units().length)
        .allMatch(i -> possible(move.units()[i], move.change(), exact(move.amounts()[i])));
  }

  private boolean possible(int unit, Shift change, BigDecimal amount) {
    for (int i = 0; i < change.atoms().length; i++) {
      int atom = change.atoms()[i];
      BigDecimal value = board.truth.of(atom, unit);
      BigDecimal after = value == null ? null : value.add(exact(change.by()[i]).multiply(amount));
      if (after == null || !possible(atom, unit, after)) {
        return false;
      }
      for (Identity identity : board.identities(atom)) {
        if (identity.holds(unit) && times(identity.form(unit), change).signum() != 0) {
          return false;
        }
      }
      for (Bound bound : board.bounds(atom)) {
        BigDecimal left = bound.left(board.truth, unit);
        if (left != null && left.add(times(bound.rest(), change).multiply(amount)).signum() < 0) {
          return false;
        }
      }
    }
    return true;
  }

  /** Whether readers could think a number to be so large. */
  private boolean possible(int atom, int unit, BigDecimal number) {
    double least = board.truth.least(atom, unit);
    return board.truth.isNought(atom, unit)
        ? number.signum() == 0
        : least == Double.NEGATIVE_INFINITY || number.compareTo(exact(least)) >= 0;
  }
}
