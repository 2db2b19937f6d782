package org.countywise.run;

import static org.apache.spark.sql.functions.lit;

import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.TreeSet;
import java.util.stream.Stream;
import org.apache.spark.sql.Dataset;
import org.apache.spark.sql.Row;
import org.countywise.plan.Scan;
import org.countywise.rows.Calendar;
import org.countywise.rows.Measure;
import org.countywise.store.Reuse;
import org.countywise.table.Field;
import org.countywise.table.Parts;
import org.countywise.table.Rows;

/**
 * What judges and measures datasets: rows without a date are judged once and measured in every
 * period; of other rows only those of months that an indicator counts are measured.
 *
 * @param reuse which months are known already: they are left out
 */
record MeasuringPasses(Reuse reuse, JudgedRows judged) {

  /**
   * Datasets together, as {@link Measure} measures each, with {@link Parts#DATASET}, {@link
   * Rows#JUDGES} and {@link Rows#COUNTS}: which of the two a pass is there for. Empty where all is
   * known.
   */
  Optional<Dataset<Row>> of(List<Scan> scans) {
    return scans.stream()
        .flatMap(this::passes)
        .reduce((one, other) -> one.unionByName(other, true));
  }

  private Calendar calendar() {
    return reuse.calendar();
  }

  private Stream<Dataset<Row>> passes(Scan scan) {
    Dataset<Row> rows = judged.rows(scan.dataset());
    if (JudgedRows.isMeasuredInEveryPeriod(scan)) {
      return Stream.of(
          pass(scan.unmeasured(), rows, true, false),
          pass(scan, judged.measurable(scan), false, true));
    }
    Set<String> unknown = reuse.unknown(scan);
    if (unknown.isEmpty() && !calendar().months(scan).isEmpty()) {
      return Stream.of();
    }
    Scan measured = counted(scan).isEmpty() ? scan.unmeasured() : scan;
    return Stream.of(pass(measured, reuse.unknown(scan, rows), true, true));
  }

  private Set<String> counted(Scan scan) {
    Set<String> counted = new TreeSet<>(calendar().counted(scan));
    counted.retainAll(reuse.unknown(scan));
    return counted;
  }

  private Dataset<Row> pass(Scan scan, Dataset<Row> rows, boolean judges, boolean counts) {
    Set<String> counted = counted(scan);
    boolean all = counted.containsAll(reuse.unknown(scan));
    Set<String> measured = all ? Set.of() : counted;
    return Field.with(
        new Measure(scan, measured, judged.sources().beside(counted)).apply(rows),
        lit(scan.dataset()).as(Parts.DATASET.name()),
        lit(judges).as(Rows.JUDGES.name()),
        lit(counts).as(Rows.COUNTS.name()));
  }
}
