package org.countywise.run;

import static org.apache.spark.sql.functions.expr;
import static org.apache.spark.sql.functions.lit;

import java.util.ArrayList;
import java.util.List;
import java.util.Set;
import java.util.TreeSet;
import org.apache.spark.sql.Dataset;
import org.apache.spark.sql.Row;
import org.apache.spark.sql.SparkSession;
import org.countywise.plan.Plan;
import org.countywise.plan.Presence;
import org.countywise.plan.Scan;
import org.countywise.plan.Territory;
import org.countywise.plan.View;
import org.countywise.stage.Attest;
import org.countywise.stage.Measure;
import org.countywise.stage.Stage;
import org.countywise.stage.Tree;
import org.countywise.table.Cells;
import org.countywise.table.Field;
import org.countywise.table.Parts;
import org.countywise.table.Regions;
import org.countywise.table.Rows;

/** The path of the records: settle each dataset, measure its views, derive and roll up. */
final class Engine {
  private final SparkSession spark;
  private final Calendar calendar;
  private final Input input;
  private final Progress progress;
  private final Plan plan;
  private final Settled settled;
  private Dataset<Row> tree;
  private Dataset<Row> delivered;

  Engine(SparkSession spark, Calendar calendar, Input input, Progress progress) {
    this.spark = spark;
    this.calendar = calendar;
    this.input = input;
    this.progress = progress;
    this.plan = calendar.plan();
    this.settled = new Settled(plan);
  }

  /** Reads and judges every dataset of the plan, each once. */
  void settle() {
    for (Scan scan : plan.scans()) {
      at(scan.dataset(), "reading and checking");
      settled.add(scan, input.stored(scan), attest(scan));
      if (isRoster(scan)) {
        tree = Kept.rows(tree(settled.rows(scan.dataset())));
        settled.useTree(tree);
      }
      if (isControlTotals(scan)) {
        delivered = Kept.rows(delivered(settled.rows(scan.dataset())));
      }
    }
  }

  private Stage attest(Scan scan) {
    boolean judged =
        delivered != null && scan.kind() == Scan.Kind.PERIODIC && !scan.region().isEmpty();
    return judged ? new Attest(scan.dataset(), delivered) : rows -> rows;
  }

  private boolean isRoster(Scan scan) {
    Territory.Roster roster = plan.territory().roster();
    return roster != null && roster.dataset().equals(scan.dataset());
  }

  boolean isControlTotals(Scan scan) {
    Presence.ControlTotals totals = plan.presence().totals();
    return totals != null && totals.dataset().equals(scan.dataset());
  }

  private Dataset<Row> tree(Dataset<Row> roster) {
    Set<String> months = new TreeSet<>(calendar.months());
    plan.scans().stream()
        .filter(this::isControlTotals)
        .forEach(s -> months.addAll(input.months(s)));
    return new Tree(plan.territory())
        .fromRoster(roster.filter(Rows.REASON.column().isNull()), Calendar.periods(spark, months));
  }

  private Dataset<Row> delivered(Dataset<Row> totals) {
    Presence.ControlTotals names = plan.presence().totals();
    return totals
        .filter(Rows.REASON.column().isNull())
        .select(
            Field.declared(names.of()).as(Parts.DATASET.name()),
            Rows.PERIOD.column().as(Parts.MONTH.name()),
            Field.declared(names.region()).as(Regions.UNIT.name()))
        .distinct();
  }

  Scan scan(String dataset) {
    return plan.scan(dataset);
  }

  List<Verdict> verdicts() {
    return settled.verdicts();
  }

  Dataset<Row> rows(String dataset) {
    return settled.rows(dataset);
  }

  /** The region tree, once {@link #measure} has run. */
  Dataset<Row> tree() {
    return tree;
  }

  /** Measures of every view and month needed. */
  Dataset<Row> measure() {
    List<Dataset<Row>> cells = new ArrayList<>();
    for (Scan scan : plan.scans()) {
      for (View view : scan.views()) {
        cells.add(new Measure(scan, view, settled.datasets()).apply(settled.rows(scan.dataset())));
      }
    }
    Dataset<Row> all = Kept.rows(cells.stream().reduce(Dataset::unionByName).orElseThrow());
    if (tree == null) {
      tree = Kept.rows(fromCodes(all));
    }
    return all;
  }

  private Dataset<Row> fromCodes(Dataset<Row> cells) {
    Dataset<Row> codes = cells.select(Cells.REGION.column()).distinct();
    return new Tree(plan.territory())
        .fromCodes(Calendar.periods(spark, calendar.names()).crossJoin(codes));
  }

  /** Published rows of the requested periods. */
  Values.Rolled publish(Dataset<Row> cells, String release) {
    Dataset<Row> units = Kept.rows(units());
    Dataset<Row> present = delivered == null ? everything(units) : delivered;
    return new Values(
            spark, calendar, Kept.rows(requested(tree)), units, present, Kept.rows(groups()))
        .publish(cells, release);
  }

  private Dataset<Row> requested(Dataset<Row> regions) {
    return regions.filter(Regions.PERIOD.column().isin(calendar.names().toArray()));
  }

  /** Units that are expected, by period. */
  private Dataset<Row> units() {
    Dataset<Row> known =
        requested(tree)
            .filter(Regions.LEVEL.column().equalTo(plan.territory().unit()))
            .select(Regions.PERIOD.column(), Regions.REGION.column().as(Regions.UNIT.name()));
    if (delivered == null) {
      return known;
    }
    Dataset<Row> expected = delivered.select(Regions.UNIT.column());
    if (!plan.presence().expected().isEmpty()) {
      expected =
          expected.unionByName(
              groups()
                  .filter(Regions.REGION.column().equalTo("group:" + plan.presence().expected()))
                  .select(Regions.UNIT.column()));
    }
    return known
        .join(expected.distinct(), Field.names(Regions.UNIT), "left_semi")
        .select(Regions.PERIOD.column(), Regions.UNIT.column());
  }

  private Dataset<Row> everything(Dataset<Row> units) {
    Dataset<Row> needs =
        calendar.needs(spark).select(Parts.DATASET.column(), Parts.MONTH.column()).distinct();
    return needs.crossJoin(units.select(Regions.UNIT.column()).distinct());
  }

  /** Members of the named groups: the group's code and the unit. */
  private Dataset<Row> groups() {
    return plan.territory().groups().stream()
        .map(
            group ->
                settled
                    .rows(group.dataset())
                    .filter(Rows.REASON.column().isNull())
                    .filter(expr(group.where()))
                    .select(
                        lit(group.region()).as(Regions.REGION.name()),
                        Field.declared(group.code()).as(Regions.UNIT.name()))
                    .distinct())
        .reduce(Dataset::unionByName)
        .orElseGet(
            () -> spark.createDataFrame(List.of(), Field.schema(Regions.REGION, Regions.UNIT)));
  }

  private void at(String subject, String action) {
    spark.sparkContext().setJobGroup(subject, subject + ": " + action, false);
    progress.at(subject, action);
  }
}
