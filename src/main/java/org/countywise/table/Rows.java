package org.countywise.table;

import org.apache.spark.sql.types.DataTypes;

/** What the engine adds to the declared columns of a dataset's rows. */
public final class Rows {
  /** {@code YYYY-MM}; empty for reference data. */
  public static final Field PERIOD = Field.text("period");

  /** First day of the period, for expressions. */
  public static final Field PERIOD_START = new Field("period_start", DataTypes.DateType, true);

  /** Last day of the period, for expressions. */
  public static final Field PERIOD_END = new Field("period_end", DataTypes.DateType, true);

  /** Code of the region the row was delivered under. */
  public static final Field DELIVERED = new Field("_delivered", DataTypes.StringType, true);

  /** Leading digits of that code: the unit whose control totals count the row. */
  public static final Field UNIT = new Field("_unit", DataTypes.StringType, true);

  /** Code of the region the row counts in. */
  public static final Field REGION = new Field("_region", DataTypes.StringType, true);

  /** Why the row is rejected; null for accepted rows. */
  public static final Field REASON = new Field("_reason", DataTypes.StringType, true);

  /** What became of the row for one measure. */
  public static final Field FATE = Field.text("_fate");

  /** What is strange about an accepted row. */
  public static final Field WARNINGS =
      new Field("_warnings", DataTypes.createArrayType(DataTypes.StringType, false), false);

  /** True for a published total, which is never counted. */
  public static final Field TOTAL = Field.flag("_total");

  /** True where the measure says how rows are judged. */
  public static final Field JUDGES = Field.flag("_judges");

  /** True where the measure says what regions come to. */
  public static final Field COUNTS = Field.flag("_counts");

  /** Number of rows of one verdict. */
  public static final Field ROWS = Field.whole("rows");

  /** Number of accepted rows with a warning, by its place among the dataset's warnings. */
  public static Field warned(int warning) {
    return Field.whole("warned_" + warning);
  }

  /** Why a value that a file holds is none of the column's type; null where it is one. */
  public static Field fault(String column) {
    return new Field("_fault_" + column, DataTypes.StringType, true);
  }

  /** Flag for a numeric column whose value is hidden by its publisher. */
  public static Field hidden(String column) {
    return Field.flag("_hidden_" + column);
  }

  private Rows() {}
}
