package org.countywise.run;

import static org.apache.spark.sql.functions.broadcast;
import static org.apache.spark.sql.functions.coalesce;
import static org.apache.spark.sql.functions.lit;
import static org.apache.spark.sql.functions.substring;

import java.util.ArrayList;
import java.util.List;
import org.apache.spark.sql.Column;
import org.apache.spark.sql.Dataset;
import org.apache.spark.sql.Row;
import org.apache.spark.sql.RowFactory;
import org.apache.spark.sql.SparkSession;
import org.countywise.plan.Plan;
import org.countywise.plan.Territory;
import org.countywise.stage.Cover;
import org.countywise.stage.Derive;
import org.countywise.stage.Grid;
import org.countywise.stage.Publish;
import org.countywise.stage.RollUp;
import org.countywise.table.Cells;
import org.countywise.table.Field;
import org.countywise.table.Parts;
import org.countywise.table.Regions;

/**
 * From measures to published rows: derives in the lowest regions, adds up level by level, judges
 * the status.
 *
 * @param tree the region tree of the requested periods, kept
 * @param units expected units: period, unit
 * @param delivered dataset, month, unit; null where every unit found has delivered
 * @param groups members of named groups: region (the group's code), unit
 */
record Values(
    SparkSession spark,
    Calendar calendar,
    Dataset<Row> tree,
    Dataset<Row> units,
    Dataset<Row> delivered,
    Dataset<Row> groups) {
  private static final String GROUP = "group";

  /**
   * All published rows.
   *
   * @param cells measures of every month needed
   */
  Rolled publish(Dataset<Row> cells, String release) {
    Dataset<Row> above = Kept.rows(above());
    Dataset<Row> absences = Kept.rows(absences());
    Dataset<Row> parts = Kept.rows(located(cells, above));
    Dataset<Row> rolled = rollUp(parts, absences);
    Dataset<Row> coverage = cover().coverage(absences, above);
    return new Rolled(new Publish(indicators(), coverage, release).apply(rolled), rolled);
  }

  /**
   * What was published and what it was made of.
   *
   * @param parts kept; holds the gaps between published totals and their parts
   */
  record Rolled(Dataset<Row> values, Dataset<Row> parts) {}

  private Dataset<Row> located(Dataset<Row> cells, Dataset<Row> above) {
    Dataset<Row> derived =
        new Derive(calendar.terms(spark), calendar.plan().territory().unitDigits()).apply(cells);
    Dataset<Row> codes = tree.select(Regions.PERIOD.column(), Regions.REGION.column().as("_known"));
    Column same =
        Cells.PERIOD
            .of("derived")
            .equalTo(Regions.PERIOD.of("codes"))
            .and(Cells.REGION.of("derived").equalTo(Field.inside("codes", "_known")));
    int digits = calendar.plan().territory().unitDigits();
    Dataset<Row> relocated =
        derived
            .as("derived")
            .join(broadcast(codes.as("codes")), same, "left")
            .select(Field.every("derived"), Field.declared("_known"))
            .withColumn(
                Cells.REGION.name(),
                coalesce(Field.declared("_known"), substring(Cells.REGION.column(), 1, digits)))
            .drop("_known");
    Dataset<Row> regions =
        tree.join(
            broadcast(
                above
                    .select(Regions.PERIOD.column(), Regions.REGION.column())
                    .distinct()
                    .unionByName(below())),
            names(Regions.PERIOD, Regions.REGION),
            "left_semi");
    Dataset<Row> grid =
        new Grid(withTotal())
            .apply(regions.select(Regions.PERIOD.column(), Regions.REGION.column()));
    Dataset<Row> levels =
        tree.select(
            Regions.PERIOD.column(),
            Regions.REGION.column(),
            Regions.LEVEL.column(),
            Regions.UNIT.column());
    return relocated
        .unionByName(grid)
        .join(broadcast(levels), names(Regions.PERIOD, Regions.REGION));
  }

  private Dataset<Row> below() {
    return tree.join(broadcast(units), names(Regions.PERIOD, Regions.UNIT), "left_semi")
        .select(Regions.PERIOD.column(), Regions.REGION.column());
  }

  private Dataset<Row> rollUp(Dataset<Row> parts, Dataset<Row> absences) {
    Territory territory = calendar.plan().territory();
    Dataset<Row> parents =
        tree.select(Regions.PERIOD.column(), Regions.REGION.column(), Regions.PARENT.column());
    Dataset<Row> all = null;
    Dataset<Row> handed = null;
    for (Territory.Level level : territory.upwards()) {
      Dataset<Row> here =
          parts
              .filter(Regions.LEVEL.column().equalTo(level.name()))
              .drop(Regions.LEVEL.name(), Regions.UNIT.name());
      Dataset<Row> rolled =
          Kept.rows(new RollUp().apply(handed == null ? here : here.unionByName(handed)));
      Dataset<Row> named = named(rolled, level.name());
      all = all == null ? named : all.unionByName(named);
      Dataset<Row> counted = rolled;
      if (level.name().equals(territory.unit())) {
        counted = complete(rolled, absences);
        all = all.unionByName(named(groups(counted), GROUP));
      }
      handed = RollUp.handUp(counted, broadcast(parents));
    }
    return all;
  }

  private Dataset<Row> named(Dataset<Row> rolled, String level) {
    if (level.equals(GROUP)) {
      return rolled
          .withColumn(Regions.LEVEL.name(), lit(GROUP))
          .withColumn(Regions.UNIT.name(), lit(null).cast("string"));
    }
    Dataset<Row> unitOf =
        tree.select(Regions.PERIOD.column(), Regions.REGION.column(), Regions.UNIT.column());
    return rolled
        .withColumn(Regions.LEVEL.name(), lit(level))
        .join(broadcast(unitOf), names(Regions.PERIOD, Regions.REGION));
  }

  private Dataset<Row> groups(Dataset<Row> unitLevel) {
    Dataset<Row> members =
        groups
            .crossJoin(Calendar.periods(spark, calendar.names()))
            .select(
                Regions.PERIOD.column(),
                Regions.UNIT.column().as(Regions.REGION.name()),
                Regions.REGION.column().as(Regions.PARENT.name()));
    return new RollUp().apply(RollUp.handUp(unitLevel, broadcast(members)));
  }

  private static Dataset<Row> complete(Dataset<Row> unitLevel, Dataset<Row> absences) {
    Dataset<Row> incomplete =
        absences
            .filter(Parts.EVERYWHERE.column().unary_$bang())
            .select(
                Parts.INDICATOR.column(),
                Regions.PERIOD.column(),
                Regions.UNIT.column().as(Cells.REGION.name()));
    return unitLevel.join(
        broadcast(incomplete), names(Parts.INDICATOR, Cells.PERIOD, Cells.REGION), "left_anti");
  }

  private Cover cover() {
    return new Cover(units, calendar.needs(spark), delivered);
  }

  private Dataset<Row> absences() {
    return cover().absences();
  }

  /** Each expected unit with every region above it, the groups it is in, and itself. */
  private Dataset<Row> above() {
    Dataset<Row> step =
        units.select(
            Regions.PERIOD.column(),
            Regions.UNIT.column(),
            Regions.UNIT.column().as(Regions.REGION.name()));
    Dataset<Row> all = step;
    Dataset<Row> parents =
        tree.select(Regions.PERIOD.column(), Regions.REGION.column(), Regions.PARENT.column());
    for (Territory.Level level : calendar.plan().territory().levels()) {
      if (level.digits() < calendar.plan().territory().unitDigits()) {
        step =
            step.join(broadcast(parents), names(Regions.PERIOD, Regions.REGION))
                .select(
                    Regions.PERIOD.column(),
                    Regions.UNIT.column(),
                    Regions.PARENT.column().as(Regions.REGION.name()));
        all = all.unionByName(step);
      }
    }
    Dataset<Row> members =
        units
            .join(broadcast(groups), names(Regions.UNIT))
            .select(Regions.PERIOD.column(), Regions.UNIT.column(), Regions.REGION.column());
    return all.unionByName(members);
  }

  private Dataset<Row> withTotal() {
    List<Row> rows = new ArrayList<>();
    calendar.plan().indicators().stream()
        .filter(i -> i.total())
        .forEach(i -> rows.add(RowFactory.create(i.indicator())));
    return spark.createDataFrame(rows, Field.schema(Parts.INDICATOR));
  }

  private Dataset<Row> indicators() {
    Plan plan = calendar.plan();
    List<Row> rows =
        plan.indicators().stream()
            .map(i -> RowFactory.create(i.indicator(), i.factor().doubleValue(), i.ratio()))
            .toList();
    return spark.createDataFrame(rows, Field.schema(Parts.INDICATOR, Parts.FACTOR, Parts.RATIO));
  }

  private static scala.collection.immutable.Seq<String> names(Field... fields) {
    return Field.names(fields);
  }
}
