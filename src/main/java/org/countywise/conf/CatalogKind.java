package org.countywise.conf;

import java.util.Locale;

/** What knows the tables of a warehouse, and makes one of two writers the later. */
public enum CatalogKind {
  /** The folder of the warehouse itself; needs a file system whose rename is atomic. */
  HADOOP,
  /** A table in a PostgreSQL database. */
  JDBC,
  /** A service that speaks Iceberg's REST protocol. */
  REST;

  /** As {@code conf/} and the settings of a Spark session write it. */
  public String word() {
    return name().toLowerCase(Locale.ROOT);
  }

  /** The kind of a word. */
  public static CatalogKind of(String word) {
    return valueOf(word.toUpperCase(Locale.ROOT));
  }
}
