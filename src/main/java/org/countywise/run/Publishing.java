package org.countywise.run;

import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.TreeMap;
import java.util.function.Supplier;
import java.util.stream.Collectors;
import org.apache.spark.sql.Dataset;
import org.apache.spark.sql.Row;
import org.apache.spark.sql.SparkSession;
import org.countywise.cube.Observation;
import org.countywise.quality.OutlierDetection;
import org.countywise.quality.Remainders;
import org.countywise.release.Draft;
import org.countywise.release.Table;
import org.countywise.report.Finding;
import org.countywise.report.Manifest;
import org.countywise.rows.Calendar;
import org.countywise.rows.ObservationRows;
import org.countywise.store.CellStore;

/**
 * From measured data to a release: it is written where no reader sees it, held against what was
 * computed, and only then published.
 *
 * @param files the definitions, kept with the release
 * @param withdrawing what is taken out of publication
 * @param changed what is wrong with the files by now, asked for when all is read
 */
record Publishing(
    SparkSession spark,
    Steps steps,
    Calendar calendar,
    Draft draft,
    Map<String, String> files,
    Withdrawing withdrawing,
    Supplier<List<Finding>> changed) {
  private static final String VALUES = "indicator_value";
  private static final int NAMED = 3;

  /**
   * What became of it.
   *
   * @param manifest null where findings stand against publishing
   * @param findings those before and those made here
   * @param withheld how many rows are published without numbers, by kind
   */
  record Result(Manifest manifest, List<Finding> findings, Map<String, Long> withheld) {}

  /**
   * Publishes what rows were measured to.
   *
   * @param left what later runs need not do again
   * @param planned what the release is made of
   * @param before findings so far, none of which blocks
   */
  Result publish(
      MeasuredRows measured, Manifest.Planned planned, List<Finding> before, Leaving left) {
    List<Finding> findings = new ArrayList<>(before);
    Derived derived = derive(measured, planned);
    findings.addAll(derived.findings());
    if (Finding.blocks(findings)) {
      return refused(findings);
    }
    Content content = Content.of(derived.values());
    Withholding.Result open = hide(derived);
    findings.addAll(open.findings());
    if (Finding.blocks(findings)) {
      return refused(findings);
    }
    findings.addAll(write(measured, derived, open));
    findings.addAll(prove(derived, content));
    if (Finding.blocks(findings)) {
      return refused(findings);
    }
    steps.enter(Phase.WRITE, "write what is restricted");
    tables().writeRestricted(open.withheld(), findings, Findings.rejectedRows(spark, measured));
    steps.measured(kept(left));
    tables().writeDefinitions(planned.sources().definitions(), files);
    findings.addAll(changed.get());
    if (Finding.blocks(findings)) {
      return refused(findings);
    }
    return publish(planned, content, open, findings);
  }

  private DraftTables tables() {
    return new DraftTables(spark, calendar, draft);
  }

  private static Result refused(List<Finding> findings) {
    return new Result(null, findings, Map.of());
  }

  /**
   * What is to be said.
   *
   * @param values rows of all regions, without what is withdrawn
   * @param known those that the driver knows, likewise
   * @param findings of deriving them, and of the data they were derived from
   */
  private record Derived(
      Computed computed, Dataset<Row> values, List<Observation> known, List<Finding> findings) {}

  private Derived derive(MeasuredRows measured, Manifest.Planned planned) {
    steps.at(
        Phase.CUBE,
        "derive values",
        "values",
        "deriving and rolling up those of " + families(planned));
    Computed computed = measured.compute(draft.release());
    Withdrawals withdrawn = withdrawing.wished();
    List<Observation> known = withdrawn.left(computed.open());
    List<Finding> findings = new ArrayList<>(computed.findings());
    findings.addAll(found(measured, computed));
    findings.addAll(
        new Losses(calendar, withdrawn).findings(known, draft.before(Table.restricted(VALUES))));
    findings.addAll(Withdrawing.told(planned.scope().withdrawn()));
    return new Derived(computed, withdrawn.left(computed.values()), known, findings);
  }

  private Withholding.Result hide(Derived derived) {
    steps.at(
        Phase.DISCLOSURE,
        "hide small numbers",
        "values",
        "hiding small numbers, and attacking what is left");
    Computed computed = derived.computed();
    return new Withholding(spark, calendar, draft, FewRecords.in(calendar.plan(), computed.parts()))
        .of(open(derived.known()), computed);
  }

  /** Writes what will be read; what must no longer be read leaves with it. */
  private List<Finding> write(MeasuredRows measured, Derived derived, Withholding.Result open) {
    Dataset<Row> published = ObservationRows.of(spark, open.values(), draft.release());
    steps.at(Phase.WRITE, "write release", "release " + draft.release(), "writing");
    DraftTables tables = tables();
    tables.writeValues(derived.values(), published);
    withdrawing.take(draft, tables.indicators());
    tables.writeDimensions(measured.ground().tree());
    measured.earlyWarning().ifPresent(tables::writeAlerts);
    tables.writeRevisions(published);
    return new Retraction(draft, calendar.plan().disclosure().restricted()).findings();
  }

  private List<Finding> prove(Derived derived, Content content) {
    steps.at(Phase.PROVE, "prove release", "release " + draft.release(), "proving");
    List<Finding> findings = new ArrayList<>(new Proof(calendar, draft).findings(content));
    findings.addAll(tables().revisions().findings());
    findings.addAll(
        new OutlierDetection(calendar)
            .findings(derived.known(), draft.before(Table.restricted(VALUES))));
    return findings;
  }

  private Result publish(
      Manifest.Planned planned, Content content, Withholding.Result open, List<Finding> findings) {
    Map<String, Long> statuses = Content.statuses(open.values());
    steps.came(Phase.CUBE, sum(statuses));
    steps.came(Phase.DISCLOSURE, sum(open.kinds()));
    Manifest.Contents contents =
        new Manifest.Contents(
            new Manifest.Rows(statuses, open.counts()),
            counted(findings),
            content.hash(),
            steps.costs());
    return new Result(draft.publish(planned, contents), findings, open.kinds());
  }

  /** Keeps what was made for later runs; how many cells each dataset was measured to. */
  private Map<String, Long> kept(Leaving left) {
    return CellStore.of(spark, draft).keep(left.made()).getOrDefault(CellStore.MEASURE, Map.of());
  }

  private static long sum(Map<String, Long> counts) {
    return counts.values().stream().mapToLong(Long::longValue).sum();
  }

  /** Named once in a run; many are counted. */
  private static String families(Manifest.Planned planned) {
    List<String> families = planned.scope().families();
    int number = families.size();
    return number > NAMED ? number + " families" : String.join(", ", families);
  }

  /** What is found in data that are good enough to be published. */
  private List<Finding> found(MeasuredRows measured, Computed computed) {
    List<Finding> found = new ArrayList<>(Remainders.of(calendar.plan(), computed.parts()));
    measured.earlyWarning().ifPresent(earlyWarning -> found.addAll(earlyWarning.findings()));
    steps.at(Phase.QUALITY, "look for strange rows", "rows", "looking for strange ones");
    found.addAll(measured.dataQualityRules().findings());
    return found;
  }

  /** Those of levels that may be published, and of groups. */
  private List<Observation> open(List<Observation> values) {
    Set<String> closed = tables().closedLevels();
    return values.stream().filter(of -> !closed.contains(of.level())).toList();
  }

  private static Map<String, Long> counted(List<Finding> findings) {
    return findings.stream()
        .collect(Collectors.groupingBy(Finding::rule, TreeMap::new, Collectors.counting()));
  }
}
