package org.countywise.run;

import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.TreeMap;
import java.util.stream.Collectors;
import org.countywise.plan.Plan;
import org.countywise.plan.Scan;
import org.countywise.report.Finding;
import org.countywise.source.Source;
import org.countywise.stage.Attest;
import org.countywise.stage.Settle;

/**
 * Holds what was read against the footers, the control totals and the limits on rejected rows.
 *
 * @param totals rows announced by dataset, period and unit; null where there are no control totals
 */
record Audit(
    Plan plan, Map<String, Source> sources, List<Verdict> verdicts, Map<Sent, Long> totals) {

  /** Every finding, blockers first. */
  List<Finding> findings() {
    Limits limits = new Limits(plan.presence(), Shares.of(verdicts));
    List<Finding> found = new ArrayList<>();
    for (Scan scan : plan.scans()) {
      footers(scan).ifPresent(found::add);
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

  private java.util.Optional<Finding> footers(Scan scan) {
    long announced =
        sources.get(scan.dataset()).rows().values().stream().mapToLong(Long::longValue).sum();
    long read = of(scan).mapToLong(Verdict::rows).sum();
    return announced == read
        ? java.util.Optional.empty()
        : java.util.Optional.of(
            Finding.blocker(
                "rows_read",
                scan.dataset(),
                "the files' footers announce "
                    + announced
                    + " rows, "
                    + read
                    + " were read; a file is damaged: deliver "
                    + sources.get(scan.dataset()).files().stream()
                        .map(file -> file.name())
                        .limit(5)
                        .collect(Collectors.joining(", "))
                    + " again"));
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
    List<Finding> found = new ArrayList<>(absent(scan, read));
    read.forEach((sent, rows) -> compare(sent, rows, found));
    return found;
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
                                    "warning",
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
