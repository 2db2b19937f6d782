package org.countywise.definition;

import java.util.List;
import java.util.Map;

/** One input dataset. */
public record Dataset(
    @Key("name of the dataset, as the file is named") String dataset,
    @Key("what readers call it") Title title,
    @Key("how its rows relate to a period") Kind kind,
    @Key("what one row is, in words") String grain,
    @Key("columns that are unique within a period (within the dataset for reference data)")
        List<String> key,
    @Key(
            value =
                "where its files lie in a delivery, for example `employment/period={period}/*.parquet`"
                    + "; `*` stands for any characters, `?` for one, the rest for itself",
            optional = true)
        String files,
    @Key(value = "instead of files: what makes its rows out of others", optional = true)
        Maker madeBy,
    @Key(
            value = "SQL giving the period `YYYY-MM` of a row, where the path does not say it",
            optional = true)
        String period,
    @Key(
            value =
                "SQL giving the code of the region a row was delivered under; left out for reference data that is not measured",
            optional = true)
        String region,
    @Key(value = "the level of the regions its rows lie in; left out, the lowest", optional = true)
        String level,
    @Key(
            value =
                "what it means that a unit delivered no row: `zero` when left out, or `not_delivered`, as with a survey",
            optional = true)
        NoRows noRows,
    @Key("the columns by name") Map<String, Column> columns,
    @Key(
            value =
                "named SQL expressions over the columns and those before them, usable like columns",
            optional = true)
        Map<String, String> computed,
    @Key(
            value =
                "rows of other datasets that a row points to, by name; `name.column` reads them",
            optional = true)
        Map<String, Reference> references,
    @Key(value = "values that exist and are hidden by the publisher", optional = true)
        List<Suppression> suppressed,
    @Key(value = "rows that repeat others: checked, never counted", optional = true)
        Map<String, Total> totals) {

  /** How rows relate to a period: the state on its last day, what happened in it, or none. */
  public enum Kind {
    SNAPSHOT,
    EVENTS,
    REFERENCE
  }

  /** What makes the rows of a dataset that is not delivered: the early warning, its alerts. */
  public enum Maker {
    WATCH
  }

  /** What it means that a unit delivered no row. */
  public enum NoRows {
    ZERO,
    NOT_DELIVERED
  }

  /** One column. */
  public record Column(
      @Key("`int32`, `int64`, `decimal(p,s)`, `double`, `string`, `date` or `boolean`") String type,
      @Key("what the column is for; an `identifier` is personal and never leaves restricted tables")
          Role role,
      @Key(value = "unit of a number, for example `fen`", optional = true) String unit,
      @Key(
              value = "true where null (unknown) is allowed; else a null rejects the row",
              optional = true)
          Boolean optional,
      @Key(value = "the closed list of a text", optional = true) List<String> values,
      @Key(value = "what becomes of a negative number: `reject` when left out", optional = true)
          Negative negative,
      @Key(value = "`string` where a number is stored as text", optional = true) String stored,
      @Key(value = "what else a reader must know", optional = true) String note) {}

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

  /** A row of another dataset in the same period. */
  public record Reference(
      @Key("the dataset pointed to") String dataset,
      @Key("columns of this dataset that point there") List<String> on,
      @Key(value = "the columns there; left out where they have the same names", optional = true)
          List<String> to,
      @Key("how many rows may be found: `one`, so `to` covers the whole key there")
          Cardinality expect,
      @Key("what becomes of a row whose counterpart is not there") Missing missing,
      @Key(value = "true where the row counts in the region of its counterpart", optional = true)
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

  /** Numbers that exist but are hidden. */
  public record Suppression(
      @Key("SQL condition over the columns as stored: where the numbers are hidden") String where,
      @Key("the columns hidden there") List<String> columns) {}

  /** Published totals inside the data. */
  public record Total(
      @Key("SQL condition: which rows are totals") String rows,
      @Key("SQL condition: which rows they add up") String of) {}
}
