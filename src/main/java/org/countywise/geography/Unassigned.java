package org.countywise.geography;

import static org.apache.spark.sql.functions.broadcast;
import static org.apache.spark.sql.functions.sum;

import java.util.ArrayList;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.TreeMap;
import java.util.TreeSet;
import java.util.stream.Collectors;
import org.apache.spark.sql.Dataset;
import org.apache.spark.sql.Row;
import org.apache.spark.sql.RowFactory;
import org.countywise.geography.history.Relocation;
import org.countywise.geography.history.Succession;
import org.countywise.plan.RegionScheme;
import org.countywise.quality.DeliveryKey;
import org.countywise.report.Finding;
import org.countywise.report.FindingBuilder;
import org.countywise.report.FindingType;
import org.countywise.table.Cells;
import org.countywise.table.Field;
import org.countywise.table.Moves;
import org.countywise.table.Rows;

/** Counts the rows that no village or township assigns to a region of the day that counts. */
public final class Unassigned {
  private static final int SHOWN = 5;

  private final RegionsByMonth regionsByMonth;
  private final Map<Crosswalk.RegionMonth, String> regions;
  private final Set<Crosswalk.RegionMonth> measured = new HashSet<>();
  private final Map<DeliveryKey, Long> rows = new TreeMap<>();

  public Unassigned(RegionsByMonth regionsByMonth) {
    this.regionsByMonth = regionsByMonth;
    this.regions = regionsByMonth.unassigned();
  }

  /**
   * Counts those of a dataset.
   *
   * @param cells what was measured, kept
   */
  public void count(String dataset, Dataset<Row> cells) {
    if (regions.isEmpty()) {
      return;
    }
    List<Row> wanted =
        regions.keySet().stream().map(s -> RowFactory.create(s.month(), s.region())).toList();
    Dataset<Row> spots =
        cells.sparkSession().createDataFrame(wanted, Field.schema(Rows.PERIOD, Moves.CODE));
    cells
        .filter(Rows.REASON.column().isNull())
        .withColumnRenamed(Cells.REGION.name(), Moves.CODE.name())
        .join(broadcast(spots), Field.names(Rows.PERIOD, Moves.CODE))
        .groupBy(Rows.PERIOD.column(), Moves.CODE.column())
        .agg(sum(Rows.ROWS.column()))
        .collectAsList()
        .forEach(row -> count(dataset, row));
  }

  private void count(String dataset, Row row) {
    Crosswalk.RegionMonth regionMonth =
        new Crosswalk.RegionMonth(row.getString(0), row.getString(1));
    if (!row.isNullAt(2) && row.getLong(2) > 0) {
      measured.add(regionMonth);
      rows.merge(
          new DeliveryKey(dataset, regionMonth.month(), regions.get(regionMonth)),
          row.getLong(2),
          Long::sum);
    }
  }

  /** The region tree with the regions that such rows lie in, under their older codes. */
  public Dataset<Row> tree() {
    return regionsByMonth.treeWith(kept());
  }

  /** Regions that stay under older codes, each in the month in which it does. */
  public Set<Crosswalk.RegionMonth> kept() {
    return regionsByMonth.keptFor(measured);
  }

  /** A finding for every dataset, month and older code, and for every parent that has ended. */
  public List<Finding> findings() {
    List<Finding> found = new ArrayList<>(circular());
    regionsByMonth.orphans().forEach(row -> found.add(ended(row)));
    rows.forEach((key, number) -> found.add(unassigned(key, number)));
    return found;
  }

  private Finding ended(Row row) {
    String parent = row.getString(0);
    return FindingType.REGION_ENDED
        .in(regionsByMonth.calendar().plan().regionScheme().roster().dataset(), row.getString(2))
        .rows(row.getLong(3))
        .keys(List.of(parent))
        .with("parent", parent)
        .with("above", row.getString(1))
        .with("where", where())
        .build();
  }

  private Finding unassigned(DeliveryKey key, long number) {
    FindingBuilder finding =
        key.about(FindingType.REGION_UNASSIGNED).rows(number).with("where", where());
    Set<String> parts = new TreeSet<>();
    regionsByMonth.calendar().names().stream()
        .map(regionsByMonth.calendar()::regionsOf)
        .forEach(day -> parts.addAll(regionsByMonth.relocation().successors(key.unit(), day, day)));
    return parts.isEmpty()
        ? finding.build()
        : finding.saying("parts").with("parts", first(parts)).build();
  }

  private static String first(Set<String> codes) {
    return codes.stream().limit(SHOWN).collect(Collectors.joining(", "));
  }

  /** Where to add what is missing. */
  private String where() {
    RegionScheme scheme = regionsByMonth.calendar().plan().regionScheme();
    FindingBuilder where =
        FindingType.REGION_UNASSIGNED.everywhere().with("roster", scheme.roster().dataset());
    return scheme.changes() == null
        ? where.saying("to_roster").text()
        : where.saying("to_changes").with("changes", scheme.changes().dataset()).text();
  }

  private List<Finding> circular() {
    Relocation relocation = regionsByMonth.relocation();
    Set<String> codes =
        relocation == null ? Set.of() : new Succession(relocation.codeHistory()).circular();
    return codes.isEmpty()
        ? List.of()
        : List.of(
            FindingType.REGION_CIRCLE
                .in(regionsByMonth.calendar().plan().regionScheme().changes().dataset(), "")
                .rows(codes.size())
                .with("codes", first(codes))
                .build());
  }
}
