package org.countywise.bench;

import java.nio.file.Path;
import java.sql.SQLException;
import java.sql.Statement;
import java.util.List;
import org.countywise.oracle.Oracle;

/** The performance peer as a program: the oracle's SQL on DuckDB, its answer in a Parquet file. */
final class DuckDb {
  private DuckDb() {}

  /** {@code DELIVERY ANSWER THREADS MONTH,MONTH… FAMILY,FAMILY…}. */
  public static void main(String[] arguments) throws SQLException {
    try (Oracle oracle = Oracle.over(Path.of(arguments[0]))) {
      try (Statement statement = oracle.connection().createStatement()) {
        statement.execute("set threads = " + Integer.parseInt(arguments[2]));
      }
      oracle.compute(Question.months(arguments[3]), List.of(arguments[4].split(",", -1)));
      oracle.save(Path.of(arguments[1]));
    }
  }
}
