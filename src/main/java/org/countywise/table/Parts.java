package org.countywise.table;

/** Numerator and denominator of an indicator while they are rolled up. */
public final class Parts {
  /** Id of the indicator. */
  public static final Field INDICATOR = Field.text("indicator");

  /** The side of the fraction that a row of a statistic is of; empty for a measure. */
  public static final Field SIDE = Field.text("side");

  /** Measure of a term, or the indicator of a statistic. */
  public static final Field MEASURE = Field.text("measure");

  /** The month a term is taken from. */
  public static final Field MONTH = Field.text("month");

  /** Dataset a side needs. */
  public static final Field DATASET = Field.text("dataset");

  /** The region of the period that a row of a month's region lies in. */
  public static final Field LOCATED = Field.text("located_code");

  /** The period and the unit, divided by {@code |}; no unit above the units. */
  public static final Field KEY = Field.text("cube_key");

  /** Difference between a published total and its parts, where all parts are known. */
  public static final Field GAP = Field.exact("gap");

  /** True where a measure made of others is not known. */
  public static final Field INCOMPLETE = Field.flag("incomplete");

  /** The numerator, a struct like {@link Cells#CELL}. */
  public static final Field NUMERATOR = new Field("numerator", Cells.CELL, false);

  /** The denominator, a struct like {@link Cells#CELL}. */
  public static final Field DENOMINATOR = new Field("denominator", Cells.CELL, false);

  /** A part with what is noted of it, for the level above; null where that needs none. */
  public static final Field PART =
      new Field("part", Field.schema(NUMERATOR, DENOMINATOR, GAP, INCOMPLETE), true);

  private Parts() {}
}
