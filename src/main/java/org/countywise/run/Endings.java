package org.countywise.run;

import java.util.ArrayList;
import java.util.Comparator;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import org.apache.hadoop.fs.FSError;
import org.apache.spark.sql.Dataset;
import org.apache.spark.sql.Row;
import org.apache.spark.sql.SparkSession;
import org.countywise.release.Table;
import org.countywise.release.Warehouse;
import org.countywise.report.Finding;
import org.countywise.report.FindingType;
import org.countywise.report.Manifest;
import org.countywise.report.Outcome;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/** How a run ends, and what the warehouse keeps of that. */
record Endings(SparkSession spark, Warehouse warehouse, Steps steps, int keep) {
  private static final Table FINDING = Table.restricted("finding");
  private static final Table REJECTED_ROW = Table.restricted("rejected_row");
  private static final Logger LOG = LoggerFactory.getLogger(Endings.class);

  /** The release that stands, with what was found when it was made. */
  Outcome unchanged(Manifest manifest) {
    Map<String, Long> rows = new LinkedHashMap<>();
    manifest.inputs().forEach(input -> rows.merge(input.dataset(), input.rows(), Long::sum));
    List<Finding> findings =
        new ArrayList<>(warehouse.read(FINDING, manifest).map(Findings::read).orElse(List.of()));
    settle().ifPresent(findings::add);
    return new Outcome(
        Outcome.Ending.UNCHANGED, manifest.release(), findings, manifest.statuses(), rows);
  }

  /** What follows a release; where it fails, the release is there all the same. */
  private Optional<Finding> settle() {
    try {
      warehouse.settle(keep);
      return Optional.empty();
    } catch (RuntimeException | FSError e) {
      LOG.warn("the heads of the tables were not moved", e);
      return Optional.of(FindingType.NOT_SETTLED.everywhere().build());
    }
  }

  /** A release that only withdraws. */
  Outcome withdrawn(Publishing.Result result) {
    return published(result, List.of(), Map.of());
  }

  /** A release of what was measured. */
  Outcome published(
      Publishing.Result result, List<Outcome.Watched> watched, MeasuredRows measured) {
    return published(result, watched, rows(measured));
  }

  private Outcome published(
      Publishing.Result result, List<Outcome.Watched> watched, Map<String, Long> rows) {
    List<Finding> findings = new ArrayList<>(result.findings());
    steps.enter(Phase.WRITE, "settle");
    settle().ifPresent(findings::add);
    return new Outcome(
        Outcome.Ending.PUBLISHED,
        result.manifest().release(),
        findings,
        result.manifest().statuses(),
        rows,
        watched,
        result.withheld(),
        result.manifest().costs());
  }

  private static Map<String, Long> rows(MeasuredRows measured) {
    Map<String, Long> rows = new LinkedHashMap<>();
    measured.rowCounts().forEach(v -> rows.merge(v.dataset(), v.rows(), Long::sum));
    return rows;
  }

  /** Nothing could be read: what earlier runs rejected is no longer of interest. */
  Outcome refused(List<Finding> findings) {
    return refused(findings, Findings.nothingRejected(spark), Map.of());
  }

  /** Findings stand against publishing what was measured. */
  Outcome refused(List<Finding> findings, MeasuredRows measured) {
    return refused(findings, Findings.rejectedRows(spark, measured), rows(measured))
        .costing(steps.costs());
  }

  private Outcome refused(List<Finding> findings, Dataset<Row> rejected, Map<String, Long> rows) {
    findings.sort(Comparator.comparing(Finding::severity).reversed());
    warehouse.keepRefused(Map.of(FINDING, Findings.table(spark, findings), REJECTED_ROW, rejected));
    return new Outcome(Outcome.Ending.REFUSED, "", List.copyOf(findings), Map.of(), rows);
  }
}
