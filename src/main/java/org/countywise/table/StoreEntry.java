package org.countywise.table;

import org.apache.spark.sql.types.StructType;

/**
 * What the warehouse keeps of the rows that releases were made of: one row per use by a release.
 */
public final class StoreEntry {
  /** The hash of what the kept rows were made of. */
  public static final Field ENTRY = Field.text("entry");

  /** The table that has them. */
  public static final Field TABLE = Field.text("kept_in");

  /** What the kept rows hold: how many, and a sum of their hashes. */
  public static final Field CONTENT = Field.text("content");

  /** The release that made them, also a column of the kept rows. */
  public static final Field MADE = Field.text("made_by");

  /** The release that used them. */
  public static final Field RELEASE = Field.text("release");

  /** In order. */
  public static final StructType SCHEMA =
      Field.schema(ENTRY, TABLE, Parts.DATASET, Rows.PERIOD, CONTENT, MADE, RELEASE);

  private StoreEntry() {}
}
