package org.countywise.definition;

import java.util.List;
import java.util.Map;

/**
 * One input dataset.
 *
 * @param kind how its rows relate to a period
 * @param grain what one row is, in words
 * @param key columns that are unique within a period (within the dataset for reference data)
 * @param files where its files lie in a delivery, for example {@code
 *     employment/period={period}/*.parquet}
 * @param period SQL giving the period {@code YYYY-MM} of a row, where the path does not say it
 * @param region SQL giving the code of the region a row was delivered under; null for reference
 *     data without one
 * @param computed named SQL expressions usable like columns
 * @param references rows of other datasets a row points to, by name; {@code name.column} reads them
 * @param suppressed values that exist and are hidden by the publisher
 * @param totals rows that repeat others: checked, never counted
 */
public record Dataset(
    String dataset,
    Title title,
    Kind kind,
    String grain,
    List<String> key,
    String files,
    String period,
    String region,
    Map<String, Column> columns,
    Map<String, String> computed,
    Map<String, Reference> references,
    List<Suppression> suppressed,
    Map<String, Total> totals) {

  /** How rows relate to a period: the state on its last day, what happened in it, or none. */
  public enum Kind {
    SNAPSHOT,
    EVENTS,
    REFERENCE
  }

  /**
   * One column.
   *
   * @param type {@code int32, int64, decimal(p,s), double, string, date, boolean}
   * @param role what the column is for: {@code identifier} columns are personal and never leave
   *     restricted tables
   * @param unit of numbers, for example {@code fen}
   * @param optional true where null (unknown) is allowed; false or absent: null rejects the row
   * @param values the closed list, if any
   * @param negative what a negative number means: {@code reject} (as when absent), {@code warn},
   *     {@code allow}
   * @param stored {@code string} where a number is stored as text
   * @param note what else a reader must know
   */
  public record Column(
      String type,
      Role role,
      String unit,
      Boolean optional,
      List<String> values,
      Negative negative,
      String stored,
      String note) {}

  /** What a column is for. */
  public enum Role {
    IDENTIFIER,
    REGION,
    CATEGORY,
    AMOUNT,
    DATE,
    FLAG,
    TEXT
  }

  /** What becomes of a negative number. */
  public enum Negative {
    REJECT,
    WARN,
    ALLOW
  }

  /**
   * A row of another dataset in the same period.
   *
   * @param on columns of this dataset that point there
   * @param to the columns there; null where they have the same names
   * @param expect stated cardinality; {@code one}: {@code to} covers the key there
   * @param missing what becomes of a row whose counterpart is not there
   * @param locates true where the row counts in the region of its counterpart
   */
  public record Reference(
      String dataset,
      List<String> on,
      List<String> to,
      Cardinality expect,
      Missing missing,
      Boolean locates) {}

  /** How many rows a join may find for one row. */
  public enum Cardinality {
    ONE,
    MANY
  }

  /** What becomes of a row that points nowhere. */
  public enum Missing {
    REJECT,
    WARN,
    ALLOW
  }

  /** Where {@code where} holds, the numbers in {@code columns} exist but are hidden. */
  public record Suppression(String where, List<String> columns) {}

  /**
   * Published totals inside the data.
   *
   * @param rows SQL: which rows are totals
   * @param of SQL: which rows they add up
   */
  public record Total(String rows, String of) {}
}
