package org.countywise.report;

import java.util.List;
import java.util.Map;

/**
 * How a run ended.
 *
 * @param release the release that now says it, empty where nothing was published
 * @param findings blockers first
 * @param statuses published rows by status
 * @param rows rows read by dataset
 * @param watched what the early warning found, by period; none where nothing is watched
 * @param withheld rows published without numbers by kind, {@code primary} and {@code
 *     complementary}; empty where nothing was published anew
 * @param costs what it cost, step by step; empty where nothing was computed
 */
public record Outcome(
    Ending ending,
    String release,
    List<Finding> findings,
    Map<String, Long> statuses,
    Map<String, Long> rows,
    List<Watched> watched,
    Map<String, Long> withheld,
    List<Cost> costs) {

  /**
   * What the early warning of a period found.
   *
   * @param raised alerts raised in it
   * @param open alerts open at its end
   * @param warned households with an open alert
   * @param households all that are watched
   */
  public record Watched(String period, long raised, long open, long warned, long households) {}

  /** An outcome of which nothing is watched, hidden or timed. */
  public Outcome(
      Ending ending,
      String release,
      List<Finding> findings,
      Map<String, Long> statuses,
      Map<String, Long> rows) {
    this(ending, release, findings, statuses, rows, List.of(), Map.of(), List.of());
  }

  /** The same with what it cost. */
  public Outcome costing(List<Cost> spent) {
    return new Outcome(ending, release, findings, statuses, rows, watched, withheld, spent);
  }

  /** What became of a run. */
  public enum Ending {
    /** A release was published. */
    PUBLISHED,
    /** The latest release was made of the same files by the same definitions and engine. */
    UNCHANGED,
    /** Findings stand against it. */
    REFUSED
  }

  /** True where a release says what was asked for. */
  public boolean published() {
    return ending != Ending.REFUSED;
  }
}
