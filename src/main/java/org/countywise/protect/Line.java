package org.countywise.protect;

/** A row as readers see it, with the units it adds up. */
final class Line {
  /** Why a row is hidden. */
  enum Kind {
    /** It is not. */
    OPEN,
    /** It shows a small number. */
    PRIMARY,
    /** A small number could be computed with it. */
    COMPLEMENTARY,
    /** An earlier run hid it. */
    BEFORE
  }

  final Cell cell;
  final Column column;

  /** Indices of the units whose sum it is; null where it is none. */
  final int[] members;

  /** What is lost with it. */
  final long weight;

  private Kind kind;

  Line(Cell cell, Column column, int[] members, long weight) {
    this.cell = cell;
    this.column = column;
    this.members = members;
    this.weight = weight;
    this.kind = cell.standing() == Cell.Standing.HIDDEN ? Kind.BEFORE : Kind.OPEN;
  }

  Kind kind() {
    return kind;
  }

  /** Whether there is a number in it; a row without any has nothing to show or to hide. */
  boolean counts() {
    return cell.numerator() != null || cell.denominator() != null;
  }

  /** Whether readers see its numbers. */
  boolean shown() {
    return kind == Kind.OPEN && counts();
  }

  boolean fixed() {
    return cell.standing() != Cell.Standing.NEW;
  }

  /** What hiding it costs; nothing where it is hidden. */
  long cost() {
    return !shown() ? 0 : fixed() ? Moves.NEVER : weight;
  }

  void hide(Kind why) {
    if (kind == Kind.OPEN) {
      kind = why;
    }
  }

  void show() {
    kind = Kind.OPEN;
  }
}
