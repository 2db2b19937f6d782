package org.countywise.table;

import java.util.List;
import org.apache.spark.sql.types.DataTypes;

/** How many rows of a period and unit a rule of quality looked at, and found strange. */
public final class Suspects {
  /** {@code YYYY-MM}. */
  public static final Field PERIOD = Rows.PERIOD;

  /** The unit that delivered them. */
  public static final Field UNIT = Rows.UNIT;

  /** Name of the rule. */
  public static final Field RULE = Field.text("rule");

  /** Rows it looked at. */
  public static final Field LOOKED = Field.whole("looked");

  /** Strange ones among them. */
  public static final Field STRANGE = Field.whole("strange");

  /** The least key of a strange row: personal. */
  public static final Field FIRST = new Field("first", DataTypes.StringType, true);

  /** The greatest key of a strange row: personal. */
  public static final Field LAST = new Field("last", DataTypes.StringType, true);

  /** What a rule found. */
  public static final List<Field> COUNTS = List.of(PERIOD, UNIT, RULE, LOOKED, STRANGE);

  /** Examples of what it found: personal. */
  public static final List<Field> EXAMPLES = List.of(PERIOD, UNIT, RULE, FIRST, LAST);

  private Suspects() {}
}
