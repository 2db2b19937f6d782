package org.countywise.run;

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
import org.countywise.plan.Territory;
import org.countywise.region.Relocation;
import org.countywise.region.Succession;
import org.countywise.report.Finding;
import org.countywise.report.FindingBuilder;
import org.countywise.report.FindingType;
import org.countywise.table.Cells;
import org.countywise.table.Field;
import org.countywise.table.Moves;
import org.countywise.table.Rows;

/** Counts the rows that no village or township assigns to a region of the day that counts. */
final class Unassigned {
  private static final int SHOWN = 5;

  private final Ground ground;
  private final Map<Whereabouts.Spot, String> regions;
  private final Set<Whereabouts.Spot> measured = new HashSet<>();
  private final Map<Sent, Long> rows = new TreeMap<>();

  Unassigned(Ground ground) {
    this.ground = ground;
    this.regions = ground.unassigned();
  }

  /**
   * Counts those of a dataset.
   *
   * @param cells what was measured, kept
   */
  void count(String dataset, Dataset<Row> cells) {
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
    Whereabouts.Spot spot = new Whereabouts.Spot(row.getString(0), row.getString(1));
    if (!row.isNullAt(2) && row.getLong(2) > 0) {
      measured.add(spot);
      rows.merge(new Sent(dataset, spot.month(), regions.get(spot)), row.getLong(2), Long::sum);
    }
  }

  /** The region tree with the regions that such rows lie in, under their older codes. */
  Dataset<Row> tree() {
    return ground.treeWith(kept());
  }

  /** Regions that stay under older codes, each in the month in which it does. */
  Set<Whereabouts.Spot> kept() {
    return ground.keptFor(measured);
  }

  /** A finding for every dataset, month and older code, and for every parent that has ended. */
  List<Finding> findings() {
    List<Finding> found = new ArrayList<>(circular());
    ground.orphans().forEach(row -> found.add(ended(row)));
    rows.forEach((sent, number) -> found.add(unassigned(sent, number)));
    return found;
  }

  private Finding ended(Row row) {
    String parent = row.getString(0);
    return FindingType.REGION_ENDED
        .in(ground.calendar().plan().territory().roster().dataset(), row.getString(2))
        .rows(row.getLong(3))
        .keys(List.of(parent))
        .with("parent", parent)
        .with("above", row.getString(1))
        .with("where", where())
        .build();
  }

  private Finding unassigned(Sent sent, long number) {
    FindingBuilder finding =
        sent.about(FindingType.REGION_UNASSIGNED).rows(number).with("where", where());
    Set<String> parts = new TreeSet<>();
    ground.calendar().names().stream()
        .map(ground.calendar()::regionsOf)
        .forEach(day -> parts.addAll(ground.relocation().successors(sent.unit(), day, day)));
    return parts.isEmpty()
        ? finding.build()
        : finding.saying("parts").with("parts", first(parts)).build();
  }

  private static String first(Set<String> codes) {
    return codes.stream().limit(SHOWN).collect(Collectors.joining(", "));
  }

  /** Where to add what is missing. */
  private String where() {
    Territory territory = ground.calendar().plan().territory();
    FindingBuilder where =
        FindingType.REGION_UNASSIGNED.everywhere().with("roster", territory.roster().dataset());
    return territory.changes() == null
        ? where.saying("to_roster").text()
        : where.saying("to_changes").with("changes", territory.changes().dataset()).text();
  }

  private List<Finding> circular() {
    Relocation relocation = ground.relocation();
    Set<String> codes =
        relocation == null ? Set.of() : new Succession(relocation.chronicle()).circular();
    return codes.isEmpty()
        ? List.of()
        : List.of(
            FindingType.REGION_CIRCLE
                .in(ground.calendar().plan().territory().changes().dataset(), "")
                .rows(codes.size())
                .with("codes", first(codes))
                .build());
  }
}
