package org.countywise.table;

import org.apache.spark.sql.types.DataTypes;
import org.apache.spark.sql.types.StructType;

/** The published table: one row per indicator, region, period and breakdown. */
public final class IndicatorValue {
  public static final Field INDICATOR = Field.text("indicator");
  public static final Field REGION = Field.text("region_code");
  public static final Field LEVEL = Field.text("region_level");
  public static final Field PERIOD = Field.text("period");

  /** Empty for the total, else {@code name=value}. */
  public static final Field BREAKDOWN = Field.text("breakdown");

  /** The numerator, or numerator by denominator times the indicator's factor. */
  public static final Field VALUE = new Field("value", DataTypes.DoubleType, true);

  /** The exact part at 6 decimals. */
  public static final Field NUMERATOR = shown("numerator");

  /** The exact part at 6 decimals; null for plain counts. */
  public static final Field DENOMINATOR = shown("denominator");

  /** SDMX observation status: A, P, O, M, Q, U, B. */
  public static final Field STATUS = Field.text("status");

  /** Id of the release that published the row. */
  public static final Field RELEASE = Field.text("release");

  /** The contract's columns in order. */
  public static final StructType SCHEMA =
      Field.schema(
          INDICATOR,
          REGION,
          LEVEL,
          PERIOD,
          BREAKDOWN,
          VALUE,
          NUMERATOR,
          DENOMINATOR,
          STATUS,
          RELEASE);

  private static Field shown(String name) {
    return new Field(name, DataTypes.createDecimalType(38, 6), true);
  }

  private IndicatorValue() {}
}
