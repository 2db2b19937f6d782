package org.countywise.protect;

import java.math.BigDecimal;
import java.util.ArrayList;
import java.util.List;
import java.util.stream.IntStream;

/** Puts rows in their columns. */
record Lines(Geography geography, Truth truth) {
  private static final double TOLERANCE = 1e-5;

  /** The rows of the units. */
  void own(Column column, List<Cell> cells) {
    for (Cell cell : cells) {
      if (cell.level().equals(geography.unit())) {
        int unit = truth.unit(cell.region());
        column.own[unit] = new Line(cell, column, new int[] {unit}, weight(cell));
        if (column.numerator.atoms().length == 1 && cell.numerator() != null) {
          set(column.numerator, unit, cell.numerator());
        }
        if (column.denominator.atoms().length == 1 && cell.denominator() != null) {
          set(column.denominator, unit, cell.denominator());
        }
        if (above(cell.numerator(), cell.denominator())) {
          column.unbounded();
        }
      }
    }
  }

  private void set(Shift form, int unit, BigDecimal part) {
    BigDecimal by = BigDecimal.valueOf(form.by()[0]);
    truth.set(form.atoms()[0], unit, part.divide(by, 6, java.math.RoundingMode.HALF_UP));
  }

  private static boolean above(BigDecimal numerator, BigDecimal denominator) {
    return numerator != null && denominator != null && numerator.compareTo(denominator) > 0;
  }

  /** The rows above the units. */
  List<Line> above(Column column, List<Cell> cells) {
    List<Line> lines = new ArrayList<>();
    List<List<Line>> above = new ArrayList<>();
    IntStream.range(0, truth.units.size()).forEach(unit -> above.add(new ArrayList<>()));
    for (Cell cell : cells) {
      if (!cell.level().equals(geography.unit())) {
        int[] members = members(column, cell);
        Line line = new Line(cell, column, members, weight(cell));
        lines.add(line);
        if (members != null) {
          IntStream.of(members).forEach(unit -> above.get(unit).add(line));
        }
      }
    }
    column.above.clear();
    column.above.addAll(above);
    return lines;
  }

  /** Units whose sum a row is; null where it is none. */
  private int[] members(Column column, Cell cell) {
    boolean undelivered = cell.status().equals("O");
    int[] members =
        IntStream.range(0, truth.units.size())
            .filter(unit -> undelivered ? shows(column, unit) : column.counts[unit])
            .filter(unit -> lies(column.period, unit, cell.region()))
            .toArray();
    // A unit without a number of its own may leave both sides.
    int[] complete = IntStream.of(members).filter(unit -> complete(column, unit)).toArray();
    return adds(column, members, cell) ? members : adds(column, complete, cell) ? complete : null;
  }

  private static boolean complete(Column column, int unit) {
    Line own = column.own[unit];
    return own != null
        && own.cell.numerator() != null
        && (column.denominator.isEmpty() || own.cell.denominator() != null);
  }

  private boolean adds(Column column, int[] members, Cell cell) {
    return members.length > 0
        && adds(column.numerator, members, cell.numerator())
        && adds(column.denominator, members, cell.denominator());
  }

  private boolean lies(String period, int unit, String region) {
    return geography.above(period, truth.units.get(unit)).contains(region);
  }

  private static boolean shows(Column column, int unit) {
    Line own = column.own[unit];
    return own != null && (own.cell.numerator() != null || own.cell.denominator() != null);
  }

  private boolean adds(Shift form, int[] members, BigDecimal part) {
    if (part == null || form.isEmpty()) {
      return true;
    }
    double rest = part.doubleValue();
    for (int unit : members) {
      BigDecimal value = truth.of(form, unit);
      rest -= value == null ? 0 : value.doubleValue();
    }
    return Math.abs(rest) <= TOLERANCE * (members.length + 1);
  }

  private long weight(Cell cell) {
    double size = cell.numerator() == null ? 0 : Math.abs(cell.numerator().doubleValue());
    long small = size == 0 ? 40 : 10 + Math.round(2 * Math.log1p(size));
    return small * geography.weight(cell.level()) * (cell.breakdown().isEmpty() ? 3 : 1);
  }
}
