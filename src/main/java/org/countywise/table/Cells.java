package org.countywise.table;

import java.util.List;
import org.apache.spark.sql.types.DataTypes;
import org.apache.spark.sql.types.StructType;

/** Measures of one dataset, per region, period and breakdown. */
public final class Cells {
  /** {@code YYYY-MM}. */
  public static final Field PERIOD = Field.text("period");

  /** The lowest region the rows were located in. */
  public static final Field REGION = Field.text("region_code");

  /** Name of the breakdown, empty for the total. */
  public static final Field DIMENSION = Field.text("dimension");

  /** {@code name=value}, empty for the total. */
  public static final Field BREAKDOWN = Field.text("breakdown");

  /** The exact sum of what is known; null where no term is. */
  public static final Field SUM = Field.exact("sum");

  /** Terms whose value is not known. */
  public static final Field UNKNOWN = Field.whole("unknown");

  /** Terms whose value exists and is hidden by its publisher. */
  public static final Field HIDDEN = Field.whole("hidden");

  /**
   * Terms that are lost: their row is rejected, or their value cannot be read. Counted where the
   * dataset has published totals, which tell by how much.
   */
  public static final Field LOST = Field.whole("lost");

  /** Rows summed, known or not. */
  public static final Field TERMS = Field.whole("terms");

  /** The published total of the same sum, where there is one. */
  public static final Field TOTAL = Field.exact("total");

  /** Published totals that are hidden. */
  public static final Field TOTAL_HIDDEN = Field.whole("total_hidden");

  /** Published totals that are lost. */
  public static final Field TOTAL_LOST = Field.whole("total_lost");

  /** One measure. */
  public static final StructType CELL =
      Field.schema(SUM, UNKNOWN, HIDDEN, LOST, TERMS, TOTAL, TOTAL_HIDDEN, TOTAL_LOST);

  /** Measures by name; a measure that is not there is zero. */
  public static final Field VALUES =
      new Field("values", DataTypes.createMapType(DataTypes.StringType, CELL, false), false);

  /** In order. */
  public static final List<Field> SCHEMA = List.of(PERIOD, REGION, DIMENSION, BREAKDOWN, VALUES);

  private Cells() {}
}
