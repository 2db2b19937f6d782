package org.countywise.check;

import java.math.BigDecimal;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import org.countywise.definition.Dataset;
import org.countywise.definition.Delivery;
import org.countywise.definition.Regions;

/** Who delivers, how that is seen, and which shares of rejected rows are too many. */
final class DeliveryTerms implements Rule {

  @Override
  public String demand() {
    return "the unit is a level of regions, the expected group exists, control totals name columns"
        + " of a dataset with periods, limits are shares from 0 to 1";
  }

  @Override
  public void check(Jobs jobs, Problems problems) {
    Delivery delivery = jobs.definitions().delivery();
    if (delivery == null) {
      return;
    }
    unit(delivery.unit(), jobs, problems);
    if (delivery.expected() != null && jobs.definitions().regions() != null) {
      expected(delivery.expected(), jobs, problems);
    }
    if (delivery.controlTotals() != null) {
      totals(delivery.controlTotals(), jobs, problems);
    }
    limits(delivery.limits(), problems);
  }

  private static void unit(String unit, Jobs jobs, Problems problems) {
    Regions regions = jobs.definitions().regions();
    if (regions == null) {
      return;
    }
    List<String> levels = regions.levels().stream().skip(1).map(Regions.Level::level).toList();
    if (!levels.contains(unit)) {
      problems.add(Spot.DELIVERY.at("unit"), Nearest.unknown("level", "levels", unit, levels));
    }
  }

  private static void expected(String group, Jobs jobs, Problems problems) {
    if (!jobs.groups().containsKey(group)) {
      problems.add(
          Spot.DELIVERY.at("expected"),
          Nearest.unknown("group", "groups", group, jobs.groups().keySet()));
    }
  }

  private static void totals(Delivery.ControlTotals totals, Jobs jobs, Problems problems) {
    Spot spot = Spot.DELIVERY.at("control_totals");
    Dataset dataset = jobs.dataset(totals.dataset()).orElse(null);
    if (dataset == null) {
      if (!jobs.knows(jobs.datasets(), "datasets", totals.dataset())) {
        problems.add(
            spot.at("dataset"),
            Nearest.unknown("dataset", "datasets", totals.dataset(), jobs.datasets().keySet()));
      }
      return;
    }
    if (!Jobs.periodic(dataset)) {
      problems.add(
          spot.at("dataset"),
          totals.dataset() + " is reference data",
          "control totals come with every period: let its kind be events");
    }
    Map<String, String> columns =
        Map.of("of", totals.of(), "region", totals.region(), "rows", totals.rows());
    columns.forEach(
        (key, column) ->
            Columns.flaw(dataset, column, key.equals("rows") ? "int64" : "string")
                .ifPresent(flaw -> problems.add(spot.at(key), flaw)));
  }

  private static void limits(Delivery.Limits limits, Problems problems) {
    Spot spot = Spot.DELIVERY.at("limits");
    Optional<BigDecimal> unreliable = share(spot.at("unreliable"), limits.unreliable(), problems);
    Optional<BigDecimal> blocked = share(spot.at("blocked"), limits.blocked(), problems);
    if (unreliable.isPresent()
        && blocked.isPresent()
        && unreliable.get().compareTo(blocked.get()) > 0) {
      problems.add(
          spot,
          "the limit 'unreliable' is above 'blocked'",
          "what is blocked is unreliable first: lower 'unreliable' or raise 'blocked'");
    }
  }

  private static Optional<BigDecimal> share(Spot spot, String text, Problems problems) {
    Optional<BigDecimal> share =
        Texts.decimal(text)
            .filter(number -> number.signum() >= 0 && number.compareTo(BigDecimal.ONE) <= 0);
    if (share.isEmpty()) {
      problems.add(
          spot, "'" + text + "' is no share", "write a decimal from 0 to 1, such as '0.01'");
    }
    return share;
  }
}
