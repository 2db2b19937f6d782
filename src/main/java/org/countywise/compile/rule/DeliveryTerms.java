package org.countywise.compile.rule;

import java.math.BigDecimal;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import org.countywise.compile.resolve.DefinitionIndex;
import org.countywise.compile.resolve.DefinitionIndex.Kind;
import org.countywise.compile.resolve.DefinitionPath;
import org.countywise.definition.Dataset;
import org.countywise.definition.Delivery;
import org.countywise.definition.Regions;

/**
 * Who delivers, how that is seen, and which shares of rejected rows are too many.
 *
 * <p>The unit is a level of regions, the expected group exists, control totals name columns of a
 * dataset with periods, limits are shares from 0 to 1.
 */
final class DeliveryTerms implements Rule {

  @Override
  public void check(DefinitionIndex definitionIndex, Problems problems) {
    Delivery delivery = definitionIndex.definitions().delivery();
    if (delivery == null) {
      return;
    }
    unit(delivery.unit(), definitionIndex, problems);
    if (delivery.expected() != null && definitionIndex.definitions().regions() != null) {
      expected(delivery.expected(), definitionIndex, problems);
    }
    if (delivery.controlTotals() != null) {
      totals(delivery.controlTotals(), definitionIndex, problems);
    }
    limits(delivery.limits(), problems);
  }

  private static void unit(String unit, DefinitionIndex definitionIndex, Problems problems) {
    Regions regions = definitionIndex.definitions().regions();
    if (regions == null) {
      return;
    }
    List<String> levels = regions.levels().stream().skip(1).map(Regions.Level::level).toList();
    problems.unlessKnown(DefinitionPath.DELIVERY.at("unit"), "level", unit, levels);
  }

  private static void expected(String group, DefinitionIndex definitionIndex, Problems problems) {
    problems.unlessKnown(
        DefinitionPath.DELIVERY.at("expected"), "group", group, definitionIndex.groups().keySet());
  }

  private static void totals(
      Delivery.ControlTotals totals, DefinitionIndex definitionIndex, Problems problems) {
    DefinitionPath definitionPath = DefinitionPath.DELIVERY.at("control_totals");
    Dataset dataset = definitionIndex.dataset(totals.dataset()).orElse(null);
    if (dataset == null) {
      problems.add(
          definitionPath.at("dataset"), definitionIndex.unknown(Kind.DATASET, totals.dataset()));
      return;
    }
    if (!dataset.hasPeriods()) {
      problems.add(
          definitionPath.at("dataset"),
          totals.dataset() + " is reference data",
          "control totals come with every period: let its kind be events");
    }
    Map<String, String> columns =
        Map.of("of", totals.of(), "region", totals.region(), "rows", totals.rows());
    columns.forEach(
        (key, column) ->
            Columns.flaw(dataset, column, key.equals("rows") ? "int64" : "string")
                .ifPresent(diagnostic -> problems.add(definitionPath.at(key), diagnostic)));
  }

  private static void limits(Delivery.Limits limits, Problems problems) {
    DefinitionPath definitionPath = DefinitionPath.DELIVERY.at("limits");
    Optional<BigDecimal> unreliable =
        share(definitionPath.at("unreliable"), limits.unreliable(), problems);
    Optional<BigDecimal> blocked = share(definitionPath.at("blocked"), limits.blocked(), problems);
    if (unreliable.isPresent()
        && blocked.isPresent()
        && unreliable.get().compareTo(blocked.get()) > 0) {
      problems.add(
          definitionPath,
          "the limit 'unreliable' is above 'blocked'",
          "what is blocked is unreliable first: lower 'unreliable' or raise 'blocked'");
    }
  }

  private static Optional<BigDecimal> share(
      DefinitionPath definitionPath, String text, Problems problems) {
    Optional<BigDecimal> share =
        Texts.decimal(text)
            .filter(number -> number.signum() >= 0 && number.compareTo(BigDecimal.ONE) <= 0);
    if (share.isEmpty()) {
      problems.add(
          definitionPath,
          "'" + text + "' is no share",
          "write a decimal from 0 to 1, such as '0.01'");
    }
    return share;
  }
}
