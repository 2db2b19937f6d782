package org.countywise.run;

import static org.apache.spark.sql.functions.lit;

import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import org.apache.spark.sql.Dataset;
import org.apache.spark.sql.Row;
import org.countywise.release.Table;
import org.countywise.rows.Partition;
import org.countywise.store.CellStore;
import org.countywise.store.Kept;
import org.countywise.store.KeptTallies;
import org.countywise.store.Made;
import org.countywise.store.Reuse;
import org.countywise.table.Checkpoints;
import org.countywise.table.Parts;

/** What a run leaves to later ones, so that they need not do it again. */
record Leaving(MeasuredRows measured, Reuse reuse) {

  /**
   * Measures of partitions, with the rows that do not count, events of the early warning, and
   * tallies that are looked back at.
   */
  List<Made> made() {
    List<Made> made = new ArrayList<>();
    MeasuredRows.Counted counted = measured.counted();
    Kept rejected = reuse.rejected();
    made.add(of(CellStore.MEASURE, reuse.measures(), reuse.measures().missing(), counted.fresh()));
    made.add(of(CellStore.REJECTED, rejected, rejected.missing(), counted.rejected()));
    Map<Partition, String> tallies = reuse.untallied();
    made.add(of(CellStore.MONTHLY_TALLY, reuse.tallies(), tallies, tallied(tallies)));
    measured
        .earlyWarning()
        .map(warning -> warning.events().withColumn(Parts.DATASET.name(), lit(watched())))
        .map(rows -> of(CellStore.ALERT_EVENT, reuse.events(), reuse.unseen(), Optional.of(rows)))
        .ifPresent(made::add);
    return made;
  }

  private Optional<Dataset<Row>> tallied(Map<Partition, String> entries) {
    JudgedRows judged = measured.judged();
    return KeptTallies.of(judged.calendar())
        .made(entries.keySet(), of -> judged.tallies().rows(of, judged.everyMonth()));
  }

  private static Made of(
      Table table, Kept kept, Map<Partition, String> names, Optional<Dataset<Row>> rows) {
    return new Made(table, kept.found(), names, rows.map(Checkpoints::inFewTasks));
  }

  private String watched() {
    return measured.judged().plan().watch().dataset();
  }
}
