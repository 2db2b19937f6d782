package org.countywise.quality;

import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.TreeMap;
import java.util.TreeSet;
import java.util.stream.Collectors;
import org.countywise.delivery.Source;
import org.countywise.plan.Derivation;
import org.countywise.plan.Plan;
import org.countywise.plan.Scan;
import org.countywise.report.Finding;
import org.countywise.report.FindingType;
import org.countywise.rows.Calendar;

/**
 * Requested months of which rows and control totals say that nothing has come.
 *
 * @param announced rows by dataset, period and unit; null where there are no control totals
 */
public record Undelivered(
    Calendar calendar,
    Map<String, Source> sources,
    List<RowCounts> rowCounts,
    Map<DeliveryKey, Long> announced) {

  /** Blockers for months without control totals, for families and for datasets without a row. */
  public List<Finding> findings() {
    List<Finding> found = new ArrayList<>();
    for (String month : calendar.names()) {
      Optional<Finding> late = late(month);
      late.ifPresent(found::add);
      if (late.isEmpty()) {
        found.addAll(announced == null ? withoutRows(month) : families(month));
      }
    }
    return found;
  }

  private Plan plan() {
    return calendar.plan();
  }

  private Optional<Finding> late(String month) {
    return announced == null
            || announced.keySet().stream().anyMatch(key -> key.period().equals(month))
        ? Optional.empty()
        : Optional.of(
            FindingType.NOT_DELIVERED_YET
                .in(plan().deliveryRules().totals().dataset(), month)
                .saying("rejected")
                .build());
  }

  /** Datasets whose rows say their month, and none says this one. */
  private List<Finding> withoutRows(String month) {
    return plan().scans().stream()
        .filter(scan -> scan.kind() == Scan.Kind.PERIODIC && !scan.period().isEmpty())
        .filter(scan -> calendar.months(scan).contains(month) && !came(scan, month))
        .map(
            scan ->
                FindingType.NO_FILE
                    .in(scan.dataset(), month)
                    .saying("month")
                    .with("file", scan.files())
                    .build())
        .toList();
  }

  /** Families of whose datasets neither a file nor a control total is there. */
  private List<Finding> families(String month) {
    List<Finding> found = new ArrayList<>();
    datasets(month)
        .forEach(
            (family, datasets) -> {
              if (datasets.stream().noneMatch(d -> came(plan().scan(d), month) || said(d, month))) {
                found.add(nothingOf(family, datasets, month));
              }
            });
    return found;
  }

  private static Finding nothingOf(String family, Set<String> datasets, String month) {
    return FindingType.NO_FILE
        .in("", month)
        .saying("family")
        .with("family", family)
        .with("datasets", String.join(", ", datasets))
        .build();
  }

  /** The datasets of the month itself that each family reads. */
  private Map<String, Set<String>> datasets(String month) {
    Map<String, String> families =
        plan().indicators().stream()
            .collect(Collectors.toMap(Derivation::indicator, Derivation::family));
    Map<String, Set<String>> datasets = new TreeMap<>();
    calendar.needs().stream()
        .filter(need -> need.month().equals(month) && need.period().equals(month))
        .filter(need -> families.containsKey(need.indicator()))
        .filter(need -> !plan().scan(need.dataset()).files().isEmpty())
        .forEach(
            need ->
                datasets
                    .computeIfAbsent(families.get(need.indicator()), f -> new TreeSet<>())
                    .add(need.dataset()));
    return datasets;
  }

  private boolean came(Scan scan, String month) {
    return scan.period().isEmpty()
        ? sources.get(scan.dataset()).rows().containsKey(month)
        : rowCounts.stream()
            .anyMatch(v -> v.dataset().equals(scan.dataset()) && v.period().equals(month));
  }

  private boolean said(String dataset, String month) {
    return announced.keySet().stream()
        .anyMatch(key -> key.dataset().equals(dataset) && key.period().equals(month));
  }
}
