package org.countywise.faults;

import static org.apache.spark.sql.functions.map_entries;
import static org.apache.spark.sql.functions.sort_array;
import static org.apache.spark.sql.functions.struct;
import static org.apache.spark.sql.functions.to_json;
import static org.assertj.core.api.Assertions.assertThat;

import java.nio.file.Path;
import java.util.List;
import java.util.Map;
import java.util.Random;
import java.util.TreeMap;
import java.util.stream.Stream;
import org.apache.spark.sql.Column;
import org.apache.spark.sql.Dataset;
import org.apache.spark.sql.Encoders;
import org.apache.spark.sql.Row;
import org.apache.spark.sql.types.MapType;
import org.apache.spark.sql.types.StructField;
import org.countywise.Folders;
import org.countywise.Workbench;
import org.countywise.release.Table;
import org.countywise.release.Warehouse;
import org.countywise.run.WholeReleases;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;

/**
 * Runs are killed at random moments in a warehouse that knows what rows of earlier months came to.
 * Readers see the old release or the new one, and the next run publishes, and keeps for later ones,
 * what it would have without.
 *
 * <p>{@code -Dcountywise.kills}, {@code -Dcountywise.pairs} and {@code -Dcountywise.seed} say how
 * many, and which; {@code -Dcountywise.family} what is run: {@code monitoring} fills all tables of
 * the store.
 */
@Tag("server")
class KilledRunsTest {
  private static final long SEED = Long.getLong("countywise.seed", 174);
  private static final int KILLS = Integer.getInteger("countywise.kills", 4);
  private static final int PAIRS = Integer.getInteger("countywise.pairs", 1);
  private static final int BEFORE_THE_NEXT_RUN = 5;
  private static final String NEW = "r0002";
  private static final List<String> STORE =
      List.of("measure", "measure_rejected", "monthly_tally", "alert_event");

  private static final String FAMILY = System.getProperty("countywise.family", "public-posts");
  private static final LocalRun RUN = LocalRun.in(Workbench.bench("killed-runs").folder(), FAMILY);
  private static final LocalRun OTHER =
      new LocalRun(Workbench.bench("killed-runs-other").folder(), RUN.warehouse(), RUN.families());
  private static final Path BASE = RUN.folder().resolve("base");
  private static final WholeReleases WHOLE = new WholeReleases();
  private static final Random RANDOM = new Random(SEED);

  private static Map<String, String> before;
  private static Map<String, String> after;
  private static Map<String, List<String>> kept;
  private static long millis;

  @BeforeAll
  static void runUndisturbed() {
    succeed("2020-08");
    Folders.copy(RUN.warehouse(), BASE);
    before = RUN.contents(WHOLE);
    long begin = System.nanoTime();
    succeed("2020-09");
    millis = (System.nanoTime() - begin) / 1_000_000;
    after = RUN.contents(WHOLE);
    kept = kept();
    assertThat(kept.get("store_entry")).hasSizeGreaterThan(1);
    assertThat(kept.get("measure")).isNotEmpty();
  }

  private static void succeed(String month) {
    AtWork.Ended ended = RUN.start(month).ended();
    assertThat(ended.exitCode()).as("%s", ended).isZero();
  }

  @Test
  void shouldLeaveTheOldReleaseOrTheNewOneAndComeToTheSameThen() {
    restore();
    for (int kill = 1; kill <= KILLS; kill++) {
      long moment = moment();
      AtWork.Ended ended = RUN.start("2020-09").after(moment).kill().ended();

      assertThat(ended.exitCode()).as("kill %d after %d ms: %s", kill, moment, ended).isIn(137, 0);
      Map<String, String> seen = RUN.contents(WHOLE);
      System.out.printf("kill %d after %d of %d ms: %s%n", kill, moment, millis, seen.keySet());
      assertThat(seen).as("kill %d after %d ms", kill, moment).isIn(before, after);
      if (kill % BEFORE_THE_NEXT_RUN == 0 || kill == KILLS || seen.containsKey(NEW)) {
        assertTheNextRunComesToTheSame();
        restore();
      }
    }
  }

  @Test
  void shouldLetOneOfTwoRunsPublishWhereTheOtherIsKilled() {
    restore();
    for (int pair = 1; pair <= PAIRS; pair++) {
      AtWork one = RUN.start("2020-09");
      AtWork other = OTHER.start("2020-09");
      long moment = 2 * moment();
      int killed = one.after(moment).kill().ended().exitCode();
      AtWork.Ended left = other.ended();

      System.out.printf(
          "pair %d: killed after %d ms (%d), the other ended with %d%n",
          pair, moment, killed, left.exitCode());
      assertThat(killed).isIn(137, 0, 64);
      assertThat(left.exitCode()).as("%s", left).isIn(0, 64);
      assertThat(RUN.contents(WHOLE)).as("killed after %d ms: %s", moment, left).isEqualTo(after);
      assertTheNextRunComesToTheSame();
      restore();
    }
  }

  /** From the start of the JVM to a little after the end: moments of the writing are among them. */
  private static long moment() {
    return 1 + (long) (RANDOM.nextDouble() * millis * 1.05);
  }

  private static void restore() {
    Folders.delete(RUN.warehouse());
    Folders.copy(BASE, RUN.warehouse());
  }

  private static void assertTheNextRunComesToTheSame() {
    succeed("2020-09");
    assertThat(RUN.contents(WHOLE)).isEqualTo(after);
    assertThat(kept()).isEqualTo(kept);
  }

  /** What later runs will take for known: entries with what they hold, and their rows. */
  private static Map<String, List<String>> kept() {
    Warehouse warehouse = RUN.open();
    Map<String, List<String>> kept = new TreeMap<>();
    Stream.concat(Stream.of("store_entry"), STORE.stream())
        .forEach(
            name ->
                warehouse
                    .read(Table.restricted(name), warehouse.release(NEW))
                    .ifPresent(rows -> kept.put(name, texts(rows))));
    return kept;
  }

  private static List<String> texts(Dataset<Row> rows) {
    Column[] columns =
        Stream.of(rows.schema().fields()).map(KilledRunsTest::comparable).toArray(Column[]::new);
    return rows.select(to_json(struct(columns))).as(Encoders.STRING()).collectAsList().stream()
        .sorted()
        .toList();
  }

  private static Column comparable(StructField field) {
    Column value = org.apache.spark.sql.functions.col(field.name());
    return field.dataType() instanceof MapType
        ? sort_array(map_entries(value)).as(field.name())
        : value;
  }
}
