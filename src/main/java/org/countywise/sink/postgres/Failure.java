package org.countywise.sink.postgres;

import java.net.UnknownHostException;
import java.sql.SQLException;
import java.util.Map;
import java.util.Optional;
import org.countywise.report.TextTemplate;
import org.postgresql.util.PSQLException;
import org.postgresql.util.ServerErrorMessage;

/**
 * What a server's refusal means for an export, by its SQLSTATE: a macro of {@code
 * postgres-errors.ftl} has the sentence.
 *
 * @param place host, port and database
 * @param said the server's own sentence
 */
public record Failure(
    String place, String user, String schema, String state, String said, boolean password) {
  /** SQLSTATE of a connection that broke. */
  static final String LOST = "08006";

  /** SQLSTATE of what an export itself finds to be wrong. */
  static final String WRONG = "XX000";

  /** SQLSTATE of somebody else's lock. */
  static final String HELD = "55P03";

  private static final TextTemplate SENTENCES = TextTemplate.of("postgres-errors");
  private static final Map<String, String> BY_STATE =
      Map.of(
          "08004",
          "login",
          "3D000",
          "no_database",
          "42501",
          "rights",
          "2BP01",
          "dependents",
          "23503",
          "orphans",
          HELD,
          "held");
  private static final Map<String, String> BY_CLASS =
      Map.of("28", "login", "08", "unreachable", "57", "lost", "53", "no_room");

  /** Why no connection came about. */
  static PostgresException connecting(SQLException said, PostgresSink sink) {
    return of(said, sink).sentence(Optional.empty(), said);
  }

  /** Why an export broke off. */
  static PostgresException writing(SQLException said, PostgresSink sink) {
    Failure failure = of(said, sink);
    boolean lost = failure.state().startsWith("08");
    return failure.sentence(lost ? Optional.of("lost") : Optional.empty(), said);
  }

  private static Failure of(SQLException said, PostgresSink sink) {
    String state = Optional.ofNullable(said.getSQLState()).orElse(WRONG);
    Server server = sink.server();
    return new Failure(
        server.place(), server.user(), sink.schema(), state, words(said), server.hasPassword());
  }

  /** The server's sentence without the values that it adds to it, except those of a key. */
  private static String words(SQLException said) {
    ServerErrorMessage server =
        said instanceof PSQLException psql ? psql.getServerErrorMessage() : null;
    if (server == null) {
      String first = String.valueOf(said.getMessage()).lines().findFirst().orElse("");
      return said.getCause() instanceof UnknownHostException host
          ? "%s (no host %s)".formatted(first, host.getMessage())
          : first;
    }
    boolean key = "23503".equals(server.getSQLState()) && server.getDetail() != null;
    return key ? server.getDetail() : server.getMessage();
  }

  private PostgresException sentence(Optional<String> known, SQLException said) {
    String macro =
        known.orElseGet(
            () ->
                BY_STATE.getOrDefault(
                    state, BY_CLASS.getOrDefault(state.substring(0, 2), "other")));
    return new PostgresException(SENTENCES.part(macro, this), said);
  }
}
