package org.countywise.table;

import org.apache.spark.sql.types.DataTypes;

/** The region tree of each period. */
public final class Regions {
  /** {@code YYYY-MM}. */
  public static final Field PERIOD = Field.text("period");

  /** The region's code. */
  public static final Field REGION = Field.text("region_code");

  /** Its level. */
  public static final Field LEVEL = Field.text("region_level");

  /** Code of the region above; null at the top. */
  public static final Field PARENT = new Field("parent_code", DataTypes.StringType, true);

  /** The unit it lies in or is; null above the units. */
  public static final Field UNIT = new Field("unit_code", DataTypes.StringType, true);

  /** Its name in the country's language, empty where the scheme has no roster. */
  public static final Field NAME_ZH = new Field("name_zh", DataTypes.StringType, true);

  /** Its English name, where there is one. */
  public static final Field NAME_EN = new Field("name_en", DataTypes.StringType, true);

  private Regions() {}
}
