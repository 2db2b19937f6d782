package org.countywise.quality;

import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.TreeMap;
import java.util.TreeSet;
import java.util.function.Function;
import java.util.stream.Stream;
import org.countywise.delivery.Source;
import org.countywise.plan.Plan;
import org.countywise.plan.Scan;
import org.countywise.report.Finding;
import org.countywise.report.FindingBuilder;
import org.countywise.report.FindingType;
import org.countywise.rows.RejectUnannounced;
import org.countywise.rows.ResolveDuplicates;
import org.countywise.rows.Warnings;

/**
 * Holds what was read against the footers, the control totals and the limits on rejected rows.
 *
 * @param totals rows announced by dataset, period and unit; null where there are no control totals
 */
public record ControlTotals(
    Plan plan,
    Map<String, Source> sources,
    List<RowCounts> rowCounts,
    Map<DeliveryKey, Long> totals) {

  /**
   * Every finding, blockers first.
   *
   * @param damage finds the damaged files of a dataset, of which rows are missing
   */
  public List<Finding> findings(Function<Source, List<Finding>> damage) {
    RejectLimits rejectLimits = new RejectLimits(plan.deliveryRules(), Shares.of(rowCounts));
    List<Finding> found = new ArrayList<>();
    for (Scan scan : plan.scans()) {
      found.addAll(footers(scan, damage));
      found.addAll(controlTotals(scan));
      found.addAll(rejectLimits.findings(scan));
      found.addAll(judged(scan));
    }
    found.sort(java.util.Comparator.comparing(Finding::severity).reversed());
    return found;
  }

  private Stream<RowCounts> of(Scan scan) {
    return rowCounts.stream().filter(counts -> counts.dataset().equals(scan.dataset()));
  }

  private List<Finding> footers(Scan scan, Function<Source, List<Finding>> damage) {
    Source source = sources.get(scan.dataset());
    long announced = source.rows().values().stream().mapToLong(Long::longValue).sum();
    long read = of(scan).mapToLong(RowCounts::rows).sum();
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
        || scan.dataset().equals(plan.deliveryRules().totals().dataset())) {
      return List.of();
    }
    Map<DeliveryKey, Long> read = new TreeMap<>();
    of(scan)
        .forEach(
            v ->
                read.merge(
                    new DeliveryKey(v.dataset(), v.period(), v.unit()), v.rows(), Long::sum));
    totals.keySet().stream()
        .filter(key -> key.dataset().equals(scan.dataset()))
        .filter(key -> sources.get(scan.dataset()).wants(key.period()))
        .forEach(key -> read.putIfAbsent(key, 0L));
    Set<String> complete = scan.region().isEmpty() ? complete(read) : Set.of();
    List<Finding> found = new ArrayList<>(absent(scan, read));
    read.entrySet().stream()
        .filter(key -> !complete.contains(key.getKey().period()))
        .forEach(key -> compare(key.getKey(), key.getValue(), found));
    return found;
  }

  /**
   * Months of which every announced row was read, though some of them name nobody who says where
   * they lie, so that their unit is not known.
   */
  private Set<String> complete(Map<DeliveryKey, Long> read) {
    Map<String, Long> missing = new TreeMap<>();
    Set<String> more = new TreeSet<>();
    read.forEach(
        (key, rows) -> {
          long announced = key.unit().isEmpty() ? 0 : totals.getOrDefault(key, 0L);
          missing.merge(key.period(), announced - rows, Long::sum);
          if (!key.unit().isEmpty() && rows > announced) {
            more.add(key.period());
          }
        });
    missing.values().removeIf(rows -> rows != 0);
    missing.keySet().removeAll(more);
    return missing.keySet();
  }

  /** A month that is announced and has no file is one finding, not one for each unit. */
  private List<Finding> absent(Scan scan, Map<DeliveryKey, Long> read) {
    Map<String, Long> announced = new TreeMap<>();
    if (scan.period().isEmpty()) {
      Set<String> there = sources.get(scan.dataset()).rows().keySet();
      read.keySet().stream()
          .filter(key -> !there.contains(key.period()) && totals.getOrDefault(key, 0L) > 0)
          .forEach(key -> announced.merge(key.period(), totals.get(key), Long::sum));
      read.keySet().removeIf(key -> announced.containsKey(key.period()));
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

  private void compare(DeliveryKey key, long rows, List<Finding> found) {
    Long announced = totals.get(key);
    if (announced != null && announced != rows) {
      found.add(
          key.about(FindingType.CONTROL_TOTAL).rows(rows).with("announced", announced).build());
    } else if (announced == null && !key.unit().isEmpty()) {
      found.add(key.about(FindingType.NO_CONTROL_TOTAL).rows(rows).build());
    }
  }

  private List<Finding> judged(Scan scan) {
    return of(scan).flatMap(ControlTotals::judged).toList();
  }

  private static Stream<Finding> judged(RowCounts of) {
    return switch (of.reason()) {
      case "", RejectUnannounced.REASON ->
          of.warnings().entrySet().stream().map(why -> warned(of, why.getKey(), why.getValue()));
      case ResolveDuplicates.REPEATED -> Stream.of(rejected(FindingType.REPEATED_ROW, of).build());
      case ResolveDuplicates.CONFLICT ->
          Stream.of(rejected(FindingType.CONFLICTING_KEY, of).with("reason", of.reason()).build());
      default ->
          Stream.of(rejected(FindingType.REJECTED_ROW, of).with("reason", of.reason()).build());
    };
  }

  private static Finding warned(RowCounts of, String why, long rows) {
    FindingType type = Warnings.isUnreadable(why) ? FindingType.UNREADABLE : FindingType.WARNING;
    return type.in(of.dataset(), of.period(), of.unit()).rows(rows).with("why", why).build();
  }

  private static FindingBuilder rejected(FindingType type, RowCounts of) {
    return type.in(of.dataset(), of.period(), of.unit()).rows(of.rows()).keys(of.samples());
  }
}
