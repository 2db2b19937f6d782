package org.countywise.oracle;

import java.math.BigDecimal;
import java.sql.Connection;
import java.sql.PreparedStatement;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.sql.Statement;

/** Cells of one period's {@code indicator_value} as short text, for tests. */
record Answers(Connection connection, String period) {
  private static final String CELL =
      """
      select status, value, numerator, denominator from indicator_value
      where indicator = ? and region_code = ? and breakdown = ? and period = ?
      """;

  /**
   * The cell as {@code status value [numerator/denominator]}, {@code -} for null, without the
   * denominator where there is none: {@code A 80.0 [4/5]}, {@code P 3.0 [3]}, {@code O - [-]};
   * "absent" without a row, "repeated" with two.
   */
  String cell(String indicator, String region, String breakdown) throws SQLException {
    try (PreparedStatement select = connection.prepareStatement(CELL)) {
      select.setString(1, indicator);
      select.setString(2, region);
      select.setString(3, breakdown);
      select.setString(4, period);
      try (ResultSet row = select.executeQuery()) {
        if (!row.next()) {
          return "absent";
        }
        String cell = "%s %s [%s]".formatted(row.getString(1), known(row.getString(2)), parts(row));
        return row.next() ? "repeated" : cell;
      }
    }
  }

  /** The cell without a breakdown. */
  String total(String indicator, String region) {
    try {
      return cell(indicator, region, "");
    } catch (SQLException e) {
      throw new IllegalStateException("no cell " + indicator + " of " + region, e);
    }
  }

  /** The first column of the query's first row as text. */
  String text(String query) throws SQLException {
    try (Statement statement = connection.createStatement();
        ResultSet row = statement.executeQuery(query)) {
      row.next();
      return row.getString(1);
    }
  }

  private static String parts(ResultSet row) throws SQLException {
    String numerator = plain(row.getBigDecimal(3));
    BigDecimal denominator = row.getBigDecimal(4);
    return denominator == null ? numerator : numerator + "/" + plain(denominator);
  }

  private static String plain(BigDecimal number) {
    return number == null ? "-" : number.stripTrailingZeros().toPlainString();
  }

  private static String known(String value) {
    return value == null ? "-" : value;
  }
}
