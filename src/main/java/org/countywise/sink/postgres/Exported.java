package org.countywise.sink.postgres;

import java.util.List;
import java.util.Map;

/**
 * What an export did.
 *
 * @param tables what changed in each, by name
 * @param views names of the wide views that there are now
 */
public record Exported(Map<String, Changes> tables, List<String> views, Reader reader) {

  /**
   * Rows of a table.
   *
   * @param rows as many as there are now
   * @param updated rows that were there and differ
   * @param revised of these, rows that differ in more than the release that published them
   */
  public record Changes(long rows, long inserted, long updated, long revised, long deleted) {}

  /** How the role stands that reads and never writes. */
  public enum Access {
    /** It reads every table and view. */
    READS,
    /** It is not there, and the user may not make it. */
    MISSING,
    /** It is there, and the user may not let it read. */
    SHUT_OUT
  }

  /** The role that reads and never writes. */
  public record Reader(String role, Access access) {}
}
