package org.countywise.run;

import java.util.List;
import java.util.Optional;
import org.apache.spark.sql.Dataset;
import org.apache.spark.sql.Row;
import org.countywise.monitoring.EarlyWarning;
import org.countywise.plan.Plan;
import org.countywise.plan.Scan;
import org.countywise.quality.DataQualityRules;
import org.countywise.quality.DeliveryKey;
import org.countywise.quality.RowCounts;
import org.countywise.quality.Shares;
import org.countywise.report.Finding;
import org.countywise.rows.RejectedRows;

/**
 * What rows came to.
 *
 * @param scans the datasets that were judged: all, or only the roster where that has findings
 * @param ground with the regions that rows were found in
 * @param cells measures of every month needed; none where the roster has findings
 * @param counted what became of the rows
 */
record MeasuredRows(
    JudgedRows judged,
    List<Scan> scans,
    Ground ground,
    Dataset<Row> cells,
    Counted counted,
    Optional<EarlyWarning> earlyWarning) {

  /**
   * What became of the rows.
   *
   * @param counts how many were counted and rejected
   * @param fresh what was measured in this run; empty where all was known
   * @param rejected rows that do not count, as {@link RejectedRows} has them; empty for none
   */
  record Counted(
      List<RowCounts> counts, Optional<Dataset<Row>> fresh, Optional<Dataset<Row>> rejected) {}

  /** The plan as far as its datasets were judged. */
  Plan plan() {
    return judged.plan().with(scans);
  }

  List<RowCounts> rowCounts() {
    return counted.counts();
  }

  /** What is wrong with the roster. */
  List<Finding> findings() {
    return judged.findings();
  }

  /** Looks for strange rows. */
  DataQualityRules dataQualityRules() {
    return new DataQualityRules(
        judged.calendar(),
        judged.sources(),
        judged.announced() == null
            ? null
            : DeliveryKey.delivered(
                judged.announced().keySet(), judged.plan().deliveryRules().surveys(), rowCounts()),
        Shares.of(rowCounts()));
  }

  /** The values of the requested periods. */
  Computed compute(String release) {
    return new Computation(judged.spark(), judged.calendar(), ground, judged.announced())
        .of(
            new Computation.Measured(cells, judged.records(), rowCounts()),
            judged.roster().members(),
            release);
  }
}
