package org.countywise.bench;

import java.nio.file.Path;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.sql.Statement;
import java.util.ArrayList;
import java.util.List;
import org.countywise.oracle.Oracle;

/** Holds answers to the same question against each other, cell by cell. */
final class Agreement {
  /**
   * Counties where something is known: plain queries know neither statuses nor rows of zero. A row
   * of a county that has not delivered is no difference.
   */
  private static final String PLAIN =
      """
      with plain as (
        select indicator, period, region_code, breakdown, numerator, denominator
        from read_parquet('%s') where period in (select period from wanted)),
      known as (
        select indicator, period, region_code, breakdown, numerator, denominator
        from indicator_value
        where region_level = 'county' and status in ('A', 'P', 'B', 'M')),
      silent as (
        select distinct indicator, period, region_code from indicator_value where status = 'O')
      select concat_ws(' ', indicator, region_code, period, breakdown) || ': expected '
        || coalesce(k.numerator::varchar, 'none') || ' of ' || coalesce(k.denominator::varchar, 'all')
        || ', plain Spark has ' || coalesce(p.numerator::varchar, 'none') || ' of '
        || coalesce(p.denominator::varchar, 'all')
      from known as k full join plain as p using (indicator, period, region_code, breakdown)
      where (coalesce(k.numerator, 0) <> coalesce(p.numerator, 0)
          or coalesce(k.denominator, 0) <> coalesce(p.denominator, 0))
        and (indicator, period, region_code) not in (from silent)
      order by 1
      """;

  private Agreement() {}

  /**
   * Differences between a release and DuckDB's answer.
   *
   * @param answer DuckDB's
   * @param export folder of a restricted export
   */
  static List<String> ofRelease(Path delivery, Question question, Path answer, Path export)
      throws SQLException {
    try (Oracle oracle = Oracle.over(delivery)) {
      oracle.load(question.months(), question.families(), answer);
      return oracle.compare(export.resolve("indicator_value/*.parquet")).stream()
          .map(Object::toString)
          .toList();
    }
  }

  /**
   * Differences between plain Spark's and DuckDB's answers, in counties.
   *
   * @param plain folder of Parquet files
   */
  static List<String> ofPlainSpark(Path delivery, Question question, Path answer, Path plain)
      throws SQLException {
    List<String> differences = new ArrayList<>();
    try (Oracle oracle = Oracle.over(delivery)) {
      oracle.load(question.months(), question.families(), answer);
      String files = plain.resolve("*.parquet").toString().replace("'", "''");
      try (Statement statement = oracle.connection().createStatement();
          ResultSet row = statement.executeQuery(PLAIN.formatted(files))) {
        while (row.next()) {
          differences.add(row.getString(1));
        }
      }
    }
    return differences;
  }
}
