package org.countywise.sink.postgres;

import java.nio.charset.StandardCharsets;
import java.sql.SQLException;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;

/**
 * The wide views of a schema. A view is made anew where its columns are not those it should have.
 */
public record WideViews(Sql sql, String schema) {

  private static final int LONGEST_NAME = 63;
  private static final String TOO_LONG = "42622";

  /** A view by its name. */
  public record Relation(String schema, String name) {}

  /** Makes the views fit the values that are there. */
  List<WideView> settle() throws SQLException {
    Map<String, List<String>> standing = new LinkedHashMap<>();
    for (List<String> column : sql.rows("view_columns", schema)) {
      standing.computeIfAbsent(column.get(0), view -> new ArrayList<>()).add(column.get(1));
    }
    List<WideView> wanted = wanted();
    for (WideView view : wanted) {
      refuseLong(view);
      List<String> columns = standing.remove(view.name());
      if (!view.columns().equals(columns)) {
        make(view);
      }
    }
    for (String obsolete : standing.keySet()) {
      sql.run("drop_view", new Relation(schema, obsolete));
    }
    return wanted;
  }

  /** Longer names would be cut, and what is cut may be another's name. */
  private static void refuseLong(WideView view) throws SQLException {
    for (String column : view.columns()) {
      if (column.getBytes(StandardCharsets.UTF_8).length > LONGEST_NAME) {
        throw new SQLException(
            "'%s' is longer than the %d bytes of a name".formatted(column, LONGEST_NAME), TOO_LONG);
      }
    }
  }

  private void make(WideView view) throws SQLException {
    sql.run("drop_view", new Relation(schema, view.name()));
    sql.run("create_view", view);
  }

  /** One for each family whose indicators have a total. */
  private List<WideView> wanted() throws SQLException {
    Map<String, List<WideView.Indicator>> families = new LinkedHashMap<>();
    for (List<String> of : sql.rows("families", schema)) {
      families
          .computeIfAbsent(of.get(0), family -> new ArrayList<>())
          .add(new WideView.Indicator(of.get(1), of.get(2), of.get(3), of.get(4)));
    }
    return families.entrySet().stream()
        .map(family -> new WideView(schema, family.getKey(), family.getValue()))
        .toList();
  }
}
