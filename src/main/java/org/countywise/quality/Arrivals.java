package org.countywise.quality;

import java.util.ArrayList;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.TreeSet;
import java.util.stream.Stream;
import org.countywise.delivery.DataFile;
import org.countywise.delivery.Source;
import org.countywise.delivery.Unread;
import org.countywise.plan.Plan;
import org.countywise.plan.Scan;
import org.countywise.report.Finding;
import org.countywise.report.FindingBuilder;
import org.countywise.report.FindingType;
import org.countywise.rows.Calendar;

/**
 * Whether the files are there that the requested months need, as far as their paths and footers
 * tell. A month of which nothing has come is not delivered yet, and is no month of zeros.
 */
public record Arrivals(Calendar calendar, Map<String, Source> sources) {
  /** Stands for the one period of data whose paths have none. */
  private static final String UNDATED = "";

  /** Blockers where a month would be empty, warnings where files are merely passed over. */
  public List<Finding> findings() {
    Set<String> late = late();
    List<Finding> found = new ArrayList<>();
    late.forEach(month -> found.add(notYet(month)));
    plan().scans().stream()
        .filter(scan -> !scan.files().isEmpty())
        .forEach(scan -> found.addAll(findings(scan, late)));
    return found;
  }

  private Plan plan() {
    return calendar.plan();
  }

  private Optional<Scan> totals() {
    return plan().scans().stream().filter(plan().deliveryRules()::isTotals).findFirst();
  }

  /** Requested months without any control total, though nothing lies there that is not read. */
  private Set<String> late() {
    Set<String> late = new TreeSet<>();
    totals()
        .filter(Arrivals::dated)
        .ifPresent(
            scan ->
                calendar.names().stream()
                    .filter(month -> !announced(scan, month))
                    .filter(month -> !isExplained(scan, month))
                    .forEach(late::add));
    return late;
  }

  private boolean announced(Scan totals, String month) {
    return sources.get(totals.dataset()).rows().getOrDefault(month, 0L) > 0;
  }

  /** Whether it is said already why the month has none: a file is damaged, or lies elsewhere. */
  private boolean isExplained(Scan totals, String month) {
    return sources.get(totals.dataset()).findings().stream()
            .anyMatch(
                finding ->
                    finding.period().equals(month)
                        && finding.severity() == Finding.Severity.BLOCKER)
        || unread(totals).anyMatch(u -> u.period().equals(month));
  }

  private Finding notYet(String month) {
    Scan totals = totals().orElseThrow();
    Source source = sources.get(totals.dataset());
    boolean there = source.rows().containsKey(month);
    FindingBuilder finding =
        FindingType.NOT_DELIVERED_YET
            .in(totals.dataset(), month)
            .with("file", totals.files().replace("{period}", month));
    return source.rows().keySet().stream()
        .filter(known -> Calendar.isMonth(known) && source.rows().get(known) > 0)
        .max(String::compareTo)
        .map(newest -> finding.saying(there ? "empty" : "absent").with("newest", newest))
        .orElseGet(() -> finding.saying(there ? "no_row" : "no_month"))
        .build();
  }

  private List<Finding> findings(Scan scan, Set<String> late) {
    Set<Unread> blocking = new LinkedHashSet<>(blocking(scan, late));
    List<Unread> others = unread(scan).filter(u -> !blocking.contains(u)).toList();
    List<Finding> found = new ArrayList<>();
    found.addAll(Unread.findings(List.copyOf(blocking), Finding.Severity.BLOCKER));
    found.addAll(Unread.findings(others, Finding.Severity.WARNING));
    if (blocking.isEmpty()) {
      empty(scan).stream()
          .filter(month -> !late.contains(month))
          .map(month -> noFile(scan, month))
          .flatMap(Optional::stream)
          .forEach(found::add);
    }
    return found;
  }

  /** What lies where a needed month has no file. */
  private List<Unread> blocking(Scan scan, Set<String> late) {
    Set<String> empty = empty(scan);
    boolean requested =
        empty.contains(UNDATED)
            || calendar.names().stream()
                .anyMatch(month -> empty.contains(month) && !late.contains(month));
    return unread(scan)
        .filter(u -> u.period().equals(UNDATED) ? requested : empty.contains(u.period()))
        .toList();
  }

  /** What is not read of the months that are needed, by this dataset or another. */
  private Stream<Unread> unread(Scan scan) {
    return sources.get(scan.dataset()).listed().unread().stream()
        .filter(u -> u.period().equals(UNDATED) || needed(scan).contains(u.period()))
        .filter(u -> !isReadElsewhere(u));
  }

  private boolean isReadElsewhere(Unread unread) {
    return sources.values().stream()
        .flatMap(source -> source.listed().files().stream())
        .map(DataFile::name)
        .anyMatch(name -> name.equals(unread.path()) || name.startsWith(unread.path() + "/"));
  }

  private Set<String> needed(Scan scan) {
    return !dated(scan)
        ? Set.of(UNDATED)
        : plan().deliveryRules().isTotals(scan)
            ? new TreeSet<>(calendar.names())
            : calendar.months(scan);
  }

  private Set<String> empty(Scan scan) {
    Set<String> empty = new TreeSet<>(needed(scan));
    sources.get(scan.dataset()).listed().files().stream()
        .map(DataFile::period)
        .forEach(empty::remove);
    return empty;
  }

  private static boolean dated(Scan scan) {
    return scan.kind() == Scan.Kind.PERIODIC && scan.period().isEmpty();
  }

  /** Where there are control totals, they tell a month without files from a month of zeros. */
  private Optional<Finding> noFile(Scan scan, String month) {
    FindingBuilder finding =
        FindingType.NO_FILE
            .in(scan.dataset(), month)
            .with("file", scan.files().replace("{period}", month));
    if (dated(scan)) {
      return totals().isPresent() || !calendar.names().contains(month)
          ? Optional.empty()
          : Optional.of(finding.saying("no_totals").build());
    }
    boolean needed = scan.kind() == Scan.Kind.PERIODIC || isRoster(scan);
    return Optional.of(
        needed
            ? finding.build()
            : finding.as(Finding.Severity.WARNING).saying("reference").build());
  }

  private boolean isRoster(Scan scan) {
    return plan().regionScheme().roster() != null
        && plan().regionScheme().roster().dataset().equals(scan.dataset());
  }
}
