package org.countywise.table;

import org.apache.spark.sql.types.DataTypes;

/** Numerator and denominator of an indicator while they are rolled up. */
public final class Parts {
  /** Id of the indicator. */
  public static final Field INDICATOR = Field.text("indicator");

  /** The side of the fraction: {@code numerator} or {@code denominator}. */
  public static final Field SIDE = Field.text("side");

  /** Measure of a term. */
  public static final Field MEASURE = Field.text("measure");

  /** The month a term is taken from. */
  public static final Field MONTH = Field.text("month");

  /** Dataset a side needs. */
  public static final Field DATASET = Field.text("dataset");

  /** Constant of a term. */
  public static final Field COEFFICIENT =
      new Field("coefficient", DataTypes.createDecimalType(12, 6), false);

  /** True where every measure of a side has published totals, so that these add up to its total. */
  public static final Field STANDS = Field.flag("stands");

  /** Constant a ratio is multiplied with. */
  public static final Field FACTOR = new Field("factor", DataTypes.DoubleType, false);

  /** True for a ratio. */
  public static final Field RATIO = Field.flag("ratio");

  /** Units that are expected below a region. */
  public static final Field EXPECTED = Field.whole("expected");

  /** Units of these that lack data for the indicator. */
  public static final Field ABSENT = Field.whole("absent");

  /** True where only earlier months than the period lack. */
  public static final Field HISTORY = Field.flag("history");

  /** True where every expected unit of the period lacks data: the history does not reach back. */
  public static final Field EVERYWHERE = Field.flag("everywhere");

  /** True where too many rows of what it is made of were rejected. */
  public static final Field UNRELIABLE = Field.flag("unreliable");

  /** Of a side: units without its data. */
  public static final Field ABSENT_NUMERATOR = Field.whole("absent_numerator");

  /** Of a side: units without its data. */
  public static final Field ABSENT_DENOMINATOR = Field.whole("absent_denominator");

  /** Difference between a published total and its parts, where all parts are known. */
  public static final Field GAP = Field.exact("gap");

  private Parts() {}
}
