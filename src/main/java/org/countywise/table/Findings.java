package org.countywise.table;

import org.apache.spark.sql.types.DataTypes;
import org.apache.spark.sql.types.StructType;

/** The restricted tables about the quality of a delivery. */
public final class Findings {
  private static final Field SAMPLE =
      new Field("sample_keys", DataTypes.createArrayType(DataTypes.StringType, false), false);

  /** {@code finding}. */
  public static final StructType FINDING =
      Field.schema(
          Field.text("rule"),
          Field.text("dataset"),
          Field.text("period"),
          Field.text("county_code"),
          Field.text("severity"),
          Field.whole("rows"),
          SAMPLE,
          Field.text("message"),
          Field.text("breakdown"));

  /** {@code rejected_row}. */
  public static final StructType REJECTED_ROW =
      Field.schema(
          Field.text("dataset"),
          Field.text("period"),
          new Field("key", DataTypes.StringType, true),
          Field.text("reason"),
          Field.text("row"));

  private Findings() {}
}
