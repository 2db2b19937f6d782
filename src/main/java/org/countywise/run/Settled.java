package org.countywise.run;

import static org.apache.spark.sql.functions.bitmap_bit_position;
import static org.apache.spark.sql.functions.bitmap_bucket_number;
import static org.apache.spark.sql.functions.bitmap_construct_agg;
import static org.apache.spark.sql.functions.bitmap_count;
import static org.apache.spark.sql.functions.coalesce;
import static org.apache.spark.sql.functions.count;
import static org.apache.spark.sql.functions.lit;
import static org.apache.spark.sql.functions.max;
import static org.apache.spark.sql.functions.min;
import static org.apache.spark.sql.functions.sum;

import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import org.apache.spark.sql.Column;
import org.apache.spark.sql.Dataset;
import org.apache.spark.sql.Row;
import org.countywise.plan.Plan;
import org.countywise.plan.Scan;
import org.countywise.plan.Territory;
import org.countywise.stage.Conform;
import org.countywise.stage.Locate;
import org.countywise.stage.Refer;
import org.countywise.stage.Settle;
import org.countywise.stage.Stage;
import org.countywise.table.Field;
import org.countywise.table.Regions;
import org.countywise.table.Rows;

/** The rows of each dataset, read once, judged and kept until the run ends. */
final class Settled {
  private static final long DENSE = 64;
  private static final long SMALL = 1_000_000;

  private final Plan plan;
  private final Territory territory;
  private final Map<String, Dataset<Row>> datasets = new LinkedHashMap<>();
  private final List<Verdict> verdicts = new ArrayList<>();
  private Dataset<Row> tree;

  Settled(Plan plan) {
    this.plan = plan;
    this.territory = plan.territory();
  }

  /** From here on, codes are looked up in this region tree. */
  void useTree(Dataset<Row> regions) {
    this.tree = regions;
  }

  Dataset<Row> rows(String dataset) {
    return datasets.get(dataset);
  }

  Map<String, Dataset<Row>> datasets() {
    return datasets;
  }

  List<Verdict> verdicts() {
    return verdicts;
  }

  /**
   * Judges the rows of a dataset, after the datasets it points to.
   *
   * @param attest marks rows of units that have not delivered
   */
  void add(Scan scan, Dataset<Row> stored, Stage attest) {
    Stage judge = new Conform(scan);
    for (Scan.Lookup lookup : scan.lookups()) {
      judge = judge.then(refer(lookup));
    }
    judge = judge.then(new Locate(scan, territory, tree)).then(attest);
    Dataset<Row> judged = Kept.rows(judge.apply(stored));
    List<Verdict> first = verdicts(scan, judged);
    if (!unique(scan, judged, first)) {
      Dataset<Row> settled = Kept.rows(new Settle(scan).apply(judged));
      first = verdicts(scan, settled);
      judged = settled;
    }
    datasets.put(scan.dataset(), judged);
    verdicts.addAll(first);
  }

  private Stage refer(Scan.Lookup lookup) {
    if (territory.roster() == null || !lookup.dataset().equals(territory.roster().dataset())) {
      return new Refer(lookup, datasets.get(lookup.dataset()), plan.scan(lookup.dataset()).kind());
    }
    Dataset<Row> regions =
        tree.withColumn(lookup.to().get(0), Regions.REGION.column())
            .withColumn(Rows.REGION.name(), Regions.REGION.column())
            .withColumn(Rows.REASON.name(), lit(null).cast("string"));
    return new Refer(lookup, regions, Scan.Kind.PERIODIC);
  }

  private static List<Verdict> verdicts(Scan scan, Dataset<Row> judged) {
    Column id = singleId(scan) ? Field.declared(scan.key().get(0)) : lit(0L);
    return judged
        .groupBy(
            Rows.PERIOD.column(), Rows.UNIT.column(), Rows.REASON.column(), Rows.WARNINGS.column())
        .agg(
            count(lit(1)).as(Rows.ROWS.name()),
            coalesce(min(id), lit(0L)),
            coalesce(max(id), lit(0L)))
        .collectAsList()
        .stream()
        .map(row -> verdict(scan, row))
        .toList();
  }

  private static Verdict verdict(Scan scan, Row row) {
    return new Verdict(
        scan.dataset(),
        text(row, 0),
        text(row, 1),
        text(row, 2),
        row.getList(3),
        row.getLong(4),
        row.getLong(5),
        row.getLong(6));
  }

  private static String text(Row row, int i) {
    return row.isNullAt(i) ? "" : row.getString(i);
  }

  private static boolean singleId(Scan scan) {
    return scan.key().size() == 1
        && scan.columns().stream()
            .anyMatch(c -> c.name().equals(scan.key().get(0)) && c.type().startsWith("int"));
  }

  /**
   * Proves keys unique: with bitmaps where they are one dense whole number, else by counting each.
   */
  private static boolean unique(Scan scan, Dataset<Row> judged, List<Verdict> verdicts) {
    long rows = verdicts.stream().mapToLong(Verdict::rows).sum();
    long least = verdicts.stream().mapToLong(Verdict::least).min().orElse(0);
    long greatest = verdicts.stream().mapToLong(Verdict::greatest).max().orElse(0);
    boolean dense = least >= 0 && greatest < Math.max(SMALL, DENSE * rows);
    if (!singleId(scan) || !dense) {
      return new Settle(scan).repeats(judged).isEmpty();
    }
    Column id = Field.declared(scan.key().get(0));
    Row counted =
        judged
            .filter(id.isNotNull())
            .groupBy(Rows.PERIOD.column(), bitmap_bucket_number(id))
            .agg(
                bitmap_construct_agg(bitmap_bit_position(id)).as("_bits"),
                count(lit(1)).as(Rows.ROWS.name()))
            .agg(sum(bitmap_count(Field.declared("_bits"))), sum(Rows.ROWS.column()))
            .first();
    return counted.isNullAt(0) || counted.getLong(0) == counted.getLong(1);
  }
}
