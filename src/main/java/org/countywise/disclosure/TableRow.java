package org.countywise.disclosure;

/** A row as readers see it, with the units it adds up. */
final class TableRow {
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

  final PublishedCell cell;
  final IndicatorSlice slice;

  /** Indices of the units whose sum it is; null where it is none. */
  final int[] members;

  /** What is lost with it. */
  final long weight;

  private Kind kind;

  TableRow(PublishedCell cell, IndicatorSlice slice, int[] members, long weight) {
    this.cell = cell;
    this.slice = slice;
    this.members = members;
    this.weight = weight;
    this.kind = cell.standing() == PublishedCell.Standing.HIDDEN ? Kind.BEFORE : Kind.OPEN;
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
    return cell.standing() != PublishedCell.Standing.NEW;
  }

  /** What hiding it costs; nothing where it is hidden. */
  long cost() {
    return !shown() ? 0 : fixed() ? SolutionSearch.NEVER : weight;
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
