package org.countywise.disclosure;

import java.math.BigDecimal;
import java.util.ArrayList;
import java.util.List;
import java.util.stream.IntStream;

/** Puts rows in their columns. */
record Lines(Geography geography, MicroTotals totals) {
  private static final double TOLERANCE = 1e-5;

  /** The rows of the units. */
  void own(IndicatorSlice slice, List<PublishedCell> cells) {
    for (PublishedCell cell : cells) {
      if (cell.level().equals(geography.unit())) {
        int unit = totals.unit(cell.region());
        slice.own[unit] = new TableRow(cell, slice, new int[] {unit}, weight(cell));
        if (slice.numerator.atoms().length == 1 && cell.numerator() != null) {
          set(slice.numerator, unit, cell.numerator());
        }
        if (slice.denominator.atoms().length == 1 && cell.denominator() != null) {
          set(slice.denominator, unit, cell.denominator());
        }
        if (above(cell.numerator(), cell.denominator())) {
          slice.unbounded();
        }
      }
    }
  }

  private void set(LinearForm form, int unit, BigDecimal part) {
    BigDecimal by = BigDecimal.valueOf(form.by()[0]);
    totals.set(form.atoms()[0], unit, part.divide(by, 6, java.math.RoundingMode.HALF_UP));
  }

  private static boolean above(BigDecimal numerator, BigDecimal denominator) {
    return numerator != null && denominator != null && numerator.compareTo(denominator) > 0;
  }

  /** The rows above the units. */
  List<TableRow> above(IndicatorSlice slice, List<PublishedCell> cells) {
    List<TableRow> tableRows = new ArrayList<>();
    List<List<TableRow>> above = new ArrayList<>();
    IntStream.range(0, totals.units.size()).forEach(unit -> above.add(new ArrayList<>()));
    for (PublishedCell cell : cells) {
      if (!cell.level().equals(geography.unit())) {
        int[] members = members(slice, cell);
        TableRow tableRow = new TableRow(cell, slice, members, weight(cell));
        tableRows.add(tableRow);
        if (members != null) {
          IntStream.of(members).forEach(unit -> above.get(unit).add(tableRow));
        }
      }
    }
    slice.above.clear();
    slice.above.addAll(above);
    return tableRows;
  }

  /** Units whose sum a row is; null where it is none. */
  private int[] members(IndicatorSlice slice, PublishedCell cell) {
    boolean undelivered = cell.status().equals("O");
    int[] members =
        IntStream.range(0, totals.units.size())
            .filter(unit -> undelivered ? shows(slice, unit) : slice.counts[unit])
            .filter(unit -> lies(slice.period, unit, cell.region()))
            .toArray();
    // A unit without a number of its own may leave both sides.
    int[] complete = IntStream.of(members).filter(unit -> complete(slice, unit)).toArray();
    return adds(slice, members, cell) ? members : adds(slice, complete, cell) ? complete : null;
  }

  private static boolean complete(IndicatorSlice slice, int unit) {
    TableRow own = slice.own[unit];
    return own != null
        && own.cell.numerator() != null
        && (slice.denominator.isEmpty() || own.cell.denominator() != null);
  }

  private boolean adds(IndicatorSlice slice, int[] members, PublishedCell cell) {
    return members.length > 0
        && adds(slice.numerator, members, cell.numerator())
        && adds(slice.denominator, members, cell.denominator());
  }

  private boolean lies(String period, int unit, String region) {
    return geography.above(period, totals.units.get(unit)).contains(region);
  }

  private static boolean shows(IndicatorSlice slice, int unit) {
    TableRow own = slice.own[unit];
    return own != null && (own.cell.numerator() != null || own.cell.denominator() != null);
  }

  private boolean adds(LinearForm form, int[] members, BigDecimal part) {
    if (part == null || form.isEmpty()) {
      return true;
    }
    double rest = part.doubleValue();
    for (int unit : members) {
      BigDecimal value = totals.of(form, unit);
      rest -= value == null ? 0 : value.doubleValue();
    }
    return Math.abs(rest) <= TOLERANCE * (members.length + 1);
  }

  private long weight(PublishedCell cell) {
    double size = cell.numerator() == null ? 0 : Math.abs(cell.numerator().doubleValue());
    long small = size == 0 ? 40 : 10 + Math.round(2 * Math.log1p(size));
    return small * geography.weight(cell.level()) * (cell.breakdown().isEmpty() ? 3 : 1);
  }
}
