package org.countywise.table;

import org.apache.spark.sql.types.StructType;

/** The published table {@code definition_file}: the definitions that releases were made of. */
public final class DefinitionFile {
  /** Hash of all files, as in the manifest. */
  public static final Field DEFINITIONS = Field.text("definitions");

  /** Path of the file in its folder. */
  public static final Field FILE = Field.text("file");

  /** What it says. */
  public static final Field TEXT = Field.text("text");

  /** The columns in order. */
  public static final StructType SCHEMA = Field.schema(DEFINITIONS, FILE, TEXT);

  private DefinitionFile() {}
}
