package org.countywise.run;

import java.math.BigDecimal;
import java.time.LocalDate;
import java.time.YearMonth;
import java.util.EnumMap;
import java.util.HashMap;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Set;
import java.util.TreeSet;
import java.util.stream.Collectors;
import org.apache.spark.sql.Dataset;
import org.apache.spark.sql.Row;
import org.apache.spark.sql.SparkSession;
import org.countywise.plan.Plan;
import org.countywise.plan.Scan;
import org.countywise.quality.DeliveryKey;
import org.countywise.report.Finding;
import org.countywise.report.Manifest;
import org.countywise.rows.Calendar;
import org.countywise.rows.Width;
import org.countywise.table.IndicatorValue;

/**
 * Splits the difference between two releases by its causes: computes the months again, first from
 * the older delivery by the older definitions, then with one kind of difference after another taken
 * from the newer release. What a step changes is the part of its cause, so that the parts add up.
 */
public final class RevisionAnalysis {
  private final SparkSession spark;
  private final Progress progress;
  private final Sizing sizing;

  /** A reconciliation by computing again. */
  public RevisionAnalysis(SparkSession spark, Progress progress) {
    this.spark = spark;
    this.progress = progress;
    this.sizing = Sizing.of(spark);
  }

  /**
   * What a release was made of.
   *
   * @param plan of the families that are compared
   * @param definitions their hash
   * @param regionsAsOf the day whose regions it is in; null for the last day of each period
   */
  public record Side(
      String release,
      String delivery,
      Plan plan,
      String definitions,
      List<Manifest.Input> inputs,
      LocalDate regionsAsOf) {}

  /** A cell of the table of values. */
  public record Cell(String indicator, String region, String period, String breakdown) {}

  /** What a cell says; a value that is not there is null. */
  public record Said(BigDecimal value, BigDecimal numerator, BigDecimal denominator) {
    /** Where there is no row. */
    public static final Said NOTHING = new Said(null, null, null);
  }

  /**
   * What cells say when the differences up to each cause are taken from the newer release; the last
   * cause has no step of its own, since it leads to what the newer release says.
   *
   * @param from what the older release says
   * @throws IllegalArgumentException saying which delivery is not there any more, or is another
   */
  public Map<RevisionCause, Map<Cell, Said>> split(
      Side older, Side newer, List<YearMonth> periods, Map<Cell, Said> from) {
    OpenedDelivery before = open(older, older.plan(), older.inputs(), periods);
    OpenedDelivery after = open(newer, newer.plan(), newer.inputs(), periods);
    sizing.fit(spark, after.sources().values());
    Set<Cell> cells = from.keySet();
    Map<Cell, Said> said = from;
    if (!older.definitions().equals(newer.definitions())) {
      before = open(older, newer.plan(), List.of(), periods);
      said = compute(before.calendar(), files(before), cells, RevisionCause.DEFINITION);
    }
    Map<RevisionCause, Map<Cell, Said>> steps = new EnumMap<>(RevisionCause.class);
    steps.put(RevisionCause.DEFINITION, said);
    Set<DeliveryKey> changed = changed(before, after);
    for (RevisionCause revisionCause :
        List.of(RevisionCause.REGIONS, RevisionCause.DELIVERED, RevisionCause.RECORDS)) {
      if (differs(revisionCause, before, after, changed)) {
        HybridDelivery hybridDelivery =
            new HybridDelivery(newer.plan(), files(before), files(after), revisionCause, changed);
        said = compute(after.calendar(), hybridDelivery, cells, revisionCause);
      }
      steps.put(revisionCause, said);
    }
    return steps;
  }

  /** Whether anything of a cause can differ. */
  private static boolean differs(
      RevisionCause revisionCause,
      OpenedDelivery before,
      OpenedDelivery after,
      Set<DeliveryKey> changed) {
    if (revisionCause == RevisionCause.DELIVERED) {
      return !changed.isEmpty();
    }
    Set<Manifest.Input> others = new HashSet<>(before.inputs());
    others.removeAll(after.inputs());
    boolean reference =
        others.stream()
            .anyMatch(
                input ->
                    after.calendar().plan().scan(input.dataset()).kind() == Scan.Kind.REFERENCE);
    boolean otherDay =
        !Objects.equals(before.calendar().regionsAsOf(), after.calendar().regionsAsOf());
    return revisionCause == RevisionCause.REGIONS
        ? reference || otherDay
        : others.stream().anyMatch(i -> !i.period().isEmpty());
  }

  private OpenedDelivery open(
      Side side, Plan plan, List<Manifest.Input> inputs, List<YearMonth> periods) {
    Request request =
        new Request(
            side.delivery(),
            periods,
            plan,
            side.definitions(),
            Request.Rerun.ALWAYS,
            Map.of(),
            side.regionsAsOf());
    OpenedDelivery opened = OpenedDelivery.open(spark, progress, request);
    if (!inputs.isEmpty() && !inputs.containsAll(opened.inputs())) {
      throw new IllegalArgumentException(
          "the files in "
              + side.delivery()
              + " are not those of release "
              + side.release()
              + "; name a copy of its delivery");
    }
    opened.findings().stream()
        .filter(finding -> finding.severity() == Finding.Severity.BLOCKER)
        .findFirst()
        .ifPresent(
            finding -> {
              throw new IllegalArgumentException(finding.line());
            });
    return opened;
  }

  private Files files(OpenedDelivery opened) {
    return new Files(spark, opened.sources());
  }

  /** What only one of two deliveries announces. */
  private Set<DeliveryKey> changed(OpenedDelivery before, OpenedDelivery after) {
    Plan plan = after.calendar().plan();
    if (plan.deliveryRules().totals() == null) {
      return Set.of();
    }
    Scan totals = plan.scan(plan.deliveryRules().totals().dataset());
    Set<DeliveryKey> old =
        DeliveryKey.announced(plan.deliveryRules().totals(), files(before).stored(totals)).keySet();
    Set<DeliveryKey> now =
        DeliveryKey.announced(plan.deliveryRules().totals(), files(after).stored(totals)).keySet();
    Set<DeliveryKey> changed = new TreeSet<>(old);
    changed.addAll(now);
    changed.removeIf(key -> old.contains(key) && now.contains(key));
    return changed;
  }

  private Map<Cell, Said> compute(
      Calendar calendar, Input input, Set<Cell> cells, RevisionCause revisionCause) {
    progress.report(revisionCause.words(), "computing again");
    return Reckoning.of(width -> compute(calendar, input, cells, width));
  }

  private Map<Cell, Said> compute(Calendar calendar, Input input, Set<Cell> cells, Width width) {
    Engine engine = new Engine(spark, calendar, input, (subject, action) -> {}, width);
    Dataset<Row> values = engine.measure().compute("").values();
    Set<String> indicators = cells.stream().map(Cell::indicator).collect(Collectors.toSet());
    Set<String> regions = cells.stream().map(Cell::region).collect(Collectors.toSet());
    Map<Cell, Said> said = new HashMap<>();
    values
        .filter(IndicatorValue.INDICATOR.in(indicators).and(IndicatorValue.REGION.in(regions)))
        .collectAsList()
        .forEach(row -> said.put(cell(row), said(row)));
    said.keySet().retainAll(cells);
    return said;
  }

  /** The cell of a row of {@link IndicatorValue#SCHEMA}. */
  public static Cell cell(Row row) {
    return new Cell(row.getString(0), row.getString(1), row.getString(3), row.getString(4));
  }

  /** What a row of {@link IndicatorValue#SCHEMA} says. */
  public static Said said(Row row) {
    BigDecimal value = row.isNullAt(5) ? null : new BigDecimal(row.getDouble(5));
    return new Said(value, row.getDecimal(6), row.getDecimal(7));
  }
}
