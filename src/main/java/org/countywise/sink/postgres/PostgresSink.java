package org.countywise.sink.postgres;

import java.sql.Connection;
import java.sql.SQLException;
import java.util.Map;
import java.util.function.Consumer;
import org.apache.spark.sql.Dataset;
import org.apache.spark.sql.Row;

/**
 * A schema of a PostgreSQL database (12 or newer) that shows one release: its tables with keys,
 * indexes and comments, a wide view for each family, and a role that may read them.
 *
 * @param reader name of that role
 * @param progress is told what begins
 */
public record PostgresSink(Server server, String schema, String reader, Consumer<String> progress) {

  /**
   * Lets the schema show these tables and nothing else, in one transaction: whoever reads sees what
   * was there before or all of it. Rows that are there already stay untouched.
   *
   * @param tables the dimensions first, since the values refer to them
   * @param release id of the release
   * @throws OccupiedSchemaException when the schema holds what no export made
   * @throws PostgresException when the server cannot be reached or refuses
   */
  public Exported write(Map<String, Dataset<Row>> tables, String release) {
    try (Connection connection = open()) {
      Exported exported = new Export(new Sql(connection), this).of(tables, release);
      connection.commit();
      return exported;
    } catch (SQLException e) {
      throw Failure.writing(e, this);
    }
  }

  private Connection open() {
    try {
      Connection connection = server.connect();
      connection.setAutoCommit(false);
      return connection;
    } catch (SQLException e) {
      throw Failure.connecting(e, this);
    }
  }
}
