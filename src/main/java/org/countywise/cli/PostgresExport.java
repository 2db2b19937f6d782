package org.countywise.cli;

import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import org.apache.spark.sql.Dataset;
import org.apache.spark.sql.Row;
import org.countywise.sink.postgres.Exported;
import org.countywise.sink.postgres.OccupiedSchemaException;
import org.countywise.sink.postgres.PostgresSink;
import org.countywise.sink.postgres.Server;

/**
 * A release on its way into a database.
 *
 * @param reader the role that may only read
 */
record PostgresExport(Server server, String schema, String reader) {
  /** The tables that are exported, each after those it points to. */
  static final List<String> TABLES =
      List.of("dim_indicator", "dim_region", "dim_period", "indicator_value");

  /**
   * Brings a release there.
   *
   * @param values of it, all or those of some months
   * @throws UsageException when the schema is somebody else's
   */
  PostgresReport of(ReleaseReader release, Dataset<Row> values, ProgressLine progressLine) {
    Map<String, Dataset<Row>> tables = new LinkedHashMap<>();
    TABLES.forEach(table -> tables.put(table, release.table(table)));
    tables.put("indicator_value", values);
    PostgresSink sink =
        new PostgresSink(server, schema, reader, step -> progressLine.report(server.place(), step));
    try {
      Exported exported = sink.write(tables, release.name());
      return new PostgresReport(server.place(), schema, release.name(), exported);
    } catch (OccupiedSchemaException e) {
      throw new UsageException(e.getMessage());
    }
  }
}
