package org.countywise.storage;

import static org.assertj.core.api.Assertions.assertThat;

import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Random;
import java.util.concurrent.Callable;
import java.util.concurrent.CyclicBarrier;
import java.util.concurrent.ExecutionException;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.concurrent.Future;
import java.util.concurrent.TimeUnit;
import java.util.function.Supplier;
import org.countywise.Workbench;
import org.countywise.release.RaceException;
import org.countywise.release.Warehouse;
import org.countywise.report.Manifest;
import org.countywise.report.Outcome;
import org.countywise.run.Progress;
import org.countywise.run.WholeReleases;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.TestInstance;

/**
 * Runs from a delivery to a release, with a server that knows the tables of the warehouse: one that
 * nothing disturbs, others that are killed in the same warehouse, and two at once in an empty one.
 */
@Tag("server")
@TestInstance(TestInstance.Lifecycle.PER_CLASS)
abstract class WholeRuns {
  private static final int PATIENCE_MINUTES = 5;
  private static final long SEED = 17;
  private static final int KILLS = 4;
  private static final long LONGEST_MILLIS = 1500;

  /** A word of each step from the first write of a release to its last. */
  private static final List<String> LATE_STEPS =
      List.of("hiding small numbers", ": writing", ": proving", ": proving");

  private final WholeReleases whole = new WholeReleases();
  private final Supplier<CatalogServer> start;
  private final String name;
  private CatalogServer server;
  private Workbench.Bench bench;
  private Outcome undisturbed;
  private String content;

  /**
   * Runs with a kind of server.
   *
   * @param name a word for its folders
   */
  WholeRuns(String name, Supplier<CatalogServer> start) {
    this.name = name;
    this.start = start;
  }

  @BeforeAll
  void runUndisturbed() {
    server = start.get();
    bench = CatalogServers.bench(server, name);
    undisturbed = run(bench, (subject, action) -> {});
    content = bench.warehouse().release("").content();
  }

  @AfterAll
  void stopServer() {
    if (server != null) {
      server.close();
    }
  }

  @Test
  void shouldPublishWhatTheFolderAloneWould() {
    assertThat(undisturbed.published()).as("%s", undisturbed.findings()).isTrue();
    assertThat(content)
        .as("hash of all values")
        .hasSize(64)
        .isEqualTo(SeptemberWorks.localContent());
    assertThat(whole.doubt(bench.warehouse())).isEmpty();
  }

  @Test
  void shouldLetOneOfTwoRunsAtOncePublishAndTheOtherSaySo() throws Exception {
    Workbench.Bench empty = CatalogServers.bench(server, name + "-at-once");
    CyclicBarrier bothHaveWritten = new CyclicBarrier(2);
    ExecutorService runs = Executors.newFixedThreadPool(2);
    try {
      Callable<Outcome> run = () -> run(empty, meetingAtTheProof(bothHaveWritten));
      List<Future<Outcome>> ended = runs.invokeAll(List.of(run, run));

      List<Outcome> published = new ArrayList<>();
      List<Throwable> refused = new ArrayList<>();
      for (Future<Outcome> one : ended) {
        try {
          published.add(one.get());
        } catch (ExecutionException e) {
          refused.add(e.getCause());
        }
      }
      assertThat(published).as("%s", refused).singleElement().matches(Outcome::published);
      assertThat(refused)
          .singleElement()
          .isInstanceOf(RaceException.class)
          .extracting(Throwable::getMessage)
          .asString()
          .startsWith("another run published release r0001 in this warehouse");
    } finally {
      runs.shutdownNow();
    }
    assertThat(empty.warehouse().releases()).hasSize(1);
    assertThat(new WholeReleases().doubt(empty.warehouse())).isEmpty();
  }

  private static Progress meetingAtTheProof(CyclicBarrier barrier) {
    return (subject, action) -> {
      if (action.equals("proving")) {
        try {
          barrier.await(PATIENCE_MINUTES, TimeUnit.MINUTES);
        } catch (Exception e) {
          throw new IllegalStateException("the other run did not come to its proof", e);
        }
      }
    };
  }

  /** Each run has a session of its own, as processes have. */
  private static Outcome run(Workbench.Bench bench, Progress progress) {
    return SeptemberWorks.run(sample(), CatalogServers.settings(bench), progress);
  }

  @Test
  void shouldLeaveTheOldReleaseWhereARunIsKilledAndSucceedThen() {
    Path conf = CatalogServers.conf(bench);
    String warehouse = bench.folder().resolve("warehouse").toString();
    Random random = new Random(SEED);

    for (int kill = 0; kill < KILLS; kill++) {
      RunProcess.Moment moment =
          new RunProcess.Moment(
              LATE_STEPS.get(kill % LATE_STEPS.size()),
              (long) (random.nextDouble() * LONGEST_MILLIS));
      List<String> before = readable();
      RunProcess killed = RunProcess.of(sample(), warehouse, conf, moment);

      assertThat(killed.exitCode()).as("killed %s: %s", moment, killed.steps()).isIn(137, 0);
      assertThat(readable())
          .as("releases after a run that was killed %s", moment)
          .containsAll(before)
          .hasSizeBetween(before.size(), before.size() + 1);
      assertThat(whole.doubt(bench.warehouse())).as("killed %s", moment).isEmpty();
    }
    List<String> before = readable();
    RunProcess again = RunProcess.of(sample(), warehouse, conf, RunProcess.NEVER);
    assertThat(again.exitCode()).as("%s", again.steps()).isZero();
    assertThat(readable()).hasSize(before.size() + 1);
    assertThat(whole.doubt(bench.warehouse())).isEmpty();
  }

  private static String sample() {
    return Workbench.sample().toString();
  }

  private List<String> readable() {
    return bench.warehouse().releases().stream()
        .filter(Warehouse.Listed::readable)
        .map(Warehouse.Listed::manifest)
        .map(Manifest::release)
        .toList();
  }
}
