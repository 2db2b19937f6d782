package org.countywise.cli;

import java.time.LocalDate;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import org.countywise.report.Cost;
import org.countywise.report.Finding;
import org.countywise.report.Outcome;

/**
 * What a run says in the end.
 *
 * @param regionsAsOf the day whose regions the periods are in; null for the last day of each
 * @param warehouse the folder as it was typed
 * @param steps with their seconds; none where they are not told
 */
public record RunSummary(
    Outcome outcome,
    Periods periods,
    LocalDate regionsAsOf,
    String warehouse,
    long seconds,
    List<ProgressLine.Step> steps) {

  /** Of periods in the regions of their last days, whose steps are not told. */
  RunSummary(Outcome outcome, Periods periods, String warehouse, long seconds) {
    this(outcome, periods, null, warehouse, seconds, List.of());
  }

  /** Of steps that are not told. */
  RunSummary(
      Outcome outcome, Periods periods, LocalDate regionsAsOf, String warehouse, long seconds) {
    this(outcome, periods, regionsAsOf, warehouse, seconds, List.of());
  }

  /** How many rows of the delivery there were. */
  public long rowsRead() {
    return outcome.rows().values().stream().mapToLong(Long::longValue).sum();
  }

  /** Steps of a second or more. */
  public List<ProgressLine.Step> longSteps() {
    return steps.stream().filter(step -> step.seconds() >= 1).toList();
  }

  /** For people. */
  List<String> lines() {
    return TerminalText.lines("closing", this);
  }

  /** A line each. */
  public List<String> findings() {
    return FindingLines.of(outcome.findings());
  }

  /** How many findings stand against publishing. */
  public long blockers() {
    return outcome.findings().stream()
        .filter(finding -> finding.severity() == Finding.Severity.BLOCKER)
        .count();
  }

  /** How many rows are published. */
  public long published() {
    return outcome.statuses().values().stream().mapToLong(Long::longValue).sum();
  }

  /** The same for scripts. */
  record Told(
      boolean published,
      boolean unchanged,
      String release,
      List<String> periods,
      String regionsAsOf,
      String warehouse,
      long seconds,
      List<ProgressLine.Step> steps,
      Map<String, Long> rowsRead,
      Map<String, Long> rowsPublished,
      List<Alerts> alerts,
      Map<String, Long> withheld,
      List<ToldFinding> findings,
      List<Cost> costs) {}

  /** What the early warning of a period found. */
  record Alerts(
      String period, long raised, long open, long householdsWithOpenAlert, long householdsWatched) {
    static Alerts of(Outcome.Watched watched) {
      return new Alerts(
          watched.period(),
          watched.raised(),
          watched.open(),
          watched.warned(),
          watched.households());
    }
  }

  /** A finding without keys of rows. */
  record ToldFinding(
      String rule,
      String severity,
      String dataset,
      String period,
      String countyCode,
      long rows,
      String message) {
    static ToldFinding of(Finding finding) {
      return new ToldFinding(
          finding.rule(),
          finding.severity().name().toLowerCase(Locale.ROOT),
          finding.dataset(),
          finding.period(),
          finding.unit(),
          finding.rows(),
          finding.message());
    }
  }

  /** For scripts: a field each of {@link Told}. */
  Map<String, Object> json() {
    return Json.fields(
        new Told(
            outcome.published(),
            outcome.ending() == Outcome.Ending.UNCHANGED,
            outcome.release(),
            List.of(periods.names()),
            regionsAsOf == null ? null : regionsAsOf.toString(),
            warehouse,
            seconds,
            steps,
            outcome.rows(),
            outcome.statuses(),
            outcome.watched().stream().map(Alerts::of).toList(),
            outcome.withheld(),
            outcome.findings().stream().map(ToldFinding::of).toList(),
            outcome.costs()));
  }
}
