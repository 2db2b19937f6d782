package org.countywise.cli;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.nio.file.Files;
import java.util.List;
import java.util.stream.Stream;
import org.countywise.Workbench;
import org.countywise.sink.postgres.LocalPostgres;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

/** What an export to PostgreSQL says where it cannot be done as asked. */
@Tag("server")
class PostgresRefusalsTest {
  private static final String URL = "jdbc:postgresql://127.0.0.1:1/stats";

  private static LocalPostgres server;
  private static PostgresExports exports;

  @BeforeAll
  static void start() {
    server = LocalPostgres.start();
    exports = new PostgresExports(server);
    server.execute("create role guest login password '%s'".formatted(LocalPostgres.PASSWORD));
  }

  @AfterAll
  static void stop() {
    if (server != null) {
      server.close();
    }
  }

  @ParameterizedTest
  @CsvSource(
      delimiter = '|',
      value = {
        "--format postgres | --format postgres has no --url; write --url jdbc:postgresql://HOST:PORT/DATABASE",
        "--format postgres --url stats --user a | 'stats' is no address of a PostgreSQL database; write --url",
        "--format postgres --url " + URL + " | does not say who asks; add --user NAME, or set",
        "--format postgres --url "
            + URL
            + " --user a --out E | --out 'E' is for files; --format postgres writes",
        "--format postgres --url "
            + URL
            + " --user a --restricted | a database gets published rows only",
        "--format postgres --url "
            + URL
            + " --user a --for spreadsheet | --for is for CSV; leave it out",
        "--format postgres --url "
            + URL
            + " --user a --schema pg_x | --schema 'pg_x' is no name for it; take up",
        "--format postgres --url "
            + URL
            + " --user a --reader A | --reader 'A' is no name for it; take up to",
        "--format csv --out E --url "
            + URL
            + " | are for --format postgres; --format csv writes to --out",
        "--format parquet --schema s --out E | are for --format postgres; --format parquet writes to --out",
        "--format csv | --format csv has no --out; write --out FOLDER",
        "--format cvs --out E | unknown format 'cvs'; did you mean 'csv'? Known formats are csv, parquet, postgres"
      })
  void shouldSayWhichWordsDoNotGoTogether(String words, String said) {
    Terminal typed =
        Terminal.type(
            Stream.concat(
                    Stream.of("export", "-q", "--warehouse", "W"), Stream.of(words.split(" ", -1)))
                .toArray(String[]::new));

    assertThat(typed.err()).startsWith("countywise: ").contains(said);
    assertThat(typed.code()).isEqualTo(Exit.USAGE);
  }

  @Test
  void shouldSayThatAServerIsNotReached() {
    refused(
        PostgresExports.type(Stream.of("--url", URL, "--user", "a")),
        "cannot reach PostgreSQL at 127.0.0.1:1/stats: Connection to 127.0.0.1:1 refused",
        "see that the server runs, and that host, port and settings of --url are right");
  }

  @Test
  void shouldSayThatAPasswordIsWrongAndNotRepeatIt() throws IOException {
    server.execute("create role other login password 'of another'");

    refused(
        exports.exportAs("other"),
        "does not let 'other' in: password authentication failed for user \"other\"",
        "(COUNTYWISE_POSTGRES_PASSWORD)");
    assertThat(Files.readString(Workbench.log())).doesNotContain(LocalPostgres.PASSWORD);
  }

  @Test
  void shouldSayThatADatabaseIsNotThere() {
    refused(
        PostgresExports.type(Stream.of("--url", server.url() + "x", "--user", LocalPostgres.OWNER)),
        "database \"statsx\" does not exist; name one that is there, or create it first");
  }

  @Test
  void shouldSayWhichRightIsLacking() {
    refused(
        exports.exportAs("guest", "--schema", "guests"),
        "user 'guest' lacks a right at ",
        "schema 'guests': permission denied for database stats",
        "'create schema \"guests\" authorization \"guest\"'");
  }

  @Test
  void shouldGoOnWithoutTheRightToMakeRoles() {
    server.execute("create schema modest authorization guest");

    Terminal typed = exports.exportAs("guest", "--schema", "modest", "--period", "2020-07");

    assertThat(typed.code()).as(typed.err()).isEqualTo(Exit.DONE);
    assertThat(typed.out().replaceAll("\\s+", " "))
        .contains(
            "Role modest_reader is not there, and the user may not create roles: let an"
                + " administrator execute 'create role modest_reader nologin'");
    assertThat(server.rows("select count(*) > 0 from modest.indicator_value")).containsExactly("t");

    server.execute("create role modest_reader nologin");
    assertThat(exports.exportAs("guest", "--schema", "modest", "--period", "2020-07").out())
        .contains("no row was written", "Role modest_reader may read it");
  }

  @Test
  void shouldLeaveASchemaAloneThatHoldsAStranger() {
    server.execute("create schema taken; create table taken.indicator_value (mine int)");

    Terminal typed = exports.export("--schema", "taken");

    assertThat(typed.code()).isEqualTo(Exit.USAGE);
    assertThat(typed.err())
        .endsWith(
            "holds 'indicator_value', which no export made; name a schema of its own by --schema, or"
                + " move it elsewhere\n");
    assertThat(
            server.rows(
                "select attname from pg_attribute where attrelid ="
                    + " 'taken.indicator_value'::regclass and attnum > 0"))
        .containsExactly("mine");
  }

  @Test
  void shouldSayWhatDependsOnAViewThatHasToChange() {
    exports.export("--schema", "based", "--period", "2020-07");
    server.execute(
        """
        create schema beyond;
        create view beyond.mine as select * from based.wide_exit;
        alter view based.wide_exit rename column exit_ready to old_name
        """);

    refused(
        exports.export("--schema", "based", "--period", "2020-07"),
        "something depends on a view of schema 'based'",
        "cannot drop view based.wide_exit because other objects depend on it",
        "make it again after the export; nothing was changed");
  }

  private static void refused(Terminal typed, String... said) {
    assertThat(typed.err()).startsWith("countywise: the engine failed: ").contains(said);
    assertThat(typed.code()).isEqualTo(Exit.FAILED);
    assertThat(List.of(typed.err(), typed.out()))
        .noneMatch(text -> text.contains(LocalPostgres.PASSWORD));
  }
}
