package org.countywise.table;

import java.util.List;

/** Where codes of other days lie: small tables that are joined by code and period. */
public final class Moves {
  /** A code. */
  public static final Field CODE = Field.text("_moved_code");

  /** The region it lies in. */
  public static final Field TO = Field.text("_moved_to");

  /** Codes that the roster of a period does not know, by period. */
  public static final List<Field> ALIASES = List.of(Regions.PERIOD, CODE, TO);

  /** Codes of a month's roster that lie elsewhere in a period's. */
  public static final List<Field> MOVES = List.of(Parts.MONTH, Regions.PERIOD, CODE, TO);

  private Moves() {}
}
