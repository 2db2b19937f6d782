package org.countywise.table;

import java.util.List;
import org.apache.spark.sql.types.DataTypes;

/** Where codes of other days lie: small tables that are joined by period and code. */
public final class Moves {
  /** A code that the roster of the day does not know. */
  public static final Field CODE = Field.text("moved_code");

  /** The region it lies in. */
  public static final Field TO = Field.text("moved_to");

  /** True for a code that something says the whereabouts of, if only which codes divided it. */
  public static final Field FOLLOWED = Field.flag("followed");

  /** Codes that the roster of a period does not know, by period. */
  public static final List<Field> ALIASES = List.of(Regions.PERIOD, CODE, TO, FOLLOWED);

  /** Codes of a month's roster that lie elsewhere in a period's. */
  public static final List<Field> MOVES = List.of(Parts.MONTH, Regions.PERIOD, CODE, TO);

  /** The last day of a period, or the one day whose regions are wanted. */
  public static final Field DAY = new Field("roster_day", DataTypes.DateType, false);

  private Moves() {}
}
