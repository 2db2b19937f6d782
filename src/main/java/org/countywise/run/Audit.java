package org.countywise.run;

import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.TreeMap;
import java.util.TreeSet;
import java.util.function.Function;
import org.countywise.plan.Plan;
import org.countywise.plan.Scan;
import org.countywise.report.Finding;
import org.countywise.source.Source;
import org.countywise.stage.Attest;
import org.countywise.stage.Settle;
import org.countywise.stage.Warnings;

/**
 * Holds what was read against the footers, the control totals and the limits on rejected rows.
 *
 * @param totals rows announced by dataset, period and unit; null where there are no control totals
 */
record Audit(
    Plan plan, Map<String, Source> sources, List<Verdict> verdicts, Map<Sent, Long> totals) {

  /**
   * Every finding, blockers first.
   *
   * @param damage finds the damaged files of a dataset, of which rows are missing
   */
  List<Finding> findings(Function<Source, List<Finding>> damage) {
    Limits limits = new Limits(plan.presence(), Shares.of(verdicts));
    List<Finding> found = new ArrayList<>();
    for (Scan scan : plan.scans()) {
      found.addAll(footers(scan, damage));
      found.addAll(controlTotals(scan));
      found.addAll(limits.findings(scan));
      found.addAll(judged(scan));
    }
    found.sort(java.util.Comparator.comparing(Finding::severity).reversed());
    return found;
  }

  private java.util.stream.Stream<Verdict> of(Scan scan) {
    return verdicts.stream().filter(verdict -> verdict.dataset().equals(scan.dataset()));
  }

  private List<Finding> footers(Scan scan, Function<Source, List<Finding>> damage) {
    Source source = sources.get(scan.dataset());
    long announced = source.rows().values().stream().mapToLong(Long::longValue).sum();
    long read = of(scan).mapToLong(Verdict::rows).sum();
    if (announced == read) {
      return List.of();
    }
    List<Finding> damaged = damage.apply(source);
    return damaged.isEmpty() ? List.of(unexplained(scan, announced, read)) : damaged;
  }

  /** Each file was whole when it was read again. */
  private static Finding unexplained(Scan scan, long announced, long read) {
    return Finding.blocker(
        "rows_read",
        scan.dataset(),
        "the files' footers announce "
            + announced
            + " rows, "
            + read
            + " were read, and read again each file is whole: run again when no file is being"
            + " replaced");
  }

  private List<Finding> controlTotals(Scan scan) {
    if (totals == null
        || scan.kind() == Scan.Kind.REFERENCE
        || scan.dataset().equals(plan.presence().totals().dataset())) {
      return List.of();
    }
    Map<Sent, Long> read = new TreeMap<>();
    of(scan)
        .forEach(v -> read.merge(new Sent(v.dataset(), v.period(), v.unit()), v.rows(), Long::sum));
    totals.keySet().stream()
        .filter(sent -> sent.dataset().equals(scan.dataset()))
        .filter(sent -> sources.get(scan.dataset()).wants(sent.period()))
        .forEach(sent -> read.putIfAbsent(sent, 0L));
    Set<String> complete = scan.region().isEmpty() ? complete(read) : Set.of();
    List<Finding> found = new ArrayList<>(absent(scan, read));
    read.entrySet().stream()
        .filter(sent -> !complete.contains(sent.getKey().period()))
        .forEach(sent -> compare(sent.getKey(), sent.getValue(), found));
    return found;
  }

  /**
   * Months of which every announced row was read, though some of them name nobody who says where
   * they lie, so that their unit is not known.
   */
  private Set<String> complete(Map<Sent, Long> read) {
    Map<String, Long> missing = new TreeMap<>();
    Set<String> more = new TreeSet<>();
    read.forEach(
        (sent, rows) -> {
          long announced = sent.unit().isEmpty() ? 0 : totals.getOrDefault(sent, 0L);
          missing.merge(sent.period(), announced - rows, Long::sum);
          if (!sent.unit().isEmpty() && rows > announced) {
            more.add(sent.period());
          }
        });
    missing.values().removeIf(rows -> rows != 0);
    missing.keySet().removeAll(more);
    return missing.keySet();
  }

  /** A month that is announced and has no file is one finding, not one for each unit. */
  private List<Finding> absent(Scan scan, Map<Sent, Long> read) {
    Map<String, Long> announced = new TreeMap<>();
    if (scan.period().isEmpty()) {
      Set<String> there = sources.get(scan.dataset()).rows().keySet();
      read.keySet().stream()
          .filter(sent -> !there.contains(sent.period()) && totals.getOrDefault(sent, 0L) > 0)
          .forEach(sent -> announced.merge(sent.period(), totals.get(sent), Long::sum));
      read.keySet().removeIf(sent -> announced.containsKey(sent.period()));
    }
    List<Finding> found = new ArrayList<>();
    announced.forEach(
        (month, rows) ->
            found.add(
                Arrivals.blocker(
                    "no_file",
                    scan.dataset(),
                    month,
                    "there is no file "
                        + scan.files().replace("{period}", month)
                        + ", though control totals announce "
                        + rows
                        + " rows; deliver it, or correct the control totals")));
    return found;
  }

  private void compare(Sent sent, long rows, List<Finding> found) {
    Long announced = totals.get(sent);
    if (announced != null && announced != rows) {
      found.add(
          finding(
              "control_total",
              sent,
              Finding.Severity.BLOCKER,
              rows,
              "the control total announces "
                  + announced
                  + " rows, "
                  + rows
                  + " were read; ask the county for the missing part or for a corrected control total"));
    } else if (announced == null && !sent.unit().isEmpty()) {
      found.add(
          finding(
              "no_control_total",
              sent,
              Finding.Severity.ERROR,
              rows,
              rows
                  + " rows came without a control total and are set aside; the county counts as not delivered until it sends one"));
    }
  }

  private List<Finding> judged(Scan scan) {
    List<Finding> found = new ArrayList<>();
    of(scan)
        .forEach(
            v -> {
              Sent sent = new Sent(v.dataset(), v.period(), v.unit());
              if (v.rejected() && !v.reason().equals(Attest.REASON)) {
                String rule =
                    v.reason().equals(Settle.CONFLICT) ? "conflicting_key" : "rejected_row";
                found.add(
                    finding(
                        rule,
                        sent,
                        Finding.Severity.ERROR,
                        v.rows(),
                        v.rows() + " rows rejected: " + v.reason(),
                        v.samples()));
              } else if (v.reason().equals(Settle.REPEATED)) {
                found.add(
                    finding(
                        "repeated_row",
                        sent,
                        Finding.Severity.WARNING,
                        v.rows(),
                        v.rows() + " rows are identical repeats; one of each is kept",
                        v.samples()));
              } else {
                v.warnings()
                    .forEach(
                        (why, rows) ->
                            found.add(
                                finding(
                                    Warnings.isUnreadable(why) ? "unreadable" : "warning",
                                    sent,
                                    Finding.Severity.WARNING,
                                    rows,
                                    rows + " rows: " + why)));
              }
            });
    return found;
  }

  private static Finding finding(
      String rule, Sent sent, Finding.Severity severity, long rows, String message) {
    return finding(rule, sent, severity, rows, message, List.of());
  }

  private static Finding finding(
      String rule,
      Sent sent,
      Finding.Severity severity,
      long rows,
      String message,
      List<String> samples) {
    return new Finding(
        rule, sent.dataset(), sent.period(), sent.unit(), severity, rows, samples, message);
  }
}
