package org.countywise.run;

import java.util.List;
import java.util.Optional;
import java.util.Set;
import org.apache.spark.sql.SparkSession;
import org.countywise.delivery.NoDeliveryException;
import org.countywise.release.Draft;
import org.countywise.release.Warehouse;
import org.countywise.report.Manifest;
import org.countywise.rows.Width;
import org.countywise.store.CellStore;
import org.countywise.store.Fingerprints;
import org.countywise.store.Forecast;
import org.countywise.store.Reuse;

/** Answers about a delivery that publish nothing. */
public record Inquiry(SparkSession spark, Progress progress) {

  /**
   * What a run would read, and what it knows without; nothing is computed. Empty where the latest
   * release was made of the same and stands.
   *
   * @throws NoDeliveryException when the delivery is not there, or nothing of any dataset in it
   */
  public List<Forecast> forecast(Warehouse warehouse, Request request) {
    OpenedDelivery opened = OpenedDelivery.open(spark, progress, request);
    Manifest.Planned planned = opened.planned(request, List.of());
    Optional<Manifest> latest = warehouse.latest();
    if (latest.filter(planned::isThatOf).isPresent()) {
      return List.of();
    }
    Fingerprints fingerprints =
        new Fingerprints(
            planned.sources().engine(), opened.calendar(), opened.sources(), Width.INT64);
    if (latest.isEmpty()) {
      return Reuse.of(opened.calendar(), fingerprints, Reuse.NOTHING_KEPT)
          .forecast(opened.sources(), Set.of());
    }
    try (Draft draft = warehouse.draft()) {
      CellStore store = CellStore.of(spark, draft);
      return Reuse.of(opened.calendar(), fingerprints, store::find)
          .forecast(opened.sources(), store.known(CellStore.MEASURE));
    }
  }

  /**
   * Explains one number of a release: computes its period again from the delivery and follows the
   * rows of its region.
   *
   * @param request one period, with a plan of the indicator's family
   * @param inputs what the release was made of
   * @return empty where the delivery is not what it was then
   * @throws IllegalArgumentException when the delivery is not there
   */
  public Optional<Explanation> explain(
      Request request,
      List<Manifest.Input> inputs,
      String indicator,
      String region,
      String breakdown) {
    OpenedDelivery opened = OpenedDelivery.open(spark, progress, request);
    if (!inputs.containsAll(opened.inputs())) {
      return Optional.empty();
    }
    Sizing.of(spark).fit(spark, opened.sources().values());
    return Optional.of(
        Reckoning.of(
            width -> {
              MeasuredRows measured = Engine.of(spark, opened, progress, width).measure();
              progress.report(indicator, "deriving and following its rows");
              Computed computed = measured.compute("");
              return new LineageTrace(
                      measured, computed, opened.calendar(), indicator, region, breakdown)
                  .explain();
            }));
  }
}
