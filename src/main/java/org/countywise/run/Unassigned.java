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
import org.apache.spark.sql.Dataset;
import org.apache.spark.sql.Row;
import org.apache.spark.sql.RowFactory;
import org.countywise.plan.Territory;
import org.countywise.region.Relocation;
import org.countywise.region.Succession;
import org.countywise.report.Finding;
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
    rows.forEach(
        (sent, number) ->
            found.add(
                new Finding(
                    "region_unassigned",
                    sent.dataset(),
                    sent.period(),
                    sent.unit(),
                    Finding.Severity.WARNING,
                    number,
                    List.of(),
                    number
                        + " rows lie in "
                        + sent.unit()
                        + ", which is no region of the day that counts"
                        + became(sent)
                        + ", and neither a village nor a township says which part they lie in; they"
                        + " are kept under "
                        + sent.unit()
                        + ". Add their villages to "
                        + remedy())));
    return found;
  }

  private Finding ended(Row row) {
    String parent = row.getString(0);
    return new Finding(
        "region_ended",
        ground.calendar().plan().territory().roster().dataset(),
        row.getString(2),
        "",
        Finding.Severity.WARNING,
        row.getLong(3),
        List.of(parent),
        row.getLong(3)
            + " regions lie in "
            + parent
            + ", which the roster does not know on the last day of "
            + row.getString(2)
            + ", and nothing says what became of it; it has no row, and they count in "
            + row.getString(1)
            + ". Add what became of it to "
            + remedy());
  }

  private String became(Sent sent) {
    Relocation relocation = ground.relocation();
    Set<String> parts = new TreeSet<>();
    ground.calendar().names().stream()
        .map(ground.calendar()::regionsOf)
        .forEach(day -> parts.addAll(relocation.successors(sent.unit(), day, day)));
    return parts.isEmpty()
        ? "; nothing says what became of it"
        : "; its territory is in " + String.join(", ", parts.stream().limit(SHOWN).toList());
  }

  private String remedy() {
    Territory territory = ground.calendar().plan().territory();
    String roster = territory.roster().dataset() + ", with their new parents";
    return territory.changes() == null
        ? roster
        : territory.changes().dataset() + ", or to " + roster;
  }

  private List<Finding> circular() {
    Relocation relocation = ground.relocation();
    Set<String> codes =
        relocation == null ? Set.of() : new Succession(relocation.chronicle()).circular();
    return codes.isEmpty()
        ? List.of()
        : List.of(
            new Finding(
                "region_circle",
                ground.calendar().plan().territory().changes().dataset(),
                "",
                "",
                Finding.Severity.ERROR,
                codes.size(),
                List.of(),
                "changes of one day lead from "
                    + String.join(", ", codes.stream().limit(SHOWN).toList())
                    + " back to the same code, so nothing says what became of it; correct the"
                    + " changes, or add the region that is there afterwards to the roster"));
  }
}
