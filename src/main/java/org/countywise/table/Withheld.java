package org.countywise.table;

import java.util.List;
import org.apache.spark.sql.types.StructType;

/** The restricted table {@code withheld}: which published rows have no numbers, and why. */
public final class Withheld {
  /**
   * {@code primary} for a small number, {@code complementary} for what would tell one, {@code part}
   * for what is there of a number whose history is not.
   */
  public static final Field KIND = Field.text("kind");

  /** What names a row. */
  public static final List<Field> KEY =
      List.of(
          IndicatorValue.INDICATOR,
          IndicatorValue.REGION,
          IndicatorValue.PERIOD,
          IndicatorValue.BREAKDOWN);

  /** In order. */
  public static final StructType SCHEMA =
      Field.schema(
          IndicatorValue.INDICATOR,
          IndicatorValue.REGION,
          IndicatorValue.PERIOD,
          IndicatorValue.BREAKDOWN,
          IndicatorValue.LEVEL,
          KIND);

  private Withheld() {}
}
