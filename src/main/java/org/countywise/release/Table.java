package org.countywise.release;

import java.util.Locale;

/**
 * A table of the warehouse.
 *
 * @param space who may read it
 */
public record Table(Space space, String name) {
  /** Who may read a table. */
  public enum Space {
    /** Everybody. */
    PUBLISHED,
    /** Those who may see single villages, households and rows. */
    RESTRICTED;

    /** Its folder below the warehouse, and its namespace in the catalog. */
    String folder() {
      return name().toLowerCase(Locale.ROOT);
    }
  }

  /** A table that everybody may read. */
  public static Table published(String name) {
    return new Table(Space.PUBLISHED, name);
  }

  /** A table for those who may see single villages, households and rows. */
  public static Table restricted(String name) {
    return new Table(Space.RESTRICTED, name);
  }

  /** The table that manifests name so. */
  static Table of(String key) {
    int dot = key.indexOf('.');
    return new Table(
        Space.valueOf(key.substring(0, dot).toUpperCase(Locale.ROOT)), key.substring(dot + 1));
  }

  /** For example {@code published.indicator_value}: as manifests name it. */
  String key() {
    return space.folder() + "." + name;
  }

  /** The name Spark knows it by. */
  String path() {
    return Warehouse.CATALOG + "." + key();
  }

  /** The name Spark knows its namespace by. */
  String namespace() {
    return Warehouse.CATALOG + "." + space.folder();
  }

  /** The name Spark knows one of its branches by. */
  String branch(String branch) {
    return path() + ".branch_" + branch;
  }

  @Override
  public String toString() {
    return key();
  }
}
