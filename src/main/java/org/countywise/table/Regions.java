package org.countywise.table;

import java.util.List;
import org.apache.spark.sql.types.DataType;
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

  /** A region that something lies in: code, level, unit. */
  private static final DataType PLACE =
      Field.schema(Field.text("region_code"), Field.text("region_level"), UNIT);

  /** The region and those above it up to its unit, lowest first; empty above the units. */
  public static final Field WITHIN = places("within");

  /** Regions above its unit, lowest first, and groups it is in; itself too where it lies there. */
  public static final Field ABOVE = places("above");

  /** Its name in the country's language, empty where the scheme has no roster. */
  public static final Field NAME_ZH = new Field("name_zh", DataTypes.StringType, true);

  /** Its English name, where there is one. */
  public static final Field NAME_EN = new Field("name_en", DataTypes.StringType, true);

  /** In order. */
  public static final List<Field> SCHEMA =
      List.of(PERIOD, REGION, LEVEL, PARENT, UNIT, WITHIN, ABOVE, NAME_ZH, NAME_EN);

  /** True for a region that lies in another. */
  public static final Field INSIDE = Field.flag("inside");

  private static Field places(String name) {
    return new Field(name, DataTypes.createArrayType(PLACE, false), false);
  }

  private Regions() {}
}
