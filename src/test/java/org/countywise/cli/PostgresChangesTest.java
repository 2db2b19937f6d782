package org.countywise.cli;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.util.List;
import java.util.Set;
import java.util.concurrent.ConcurrentHashMap;
import java.util.concurrent.atomic.AtomicBoolean;
import org.countywise.sink.postgres.Exported;
import org.countywise.sink.postgres.LocalPostgres;
import org.countywise.sink.postgres.PostgresException;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;

/** What a second export changes on a real PostgreSQL server, and what readers see meanwhile. */
@Tag("server")
class PostgresChangesTest {
  private static LocalPostgres server;
  private static PostgresExports exports;

  @BeforeAll
  static void exportTheNewRelease() {
    server = LocalPostgres.start();
    exports = new PostgresExports(server);
    exports.write("r0002", "second", step -> {});
  }

  @AfterAll
  static void stop() {
    if (server != null) {
      server.close();
    }
  }

  @Test
  void shouldChangeOnlyWhatChangedAndSayHowMuch() {
    Exported first = exports.write("r0001", "changing", step -> {});
    List<String> untouched = server.rows(places("changing", "release = 'r0001'"));

    Exported second = exports.write("r0002", "changing", step -> {});

    Exported.Changes added = first.tables().get("indicator_value");
    long anew =
        PostgresExports.tables("r0002").get("indicator_value").where("release = 'r0002'").count();
    assertThat(added.inserted()).isEqualTo(added.rows());
    assertThat(second.tables().get("indicator_value"))
        .isEqualTo(new Exported.Changes(added.rows(), 1, anew - 1, 2, 1));
    assertThat(second.tables().get("dim_region").updated()).isZero();
    assertThat(untouched)
        .hasSizeGreaterThan(20_000)
        .containsAll(server.rows(places("changing", "release = 'r0001'")));
    assertThat(exports.content("changing")).isEqualTo(exports.content("second"));
  }

  private static String places(String schema, String condition) {
    return "select ctid, xmin, v::text from %s.indicator_value v where %s"
        .formatted(schema, condition);
  }

  @Test
  void shouldWriteNothingForAReleaseThatIsThere() {
    List<String> before = server.rows(WRITTEN);

    Terminal again = exports.export("--schema", "second");

    assertThat(again.code()).as(again.err()).isEqualTo(Exit.DONE);
    assertThat(again.out())
        .contains("shows release r0002 already; no row was written.")
        .containsPattern("indicator_value +[\\d,]+ +0 +0 +0\n");
    assertThat(server.rows(WRITTEN)).isEqualTo(before);
  }

  /** Which transactions wrote rows, tables, views, rights and comments of the second schema. */
  private static final String WRITTEN =
      """
      select 'values', max(xmin::text::bigint), count(*), max(ctid::text) from second.indicator_value
      union all select 'regions', max(xmin::text::bigint), count(*), max(ctid::text)
        from second.dim_region
      union all select 'columns', max(xmin::text::bigint), count(*), '' from pg_attribute
        where attrelid in (select oid from pg_class where relnamespace = 'second'::regnamespace)
      union all select 'rights', 0, count(*), max(relacl::text) from pg_class
        where relnamespace = 'second'::regnamespace
      union all select 'comments', max(xmin::text::bigint), count(*), '' from pg_description
        where objoid in (select oid from pg_class where relnamespace = 'second'::regnamespace)
      """;

  @Test
  void shouldLetReadersSeeTheOldReleaseOrTheNewOneOnly() throws InterruptedException {
    exports.write("r0001", "read", step -> {});
    String before = exports.content("read");
    Set<String> seen = ConcurrentHashMap.newKeySet();
    AtomicBoolean going = new AtomicBoolean(true);
    Thread reader =
        new Thread(
            () -> {
              while (going.get()) {
                seen.add(exports.content("read"));
              }
            });
    reader.start();

    exports.write(
        "r0002",
        "read",
        step -> assertThat(exports.content("read")).as("during %s", step).isEqualTo(before));

    assertThat(exports.content("read")).isEqualTo(exports.content("second")).isNotEqualTo(before);
    going.set(false);
    reader.join();
    assertThat(seen).contains(before).isSubsetOf(before, exports.content("second"));
  }

  @Test
  void shouldLeaveTheOldReleaseWhereTheServerEndsTheExport() {
    exports.write("r0001", "killed", step -> {});
    String before = exports.content("killed");

    for (String moment : List.of("indicator_value", "changes", "commit")) {
      assertThatThrownBy(() -> exports.write("r0002", "killed", step -> killAt(moment, step)))
          .as(moment)
          .isInstanceOf(PostgresException.class)
          .hasMessageContaining("ended the connection before the export was whole")
          .hasMessageContaining("export again");
      assertThat(exports.content("killed")).as(moment).isEqualTo(before);
      assertThat(server.rows("select obj_description('killed.indicator_value'::regclass)").get(0))
          .endsWith("release r0001");
    }

    exports.write("r0002", "killed", step -> {});
    assertThat(exports.content("killed")).isEqualTo(exports.content("second"));
  }

  private static void killAt(String moment, String step) {
    if (step.equals(moment)) {
      server.rows(
          "select pg_terminate_backend(pid) from pg_stat_activity where application_name ="
              + " 'countywise export'");
    }
  }

  @Test
  void shouldGiveATableOfAnEarlierBuildItsNewColumns() {
    exports.write("r0002", "older", step -> {});
    server.execute("alter table older.dim_indicator drop column formula_zh");

    Exported again = exports.write("r0002", "older", step -> {});

    Exported.Changes changes = again.tables().get("dim_indicator");
    assertThat(changes.updated()).isEqualTo(changes.rows()).isEqualTo(changes.revised());
    String formulas = "select indicator, formula_zh from %s.dim_indicator order by 1";
    assertThat(server.rows(formulas.formatted("older")))
        .isEqualTo(server.rows(formulas.formatted("second")));
  }

  @Test
  void shouldNotMixTwoExports() {
    assertThatThrownBy(
            () ->
                exports.write(
                    "r0001",
                    "second",
                    step -> {
                      if (step.equals("commit")) {
                        exports.write("r0002", "second", other -> {});
                      }
                    }))
        .isInstanceOf(PostgresException.class)
        .hasMessage(
            "schema 'second' of %s is in use: another export writes it; wait until the other has"
                    .formatted(server.url().replace("jdbc:postgresql://", ""))
                + " ended and export again; nothing was changed");
  }
}
