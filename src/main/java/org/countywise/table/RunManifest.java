package org.countywise.table;

import org.apache.spark.sql.types.StructType;

/** The published table {@code run_manifest}: one row per release. */
public final class RunManifest {
  /** Id of the release. */
  public static final Field RELEASE = Field.text("release");

  /** What it was made of and says, as JSON. */
  public static final Field MANIFEST = Field.text("manifest");

  /** The columns in order. */
  public static final StructType SCHEMA = Field.schema(RELEASE, MANIFEST);

  private RunManifest() {}
}
