package org.countywise.cli;

import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.TreeSet;
import java.util.stream.Collectors;
import org.apache.hadoop.conf.Configuration;
import org.countywise.cli.HealthCheck.State;
import org.countywise.delivery.DataFile;
import org.countywise.delivery.Delivery;
import org.countywise.delivery.NoDeliveryException;
import org.countywise.plan.Plan;
import org.countywise.plan.Scan;
import org.countywise.rows.Calendar;

/** How a delivery is, as far as the names of its files tell. */
final class DeliveryHealth {
  private DeliveryHealth() {}

  /**
   * Whether it is there, which datasets and months it has, and which months have control totals.
   */
  static List<HealthCheck> of(String folder, Plan plan) {
    try {
      Delivery delivery = Delivery.open(Folders.absolute(folder), new Configuration());
      Map<Scan, Set<String>> months = new HashMap<>();
      List<Scan> scans = plan.scans().stream().filter(scan -> !scan.files().isEmpty()).toList();
      for (Scan scan : scans) {
        List<DataFile> files = delivery.find(scan).files();
        if (!files.isEmpty()) {
          months.put(scan, months(files));
        }
      }
      return months.isEmpty()
          ? List.of(wrong(delivery.holdsNothingOf(scans).getMessage()))
          : found(plan, scans, months);
    } catch (NoDeliveryException none) {
      return List.of(wrong(none.getMessage()));
    }
  }

  private static HealthCheck wrong(String message) {
    return HealthCheck.of("delivery", State.ERROR, Map.of("wrong", message));
  }

  private static Set<String> months(List<DataFile> files) {
    return files.stream()
        .map(DataFile::period)
        .filter(Calendar::isMonth)
        .collect(Collectors.toCollection(TreeSet::new));
  }

  private static List<HealthCheck> found(
      Plan plan, List<Scan> scans, Map<Scan, Set<String>> found) {
    List<String> missing =
        scans.stream().filter(scan -> !found.containsKey(scan)).map(Scan::dataset).toList();
    Set<String> months = new TreeSet<>();
    found.forEach((scan, of) -> months.addAll(plan.deliveryRules().isTotals(scan) ? Set.of() : of));
    List<HealthCheck> checks = new ArrayList<>();
    checks.add(
        HealthCheck.of(
            "delivery",
            State.warningIf(!missing.isEmpty()),
            Map.of(
                "wrong", "",
                "found", found.size(),
                "datasets", scans.size(),
                "months", spans(months),
                "missing", missing)));
    scans.stream()
        .filter(plan.deliveryRules()::isTotals)
        .forEach(
            scan -> checks.add(totals(scan.dataset(), months, found.getOrDefault(scan, Set.of()))));
    return checks;
  }

  private static HealthCheck totals(String dataset, Set<String> months, Set<String> announced) {
    Set<String> without = new TreeSet<>(months);
    without.removeAll(announced);
    return HealthCheck.of(
        "totals",
        announced.isEmpty() ? State.ERROR : State.warningIf(!without.isEmpty()),
        Map.of("months", spans(announced), "without", spans(without), "dataset", dataset));
  }

  private static String spans(Set<String> months) {
    return new PublishedPeriods(List.copyOf(months)).toString();
  }
}
