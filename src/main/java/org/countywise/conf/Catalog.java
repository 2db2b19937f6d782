package org.countywise.conf;

/** What knows the tables of a warehouse, and makes one of two writers the later. */
public enum Catalog {
  /** The folder of the warehouse itself; needs a file system whose rename is atomic. */
  HADOOP,
  /** A table in a PostgreSQL database. */
  JDBC,
  /** A service that speaks Iceberg's REST protocol. */
  REST
}
