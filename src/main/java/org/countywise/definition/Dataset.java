package org.countywise.definition;

import java.util.List;
import java.util.Map;
import java.util.Optional;

/** One input dataset. */
public record Dataset(
    @Key("name of the dataset, as the file is named") String dataset,
    @Key("what readers call it") Title title,
    @Key("how its rows relate to a period") Kind kind,
    @Key("what one row is, in words") String grain,
    @Key(
            value =
                "columns that are unique within a period (within the dataset for reference data); `none` where nothing tells rows apart, so that two alike are two",
            word = Dataset.NO_KEY)
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
                "SQL giving the code of the region a row was delivered under; left out where a reference with `locates: true` says it, and for reference data that is not measured",
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

  /** Stands for a key where nothing tells rows apart. */
  public static final String NO_KEY = "none";

  /** The columns that tell rows apart; empty where nothing does. */
  public List<String> keyColumns() {
    return hasKey() ? key : List.of();
  }

  /** Whether its rows belong to periods. */
  public boolean hasPeriods() {
    return kind != Kind.REFERENCE;
  }

  /** Whether a row is more than one of its kind. */
  public boolean hasKey() {
    return columns.containsKey(NO_KEY) || !key.equals(List.of(NO_KEY));
  }

  /** The reference whose counterpart says where a row lies, if any. */
  public Optional<Map.Entry<String, Reference>> locator() {
    return references.entrySet().stream()
        .filter(reference -> Boolean.TRUE.equals(reference.getValue().locates()))
        .findFirst();
  }

  /** Whether its rows lie in regions: by a code of their own, or where their counterpart lies. */
  public boolean hasRegion() {
    return region != null || locator().isPresent();
  }

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
      @Key(
              value =
                  "what becomes of a value that cannot be read as its type, such as text that is no number: `reject` rejects the row, also when left out; `unknown` keeps the row and counts the cell as unknown",
              optional = true)
          Unreadable unreadable,
      @Key(value = "`string` where a number is stored as text", optional = true) String stored,
      @Key(
              value =
                  "the column's name in the files, where it has another there, for example `eqIncome`",
              optional = true)
          String column,
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

  /** What becomes of a value that is there and cannot be read as its type. */
  public enum Unreadable {
    REJECT,
    UNKNOWN
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
