package org.countywise.protect;

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
final class Cover {
  private final Board board;
  private final Moves moves;
  private final Map<Target, Move> found = new LinkedHashMap<>();
  private final List<Target> exposed = new ArrayList<>();

  Cover(Board board) {
    this.board = board;
    this.moves = new Moves(board);
  }

  /** Covers all of them; gives the move that leaves each open. */
  Map<Target, Move> cover(List<Target> targets) {
    targets.forEach(this::cover);
    still().forEach(this::cover);
    spare();
    showUnused();
    still().forEach(this::cover);
    return found;
  }

  /** Numbers that no move leaves open. */
  List<Target> exposed() {
    return exposed;
  }

  private void cover(Target target) {
    Moves.Found move = moves.cheapest(target, Moves.NEVER);
    if (move == null) {
      exposed.add(target);
      return;
    }
    found.put(target, move.move());
    move.move().lines(board).forEach(line -> line.hide(Line.Kind.COMPLEMENTARY));
  }

  /** Hidden rows that no move changes: each of them becomes a number to be left open itself. */
  private List<Target> still() {
    Set<Line> moved = new HashSet<>();
    found.values().forEach(move -> moved.addAll(move.lines(board)));
    List<Target> still = new ArrayList<>();
    for (Line line : board.lines) {
      if (line.kind() != Line.Kind.OPEN
          && !moved.contains(line)
          && line.members != null
          && !line.cell.isOld()
          && line.counts()) {
        Shift form =
            line.cell.numerator() != null ? line.column.numerator : line.column.denominator;
        still.add(new Target(line, form, 1));
      }
    }
    return still;
  }

  /** Shows again what need not be hidden, the greatest loss first. */
  private void spare() {
    List<Line> hidden = new ArrayList<>();
    for (Line line : board.lines) {
      if (line.kind() == Line.Kind.COMPLEMENTARY) {
        hidden.add(line);
      }
    }
    hidden.sort(
        Comparator.<Line>comparingLong(line -> -line.weight)
            .thenComparing(line -> line.cell.key()));
    Map<Line, Set<Target>> uses = new LinkedHashMap<>();
    found.forEach((target, move) -> use(uses, target, move));
    hidden.forEach(line -> spare(line, uses));
  }

  /** Rows that no move needs hidden any more. */
  private void showUnused() {
    Set<Line> used = new HashSet<>();
    found.values().forEach(move -> used.addAll(move.lines(board)));
    for (Line line : board.lines) {
      if (line.kind() == Line.Kind.COMPLEMENTARY && !used.contains(line)) {
        line.show();
      }
    }
  }

  private void use(Map<Line, Set<Target>> uses, Target target, Move move) {
    move.lines(board)
        .forEach(
            line -> uses.computeIfAbsent(line, l -> new java.util.LinkedHashSet<>()).add(target));
  }

  private void spare(Line line, Map<Line, Set<Target>> uses) {
    line.show();
    Map<Target, Move> instead = new LinkedHashMap<>();
    for (Target target : uses.getOrDefault(line, Set.of())) {
      Moves.Found other = moves.cheapest(target, 1);
      if (other == null) {
        line.hide(Line.Kind.COMPLEMENTARY);
        return;
      }
      instead.put(target, other.move());
    }
    instead.forEach(
        (target, move) -> {
          found.get(target).lines(board).forEach(before -> uses.get(before).remove(target));
          found.put(target, move);
          use(uses, target, move);
        });
  }
}
