package org.countywise.cli;

import java.util.LinkedHashMap;
import java.util.Map;
import java.util.Optional;
import java.util.function.Consumer;
import java.util.stream.Stream;
import org.apache.spark.sql.Dataset;
import org.apache.spark.sql.Row;
import org.countywise.sink.postgres.Exported;
import org.countywise.sink.postgres.LocalPostgres;
import org.countywise.sink.postgres.PostgresSink;
import org.countywise.sink.postgres.Server;

/** Exports of the releases of {@link PostgresWarehouse} to schemas of a server. */
record PostgresExports(LocalPostgres server) {

  /** Types the command, as the owner of the server. */
  Terminal export(String... words) {
    return exportAs(LocalPostgres.OWNER, words);
  }

  /** Types the command as a user. */
  Terminal exportAs(String user, String... words) {
    return type(Stream.concat(Stream.of("--url", server.url(), "--user", user), Stream.of(words)));
  }

  /** Types the command with nothing but the words and the warehouse. */
  static Terminal type(Stream<String> words) {
    Stream<String> before =
        Stream.of(
            "export", "-q", "--format", "postgres", "--warehouse", PostgresWarehouse.folder());
    return Terminal.type(Stream.concat(before, words).toArray(String[]::new));
  }

  /** Exports a release without the terminal; the reading role is called after the schema. */
  Exported write(String release, String schema, Consumer<String> progress) {
    Server.Login owner =
        new Server.Login(Optional.of(LocalPostgres.OWNER), Optional.of(LocalPostgres.PASSWORD));
    Server database = Server.of(server.url(), owner);
    return new PostgresSink(database, schema, schema + "_reader", progress)
        .write(tables(release), release);
  }

  /** The tables of a release. */
  static Map<String, Dataset<Row>> tables(String release) {
    ReleaseReader reader = ReleaseReader.of(PostgresWarehouse.bench().warehouse(), release);
    Map<String, Dataset<Row>> tables = new LinkedHashMap<>();
    PostgresExport.TABLES.forEach(table -> tables.put(table, reader.table(table)));
    return tables;
  }

  /** All values of a schema in one snapshot, as a number. */
  String content(String schema) {
    String sql = "select count(*), sum(hashtextextended(v::text, 0)) from %s.indicator_value v";
    return server.rows(sql.formatted(schema)).get(0);
  }
}
