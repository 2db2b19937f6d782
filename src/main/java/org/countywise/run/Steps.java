package org.countywise.run;

import java.util.ArrayList;
import java.util.EnumMap;
import java.util.List;
import java.util.Map;
import java.util.concurrent.TimeUnit;
import org.apache.spark.SparkContext;
import org.apache.spark.sql.SparkSession;
import org.countywise.report.Cost;

/**
 * The steps of a run as they are told to whoever watches, named in Spark's UI, and timed. A step
 * that begins ends the one before; one that begins twice has the seconds of both.
 */
final class Steps {
  private final SparkContext spark;
  private final Progress progress;
  private final Map<Phase, Long> nanos = new EnumMap<>(Phase.class);
  private final Map<Phase, Long> cells = new EnumMap<>(Phase.class);
  private String months = "";
  private List<Cost> datasets = List.of();
  private Map<String, Long> measured = Map.of();
  private Phase current;
  private String job = "";
  private long since;

  /** No step yet. */
  Steps(SparkSession spark, Progress progress) {
    this.spark = spark.sparkContext();
    this.progress = progress;
  }

  /** A run of some months begins; what was before it is over and forgotten. */
  Steps of(List<String> periods) {
    end();
    months = span(periods);
    nanos.clear();
    cells.clear();
    datasets = List.of();
    measured = Map.of();
    return this;
  }

  private static String span(List<String> periods) {
    String first = periods.isEmpty() ? "" : periods.get(0);
    String last = periods.isEmpty() ? "" : periods.get(periods.size() - 1);
    return first.equals(last) ? first : first + ".." + last;
  }

  /**
   * Something starts, and is told.
   *
   * @param job what Spark's UI calls its jobs, beside the months
   */
  void at(Phase phase, String job, String subject, String action) {
    enter(phase, job);
    progress.report(subject, action);
  }

  /** Something starts that is too short to be told. */
  void enter(Phase phase, String of) {
    end();
    current = phase;
    job = of;
    describe(of);
  }

  /** A step has come to a dataset. */
  void passing(String dataset) {
    describe(current.word() + " " + dataset);
    progress.passing(dataset);
  }

  private void describe(String of) {
    spark.setJobGroup(current.word(), of + " " + months, false);
  }

  /** Nothing more follows. */
  void end() {
    long now = progress.nanos();
    if (current != null) {
      nanos.merge(current, now - since, Long::sum);
      RunMetrics.passed(current, now - since);
      spark.clearJobGroup();
    }
    current = null;
    since = now;
  }

  /** What became of the rows of each dataset. */
  void rows(List<Cost> ofDatasets) {
    datasets = ofDatasets;
    RunMetrics.rows(ofDatasets);
  }

  /** What the rows of each dataset were measured to. */
  void measured(Map<String, Long> byDataset) {
    measured = byDataset;
    came(Phase.MEASURE, byDataset.values().stream().mapToLong(Long::longValue).sum());
  }

  /** What came out of a step. */
  void came(Phase phase, long number) {
    cells.put(phase, number);
    RunMetrics.came(phase, number);
  }

  /** What it all cost so far; the step at work is timed until now. */
  List<Cost> costs() {
    Phase running = current;
    if (running != null) {
      end();
      enter(running, job);
    }
    List<Cost> costs = new ArrayList<>();
    nanos.forEach(
        (phase, spent) ->
            costs.add(
                Cost.of(
                    phase.word(),
                    TimeUnit.NANOSECONDS.toMillis(spent) / 1000.0,
                    cells.get(phase))));
    datasets.forEach(cost -> costs.add(cost.with(measured.get(cost.dataset()))));
    return costs;
  }
}
