package org.countywise.sink.postgres;

import java.sql.SQLException;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;
import org.countywise.report.TextTemplate;

/** The comments on tables, views and columns: what a catalogue of data shows of them. */
public record Comments(Sql sql, String schema) {
  private static final TextTemplate WORDS = TextTemplate.of("postgres-comments");

  /**
   * A comment.
   *
   * @param kind {@code table} or {@code view}
   * @param column empty for the relation itself
   */
  public record Comment(String schema, String kind, String name, String column, String text) {
    private String place() {
      return name + "." + column;
    }
  }

  /** A table and the release that it shows. */
  public record Shown(String table, String release) {}

  /** Writes the comments that are not yet as they should be. */
  void settle(List<StarTable> star, List<WideView> views, String release) throws SQLException {
    Map<String, String> standing = new HashMap<>();
    for (List<String> comment : sql.rows("comments", schema)) {
      standing.put(comment.get(0) + "." + comment.get(1), comment.get(2));
    }
    List<Comment> wanted = new ArrayList<>();
    star.forEach(table -> wanted.addAll(ofTable(table, release)));
    views.forEach(view -> wanted.addAll(ofView(view)));
    for (Comment comment : wanted) {
      if (!comment.text().equals(standing.get(comment.place()))) {
        sql.run("comment", comment);
      }
    }
  }

  private List<Comment> ofTable(StarTable table, String release) {
    List<Comment> comments = new ArrayList<>();
    comments.add(
        comment("table", table.name(), "", WORDS.part("table", new Shown(table.name(), release))));
    for (String column : table.names()) {
      comments.add(comment("table", table.name(), column, WORDS.part("column", column)));
    }
    return comments;
  }

  private List<Comment> ofView(WideView view) {
    List<Comment> comments = new ArrayList<>();
    comments.add(comment("view", view.name(), "", WORDS.part("view", view)));
    Set<String> own = new HashSet<>();
    for (WideView.Indicator of : view.indicators()) {
      comments.add(comment("view", view.name(), of.id(), WORDS.part("indicator", of)));
      comments.add(comment("view", view.name(), of.status(), WORDS.part("status_of", of)));
      own.addAll(List.of(of.id(), of.status()));
    }
    view.columns().stream()
        .filter(column -> !own.contains(column))
        .forEach(
            column ->
                comments.add(comment("view", view.name(), column, WORDS.part("column", column))));
    return comments;
  }

  private Comment comment(String kind, String name, String column, String text) {
    return new Comment(schema, kind, name, column, text.strip());
  }
}
