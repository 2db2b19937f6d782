package org.countywise.run;

import java.math.BigDecimal;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.TreeSet;
import org.apache.spark.sql.SparkSession;
import org.countywise.cube.Observation;
import org.countywise.delivery.NoDeliveryException;
import org.countywise.disclosure.Geography;
import org.countywise.disclosure.Protection;
import org.countywise.disclosure.PublishedCell;
import org.countywise.plan.Disclosure;
import org.countywise.plan.Plan;
import org.countywise.plan.RegionScheme;
import org.countywise.report.Finding;
import org.countywise.report.Manifest;
import org.countywise.rows.Calendar;
import org.countywise.rows.Width;

/**
 * What a plan would give in one unit, computed from the unit's rows only; nothing is published or
 * written. Small numbers are known as such, with what would tell them among the values of the unit;
 * what would tell them in other units is not looked at.
 */
public final class UnitPreview {
  private final SparkSession spark;
  private final Progress progress;
  private final String unit;

  /** A preview of one unit. */
  public UnitPreview(SparkSession spark, Progress progress, String unit) {
    this.spark = spark;
    this.progress = progress;
    this.unit = unit;
  }

  /**
   * What came out.
   *
   * @param values of the unit, those that must not be shown included
   * @param inputs what was read, to hold against what a release was made of
   * @param findings where one blocks, there are no values
   */
  public record Result(List<Value> values, List<Manifest.Input> inputs, List<Finding> findings) {}

  /**
   * A value of the unit, exact.
   *
   * @param hidden whether it must not be shown
   */
  public record Value(
      String indicator,
      String breakdown,
      Double value,
      BigDecimal numerator,
      BigDecimal denominator,
      String status,
      boolean hidden) {

    static Value of(Observation exact, boolean hidden) {
      return new Value(
          exact.series().indicator(),
          exact.series().breakdown(),
          exact.value(),
          exact.numerator(),
          exact.denominator(),
          exact.status().code(),
          hidden);
    }
  }

  /**
   * Computes the one period of a request.
   *
   * @throws NoDeliveryException when the delivery is not there, or nothing of any dataset in it
   */
  public Result of(Request request) {
    OpenedDelivery opened = OpenedDelivery.open(spark, progress, request);
    List<Finding> findings = opened.findings();
    if (Finding.blocks(findings)) {
      return new Result(List.of(), opened.inputs(), findings);
    }
    return Reckoning.of(width -> measured(opened, width));
  }

  private Result measured(OpenedDelivery opened, Width width) {
    Calendar calendar = opened.calendar();
    progress.report(unit, "finding its rows");
    SparkSession session = Sessions.ofFewRows(spark);
    Sizing sizing = Sizing.of(spark);
    sizing.fit(spark, opened.sources().values());
    boolean small = sizing.isSmall(opened.sources().values());
    Files files = new Files(small ? session : spark, opened.sources());
    // What is watched is watched in all months since the first, and the ledger has no unit.
    boolean whole = calendar.plan().watch() != null;
    Input input = whole ? files : UnitRows.of(files, calendar.plan(), unit, session);
    progress.report(unit, "computing");
    Engine engine = new Engine(whole ? spark : session, calendar, input, (of, action) -> {}, width);
    MeasuredRows measured = engine.measure();
    if (!measured.findings().isEmpty()) {
      return new Result(List.of(), opened.inputs(), measured.findings());
    }
    Computed computed = measured.compute("");
    List<Observation> exact =
        computed.open().stream().filter(of -> of.region().equals(unit)).toList();
    Set<PublishedCell.Key> hidden = hidden(calendar.plan(), exact, computed);
    List<Value> values =
        exact.stream()
            .map(of -> Value.of(of, hidden.contains(Withholding.cell(of).key())))
            .toList();
    return new Result(values, opened.inputs(), List.of());
  }

  private Set<PublishedCell.Key> hidden(Plan plan, List<Observation> exact, Computed computed) {
    Disclosure disclosure = plan.disclosure();
    Set<PublishedCell.Key> hidden = new TreeSet<>(FewRecords.in(plan, computed.parts()));
    List<PublishedCell> cells = new ArrayList<>();
    for (Observation of : exact) {
      PublishedCell cell = Withholding.cell(of);
      if (disclosure.restricted().contains(cell.indicator())
          || Withholding.isPart(cell, disclosure)) {
        hidden.add(cell.key());
      } else {
        cells.add(cell);
      }
    }
    if (disclosure.active()) {
      RegionScheme scheme = plan.regionScheme();
      Geography alone =
          new Geography(
              scheme.unit(), List.of(scheme.unit()), Map.of(), Map.of(), computed.broken());
      hidden.addAll(Protection.of(disclosure, alone, cells).hidden().keySet());
    }
    return hidden;
  }
}
