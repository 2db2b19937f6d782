package org.countywise.sink.postgres;

import java.sql.SQLException;
import java.util.ArrayList;
import java.util.Collections;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import org.apache.spark.sql.Dataset;
import org.apache.spark.sql.Row;
import org.countywise.report.TextTemplate;

/** One export, within its transaction. */
final class Export {
  private static final TextTemplate ERRORS = TextTemplate.of("postgres-errors");

  private final Sql sql;
  private final PostgresSink sink;
  private final String schema;

  Export(Sql sql, PostgresSink sink) {
    this.sql = sql;
    this.sink = sink;
    this.schema = sink.schema();
  }

  /** A schema that holds a stranger. */
  public record Stranger(String schema, String relation, String place) {}

  Exported of(Map<String, Dataset<Row>> tables, String release) throws SQLException {
    sql.run("begin", schema);
    claim();
    List<StarTable> star = new ArrayList<>();
    List<StarTable> made = new ArrayList<>();
    for (Map.Entry<String, Dataset<Row>> table : tables.entrySet()) {
      sink.progress().accept(table.getKey());
      star.add(stage(StarTable.of(schema, table.getKey(), table.getValue().schema()), made));
      copy(star.get(star.size() - 1), table.getValue());
    }
    sink.progress().accept("changes");
    Map<String, Exported.Changes> changes = apply(star);
    for (StarTable table : made) {
      sql.run("keys_" + table.name(), schema);
    }
    List<WideView> views = new WideViews(sql, schema).settle();
    new Comments(sql, schema).settle(star, views, release);
    Exported.Reader reader = new ReadingRole(sql, sink.reader(), schema).settle();
    sink.progress().accept("commit");
    return new Exported(changes, views.stream().map(WideView::name).toList(), reader);
  }

  /** Makes the schema this export's own until the end of the transaction. */
  private void claim() throws SQLException {
    if (!sql.holds("lock", schema)) {
      throw new SQLException("another export writes it", Failure.HELD);
    }
    if (!sql.holds("has_schema", schema)) {
      sql.run("create_schema", schema);
    }
    List<String> strangers = sql.texts("strangers", schema);
    if (!strangers.isEmpty()) {
      throw new OccupiedSchemaException(
          ERRORS.part("occupied", new Stranger(schema, strangers.get(0), sink.server().place())));
    }
  }

  /**
   * Makes sure of the table and of a staged one like it.
   *
   * @return the table with all the columns that it has
   */
  private StarTable stage(StarTable table, List<StarTable> made) throws SQLException {
    List<String> standing = table.with(columns(table)).names();
    if (standing.isEmpty()) {
      sql.run("create_table", table);
      made.add(table);
    }
    List<StarTable.Column> missing =
        table.columns().stream()
            .filter(column -> !standing.isEmpty() && !standing.contains(column.name()))
            .toList();
    if (!missing.isEmpty()) {
      sql.run("add_columns", table.with(missing));
    }
    sql.run("stage", table);
    return table.with(columns(table));
  }

  private List<StarTable.Column> columns(StarTable table) throws SQLException {
    return sql.rows("columns", table).stream()
        .map(row -> new StarTable.Column(row.get(0), row.get(1)))
        .toList();
  }

  /** Streams the rows of a release, which may lack columns that later ones have. */
  private void copy(StarTable table, Dataset<Row> rows) throws SQLException {
    StreamedRows streamed = StreamedRows.of(rows);
    long taken = sql.copy(StarTable.of(schema, table.name(), rows.schema()), streamed);
    if (taken != streamed.count()) {
      throw new SQLException(
          "%s: %d rows were sent and %d taken".formatted(table.name(), streamed.count(), taken),
          Failure.WRONG);
    }
    sql.run("analyze_staged", table);
  }

  /**
   * Takes out, changes and adds rows where the staged ones differ: values never lack a dimension.
   */
  private Map<String, Exported.Changes> apply(List<StarTable> star) throws SQLException {
    Map<String, Fates> fates = new LinkedHashMap<>();
    for (StarTable table : star) {
      fates.put(table.name(), Fates.of(table, sql));
    }
    List<StarTable> valuesFirst = new ArrayList<>(star);
    Collections.reverse(valuesFirst);
    for (StarTable table : valuesFirst) {
      fates.get(table.name()).meet("deleted", table, sql);
    }
    Map<String, Exported.Changes> changes = new LinkedHashMap<>();
    for (StarTable table : star) {
      Fates of = fates.get(table.name());
      of.meet("updated", table, sql);
      of.meet("inserted", table, sql);
      if (!of.rows().isEmpty()) {
        sql.run("analyze", table);
      }
      changes.put(table.name(), of.changes(Long.parseLong(sql.texts("count", table).get(0))));
    }
    return changes;
  }
}
