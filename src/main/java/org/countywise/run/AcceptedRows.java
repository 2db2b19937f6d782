package org.countywise.run;

import static org.apache.spark.sql.functions.broadcast;
import static org.apache.spark.sql.functions.lit;

import java.util.LinkedHashMap;
import java.util.Map;
import java.util.Set;
import org.apache.spark.sql.Dataset;
import org.apache.spark.sql.Row;
import org.countywise.plan.Plan;
import org.countywise.plan.RegionScheme;
import org.countywise.plan.Scan;
import org.countywise.rows.Conform;
import org.countywise.rows.Locate;
import org.countywise.rows.Refer;
import org.countywise.rows.ResolveDuplicates;
import org.countywise.rows.Stage;
import org.countywise.rows.ValidCodes;
import org.countywise.rows.Width;
import org.countywise.table.Checkpoints;
import org.countywise.table.Field;
import org.countywise.table.Moves;
import org.countywise.table.Regions;
import org.countywise.table.Rows;

/**
 * The judged rows of each dataset. Those that more than one step reads are kept until the run ends,
 * the others are never held.
 */
final class AcceptedRows {
  private final Plan plan;
  private final Set<String> repeating;
  private final Width width;
  private final Map<String, Dataset<Row>> datasets = new LinkedHashMap<>();
  private Dataset<Row> tree;
  private ValidCodes codes;

  /**
   * No dataset yet.
   *
   * @param repeating names of the datasets whose keys are not unique
   * @param width in which rows are reckoned with
   */
  AcceptedRows(Plan plan, Set<String> repeating, Width width) {
    this.plan = plan;
    this.repeating = repeating;
    this.width = width;
  }

  /** From here on, regions are looked up in this tree, and codes say where rows lie. */
  void use(Dataset<Row> regions, ValidCodes validCodes) {
    this.tree = regions;
    this.codes = validCodes;
  }

  Dataset<Row> rows(String dataset) {
    return datasets.get(dataset);
  }

  /** Those that count. */
  Dataset<Row> accepted(String dataset) {
    return rows(dataset).filter(Rows.REASON.column().isNull());
  }

  Map<String, Dataset<Row>> datasets() {
    return datasets;
  }

  /**
   * Judges the rows of a dataset, after the datasets it points to. Nothing is computed before its
   * rows are asked for.
   *
   * @param attest marks rows of units that have not delivered
   */
  void add(Scan scan, Dataset<Row> stored, Stage attest) {
    boolean counts = plan.deliveryRules().isTotals(scan);
    Stage judge = new Conform(scan, counts ? Width.INT64 : width);
    for (Scan.Lookup lookup : scan.lookups()) {
      judge = judge.then(refer(scan, lookup));
    }
    judge = judge.then(new Locate(scan, plan.regionScheme(), codes)).then(attest);
    boolean settles = repeating.contains(scan.dataset());
    Dataset<Row> rows =
        (settles ? judge.then(new ResolveDuplicates(scan)) : judge).apply(together(scan, stored));
    datasets.put(
        scan.dataset(), settles || plan.readers(scan) > 1 ? Checkpoints.records(rows) : rows);
  }

  /** The rows with those that are joined and tallied together in one task: each is moved once. */
  private Dataset<Row> together(Scan scan, Dataset<Row> stored) {
    int partitions =
        Integer.parseInt(stored.sparkSession().conf().get("spark.sql.shuffle.partitions"));
    return plan.joinedBy(scan)
        .filter(column -> scan.kind() == Scan.Kind.PERIODIC)
        .map(column -> stored.repartition(partitions, Field.declared(column)))
        .orElse(stored);
  }

  private Stage refer(Scan scan, Scan.Lookup lookup) {
    RegionScheme scheme = plan.regionScheme();
    if (scheme.roster() == null || !lookup.dataset().equals(scheme.roster().dataset())) {
      return counterparts(scan, lookup);
    }
    Dataset<Row> regions =
        codes
            .regions(tree)
            .withColumn(lookup.to().get(0), Moves.CODE.column())
            .withColumn(Rows.REGION.name(), Regions.REGION.column())
            .withColumn(Rows.DELIVERED.name(), Moves.CODE.column())
            .withColumn(Rows.REASON.name(), lit(null).cast("string"));
    return new Refer(lookup, broadcast(regions), Scan.Kind.PERIODIC);
  }

  private Stage counterparts(Scan scan, Scan.Lookup lookup) {
    Scan.Kind kind = plan.scan(lookup.dataset()).kind();
    Dataset<Row> others = datasets.get(lookup.dataset());
    boolean byCode = lookup.locates() && scan.region().isEmpty() && kind == Scan.Kind.REFERENCE;
    // Reference data lie in the regions of no month: their code says where that is in each.
    Dataset<Row> found =
        byCode ? others.withColumn(Rows.REGION.name(), lit(null).cast("string")) : others;
    return new Refer(lookup, found, kind);
  }
}
