package org.countywise.run;

import static org.apache.spark.sql.functions.array;
import static org.apache.spark.sql.functions.array_contains;
import static org.apache.spark.sql.functions.coalesce;
import static org.apache.spark.sql.functions.concat;
import static org.apache.spark.sql.functions.expr;
import static org.apache.spark.sql.functions.lit;
import static org.apache.spark.sql.functions.not;
import static org.apache.spark.sql.functions.substring;

import java.util.ArrayList;
import java.util.List;
import java.util.Set;
import java.util.TreeSet;
import java.util.stream.Stream;
import org.apache.spark.sql.Column;
import org.apache.spark.sql.Dataset;
import org.apache.spark.sql.Row;
import org.countywise.plan.Plan;
import org.countywise.plan.RegionScheme;
import org.countywise.plan.Scan;
import org.countywise.quality.DeliveryKey;
import org.countywise.table.Field;
import org.countywise.table.Rows;

/**
 * What lies between two deliveries: the older one, with some of the differences of the newer.
 *
 * @param upTo the last cause whose differences are taken from the newer one
 * @param changed what one delivery announces and the other does not
 */
record HybridDelivery(
    Plan plan, Input older, Input newer, RevisionCause upTo, Set<DeliveryKey> changed)
    implements Input {

  @Override
  public Dataset<Row> stored(Scan scan) {
    if (upTo == RevisionCause.CORRECTED || (isTerritory(scan) && reached(RevisionCause.REGIONS))) {
      return newer.stored(scan);
    }
    boolean reference = scan.kind() == Scan.Kind.REFERENCE;
    if (reference || !reached(RevisionCause.DELIVERED)) {
      return older.stored(scan);
    }
    if (plan.deliveryRules().isTotals(scan)) {
      return newer.stored(scan);
    }
    Dataset<Row> before = coded(older, scan);
    Dataset<Row> after = coded(newer, scan);
    Column late = isChanged(scan);
    Dataset<Row> others = before.filter(not(late));
    Dataset<Row> delivered = after.filter(late);
    return (reached(RevisionCause.RECORDS)
            ? sameRecords(scan, others, after.filter(not(late)))
            : others)
        .unionByName(delivered)
        .drop(Rows.DELIVERED.name());
  }

  /** The rows with the code they were delivered under, their own or that of their counterpart. */
  private Dataset<Row> coded(Input input, Scan scan) {
    Dataset<Row> rows = input.stored(scan);
    if (scan.region().isEmpty() && scan.locator().isPresent()) {
      return beside(rows, input, scan.locator().orElseThrow());
    }
    Column code = scan.region().isEmpty() ? lit(null).cast("string") : expr(scan.region());
    return rows.withColumn(Rows.DELIVERED.name(), code);
  }

  private Dataset<Row> beside(Dataset<Row> rows, Input input, Scan.Lookup lookup) {
    Scan other = plan.scan(lookup.dataset());
    List<Column> there = new ArrayList<>(List.of(Rows.DELIVERED.column()));
    List<String> names = new ArrayList<>();
    Column same = lit(true);
    for (int i = 0; i < lookup.on().size(); i++) {
      names.add("_there_" + i);
      there.add(Field.declared(lookup.to().get(i)).as(names.get(i)));
      same = same.and(Field.declared(lookup.on().get(i)).equalTo(Field.declared(names.get(i))));
    }
    if (other.kind() == Scan.Kind.PERIODIC) {
      names.add("_there_period");
      there.add(Rows.PERIOD.column().as("_there_period"));
      same = same.and(Rows.PERIOD.column().equalTo(Field.declared("_there_period")));
    }
    String[] keys = names.toArray(String[]::new);
    Dataset<Row> counterparts =
        coded(input, other).select(there.toArray(Column[]::new)).dropDuplicates(keys);
    return rows.join(counterparts, same, "left").drop(keys);
  }

  /**
   * The records of the newer delivery, with the older content where they were there before. Without
   * a key a record is what it says.
   */
  private static Dataset<Row> sameRecords(Scan scan, Dataset<Row> before, Dataset<Row> after) {
    Dataset<Row> kept = joined(scan, before, after, "left_semi");
    Dataset<Row> added = joined(scan, after, before, "left_anti");
    return kept.unionByName(added);
  }

  private static Dataset<Row> joined(
      Scan scan, Dataset<Row> rows, Dataset<Row> others, String how) {
    List<String> record = scan.key().isEmpty() ? scan.columnNames() : scan.key();
    List<String> names = Stream.concat(Stream.of(Rows.PERIOD.name()), record.stream()).toList();
    Column[] key = names.stream().map(Field::declared).toArray(Column[]::new);
    Dataset<Row> keys = others.select(key).distinct();
    return rows.join(keys, scala.jdk.javaapi.CollectionConverters.asScala(names).toSeq(), how);
  }

  /** True for rows of a unit and month that only one of the deliveries announces. */
  private Column isChanged(Scan scan) {
    List<DeliveryKey> mine =
        changed.stream().filter(s -> s.dataset().equals(scan.dataset())).toList();
    if (mine.isEmpty()) {
      return lit(false);
    }
    Column unit = substring(Rows.DELIVERED.column(), 1, plan.regionScheme().unitDigits());
    Column[] known =
        mine.stream()
            .map(deliveryKey -> lit(deliveryKey.period() + deliveryKey.unit()))
            .toArray(Column[]::new);
    Column here = concat(Rows.PERIOD.column(), unit);
    return coalesce(array_contains(array(known), here), lit(false));
  }

  private boolean reached(RevisionCause revisionCause) {
    return upTo.compareTo(revisionCause) >= 0;
  }

  private boolean isTerritory(Scan scan) {
    RegionScheme scheme = plan.regionScheme();
    return (scheme.roster() != null && scheme.roster().dataset().equals(scan.dataset()))
        || scheme.groups().stream().anyMatch(group -> group.dataset().equals(scan.dataset()));
  }

  @Override
  public Set<String> months(Scan scan) {
    Set<String> months = new TreeSet<>(older.months(scan));
    months.addAll(newer.months(scan));
    return months;
  }

  @Override
  public boolean dense(Scan scan) {
    return older.dense(scan) && newer.dense(scan);
  }
}
