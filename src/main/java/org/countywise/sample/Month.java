package org.countywise.sample;

import java.time.LocalDate;
import java.time.YearMonth;
import java.util.stream.IntStream;

/** A delivery period: a month counted from year 0, its first and its last day. */
record Month(int ordinal, LocalDate first, LocalDate end) {
  /** Months from 2010 to 2029 are kept, since they are asked for millions of times. */
  private static final int FIRST_KEPT = 2010 * 12;

  private static final Month[] KEPT =
      IntStream.range(FIRST_KEPT, FIRST_KEPT + 20 * 12).mapToObj(Month::made).toArray(Month[]::new);

  static Month of(YearMonth month) {
    return new Month(
        month.getYear() * 12 + month.getMonthValue() - 1, month.atDay(1), month.atEndOfMonth());
  }

  static Month of(int ordinal) {
    int at = ordinal - FIRST_KEPT;
    return at >= 0 && at < KEPT.length ? KEPT[at] : made(ordinal);
  }

  private static Month made(int ordinal) {
    return of(YearMonth.of(Math.floorDiv(ordinal, 12), Math.floorMod(ordinal, 12) + 1));
  }

  /** The month some months later, or earlier where they are negative. */
  Month plus(int months) {
    return of(ordinal + months);
  }

  /** The partition value, as {@code 2020-07}. */
  String period() {
    return YearMonth.from(first).toString();
  }

  int year() {
    return first.getYear();
  }

  int days() {
    return end.getDayOfMonth();
  }

  /** The day of this month at a chance in [0, 1). */
  LocalDate day(double chance) {
    return first.plusDays((long) (chance * days()));
  }

  /** Whether the day is one of this month. */
  boolean holds(LocalDate day) {
    return !day.isBefore(first) && !day.isAfter(end);
  }

  /** Whether the day has come by the end of this month; never for null. */
  boolean reached(LocalDate day) {
    return day != null && !day.isAfter(end);
  }

  /** The day if it has come by the end of this month, else null. */
  LocalDate known(LocalDate day) {
    return reached(day) ? day : null;
  }
}
