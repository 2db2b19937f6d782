package org.countywise.rows;

import static org.apache.spark.sql.functions.array_contains;
import static org.apache.spark.sql.functions.exists;

import java.util.List;
import java.util.stream.Stream;
import org.apache.spark.sql.Column;
import org.countywise.plan.Scan;
import org.countywise.table.Rows;

/** What can be strange about an accepted row of a dataset. */
public final class Warnings {
  private static final String UNREADABLE = " cannot be read as ";

  private Warnings() {}

  /** Every sentence that {@link Rows#WARNINGS} can hold, in a fixed order. */
  public static List<String> of(Scan scan) {
    Stream<String> negative =
        scan.columns().stream().filter(Warnings::mayBeNegative).map(Warnings::negative);
    Stream<String> nowhere =
        scan.lookups().stream()
            .filter(lookup -> lookup.missing() == Scan.OnViolation.WARN)
            .map(Warnings::nowhere);
    Stream<String> elsewhere = scan.locator().map(Warnings::elsewhere).stream();
    Stream<String> unreadable =
        scan.columns().stream().filter(Scan.Column::forgiving).map(Warnings::unreadable);
    return Stream.of(negative, unreadable, nowhere, elsewhere).flatMap(found -> found).toList();
  }

  static boolean mayBeNegative(Scan.Column column) {
    return column.numeric() && column.negative() == Scan.OnViolation.WARN;
  }

  static String negative(Scan.Column column) {
    return column.name() + " is negative";
  }

  static String unreadable(Scan.Column column) {
    return column.name() + UNREADABLE + column.type() + ", and counts as unknown";
  }

  /** Whether a sentence is about a cell that cannot be read. */
  public static boolean isUnreadable(String warning) {
    return warning.contains(UNREADABLE);
  }

  static String nowhere(Scan.Lookup lookup) {
    return String.join(", ", lookup.on()) + " has no row in " + lookup.dataset();
  }

  static String elsewhere(Scan.Lookup locator) {
    return "lies elsewhere than its " + locator.name() + ", where it counts";
  }

  static boolean mayBeUnreadable(Scan scan) {
    return scan.columns().stream().anyMatch(Scan.Column::forgiving);
  }

  /** Whether a cell of the row cannot be read. */
  static Column hasUnreadable() {
    return exists(Rows.WARNINGS.column(), warning -> warning.contains(UNREADABLE));
  }

  /** Whether an accepted row has a warning. */
  static Column has(String warning) {
    return Rows.REASON.column().isNull().and(array_contains(Rows.WARNINGS.column(), warning));
  }
}
