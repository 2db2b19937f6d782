package org.countywise.run;

import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.TreeMap;
import java.util.TreeSet;
import java.util.function.Function;
import java.util.stream.Stream;
import org.countywise.plan.Plan;
import org.countywise.plan.Scan;
import org.countywise.report.Finding;
import org.countywise.report.FindingBuilder;
import org.countywise.report.FindingType;
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

  private Stream<Verdict> of(Scan scan) {
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
    return FindingType.ROWS_READ
        .in(scan.dataset(), "")
        .saying("whole")
        .with("announced", announced)
        .with("read", read)
        .build();
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
                FindingType.NO_FILE
                    .in(scan.dataset(), month)
                    .saying("announced")
                    .with("file", scan.files().replace("{period}", month))
                    .with("announced", rows)
                    .build()));
    return found;
  }

  private void compare(Sent sent, long rows, List<Finding> found) {
    Long announced = totals.get(sent);
    if (announced != null && announced != rows) {
      found.add(
          sent.about(FindingType.CONTROL_TOTAL).rows(rows).with("announced", announced).build());
    } else if (announced == null && !sent.unit().isEmpty()) {
      found.add(sent.about(FindingType.NO_CONTROL_TOTAL).rows(rows).build());
    }
  }

  private List<Finding> judged(Scan scan) {
    return of(scan).flatMap(Audit::judged).toList();
  }

  private static Stream<Finding> judged(Verdict of) {
    return switch (of.reason()) {
      case "", Attest.REASON ->
          of.warnings().entrySet().stream().map(why -> warned(of, why.getKey(), why.getValue()));
      case Settle.REPEATED -> Stream.of(rejected(FindingType.REPEATED_ROW, of).build());
      case Settle.CONFLICT ->
          Stream.of(rejected(FindingType.CONFLICTING_KEY, of).with("reason", of.reason()).build());
      default ->
          Stream.of(rejected(FindingType.REJECTED_ROW, of).with("reason", of.reason()).build());
    };
  }

  private static Finding warned(Verdict of, String why, long rows) {
    FindingType type = Warnings.isUnreadable(why) ? FindingType.UNREADABLE : FindingType.WARNING;
    return type.in(of.dataset(), of.period(), of.unit()).rows(rows).with("why", why).build();
  }

  private static FindingBuilder rejected(FindingType type, Verdict of) {
    return type.in(of.dataset(), of.period(), of.unit()).rows(of.rows()).keys(of.samples());
  }
}
