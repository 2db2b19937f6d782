package org.countywise.run;

import static org.apache.spark.sql.functions.not;

import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.TreeMap;
import java.util.stream.Collectors;
import org.apache.spark.sql.Column;
import org.apache.spark.sql.Dataset;
import org.apache.spark.sql.Row;
import org.apache.spark.sql.RowFactory;
import org.apache.spark.sql.SparkSession;
import org.countywise.cube.Observation;
import org.countywise.plan.Derivation;
import org.countywise.plan.RegionScheme;
import org.countywise.quality.OutlierDetection;
import org.countywise.quality.Remainders;
import org.countywise.release.Draft;
import org.countywise.release.Table;
import org.countywise.report.Finding;
import org.countywise.report.Manifest;
import org.countywise.rows.Calendar;
import org.countywise.rows.ObservationRows;
import org.countywise.table.DefinitionFile;
import org.countywise.table.Regions;

/**
 * From measured data to a release: it is written where no reader sees it, held against what was
 * computed, and only then published.
 *
 * @param files the definitions, kept with the release
 * @param withdrawing what is taken out of publication
 */
record Publishing(
    SparkSession spark,
    Steps steps,
    Calendar calendar,
    Draft draft,
    Map<String, String> files,
    Withdrawing withdrawing) {
  private static final String VALUES = "indicator_value";
  private static final String REGIONS = "dim_region";
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
   * Publishes what an engine has measured.
   *
   * @param planned what the release is made of
   * @param before findings so far, none of which blocks
   * @param rejected rows that do not count
   */
  Result publish(
      Engine engine, Manifest.Planned planned, List<Finding> before, Dataset<Row> rejected) {
    List<Finding> findings = new ArrayList<>(before);
    steps.at(
        Phase.CUBE,
        "derive values",
        "values",
        "deriving and rolling up those of " + families(planned));
    Computed computed = engine.compute(draft.release());
    Withdrawals withdrawn = withdrawing.wished();
    Dataset<Row> values = withdrawn.left(computed.values());
    List<Observation> known = withdrawn.left(computed.open());
    findings.addAll(computed.findings());
    findings.addAll(found(engine, computed));

    findings.addAll(
        new Losses(calendar, withdrawn).findings(known, draft.before(Table.restricted(VALUES))));
    findings.addAll(Withdrawing.told(planned.scope().withdrawn()));
    if (Finding.blocks(findings)) {
      return new Result(null, findings, Map.of());
    }

    Content content = Content.of(values);
    steps.at(
        Phase.DISCLOSURE,
        "hide small numbers",
        "values",
        "hiding small numbers, and attacking what is left");
    Withholding.Result withheld =
        new Withholding(spark, calendar, draft, FewRecords.in(calendar.plan(), computed.parts()))
            .of(open(known), computed);
    findings.addAll(withheld.findings());
    if (Finding.blocks(findings)) {
      return new Result(null, findings, Map.of());
    }
    Dataset<Row> open = ObservationRows.of(spark, withheld.values(), draft.release());
    steps.at(Phase.WRITE, "write release", "release " + draft.release(), "writing");
    write(values, open, engine);
    Revisions revisions = new Revisions(draft, calendar.names(), indicators());
    Dataset<Row> revised = revisions.of(open);
    draft.replaceValues(Table.published("revision"), revised, calendar.names(), indicators());
    findings.addAll(new Retraction(draft, calendar.plan().disclosure().restricted()).findings());

    steps.at(Phase.PROVE, "prove release", "release " + draft.release(), "proving");
    findings.addAll(new Proof(calendar, draft).findings(content));
    findings.addAll(revisions.findings());
    findings.addAll(
        new OutlierDetection(calendar).findings(known, draft.before(Table.restricted(VALUES))));
    if (Finding.blocks(findings)) {
      return new Result(null, findings, Map.of());
    }
    steps.enter(Phase.WRITE, "write what is restricted");
    draft.replaceMonths(Table.restricted("withheld"), withheld.withheld(), calendar.names());
    draft.replace(Table.restricted("finding"), Findings.table(spark, findings));
    draft.replace(Table.restricted("rejected_row"), rejected);
    steps.measured(kept(engine));
    if (!files.isEmpty()) {
      draft.merge(Table.published("definition_file"), definitions(planned.sources().definitions()));
    }
    Map<String, Long> statuses = Content.statuses(withheld.values());
    steps.came(Phase.CUBE, sum(statuses));
    steps.came(Phase.DISCLOSURE, sum(withheld.kinds()));
    Manifest.Contents contents =
        new Manifest.Contents(
            new Manifest.Rows(statuses, withheld.counts()),
            counted(findings),
            content.hash(),
            steps.costs());
    return new Result(draft.publish(planned, contents), findings, withheld.kinds());
  }

  /** Keeps what was made for later runs; how many cells each dataset was measured to. */
  private Map<String, Long> kept(Engine engine) {
    return new CellStore(spark, draft)
        .keep(engine.made())
        .getOrDefault(CellStore.MEASURE, Map.of());
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
  private List<Finding> found(Engine engine, Computed computed) {
    List<Finding> found = new ArrayList<>(Remainders.of(calendar.plan(), computed.parts()));
    engine.earlyWarning().ifPresent(earlyWarning -> found.addAll(earlyWarning.findings()));
    steps.at(Phase.QUALITY, "look for strange rows", "rows", "looking for strange ones");
    found.addAll(engine.dataQualityRules().findings());
    return found;
  }

  private Dataset<Row> definitions(String hash) {
    List<Row> rows =
        files.entrySet().stream()
            .map(file -> RowFactory.create(hash, file.getKey(), file.getValue()))
            .toList();
    return spark.createDataFrame(rows, DefinitionFile.SCHEMA);
  }

  private void write(Dataset<Row> values, Dataset<Row> open, Engine engine) {
    draft.replaceValues(Table.restricted(VALUES), values, calendar.names(), indicators());
    draft.replaceValues(Table.published(VALUES), open, calendar.names(), indicators());
    withdrawing.take(draft, indicators());
    Map<String, Dataset<Row>> dimensions = new Dimensions(spark, calendar).tables(engine.tree());
    dimensions.forEach(
        (name, rows) -> {
          if (name.equals(REGIONS)) {
            draft.merge(Table.restricted(name), rows);
            draft.merge(Table.published(name), rows.filter(isOpen()));
          } else {
            draft.merge(Table.published(name), rows);
          }
        });
    engine
        .earlyWarning()
        .ifPresent(
            earlyWarning ->
                earlyWarning
                    .tables()
                    .forEach(
                        (name, rows) ->
                            draft.replaceMonths(Table.restricted(name), rows, calendar.names())));
  }

  /** True for rows of levels that may be published, and of groups. */
  private Column isOpen() {
    return not(Regions.LEVEL.column().isin(closed().toArray()));
  }

  private List<Observation> open(List<Observation> values) {
    Set<String> closed = closed();
    return values.stream().filter(of -> !closed.contains(of.level())).toList();
  }

  private Set<String> closed() {
    return calendar.plan().regionScheme().levels().stream()
        .filter(RegionScheme.Level::restricted)
        .map(RegionScheme.Level::name)
        .collect(Collectors.toSet());
  }

  private List<String> indicators() {
    return calendar.plan().indicators().stream().map(Derivation::indicator).toList();
  }

  private static Map<String, Long> counted(List<Finding> findings) {
    return findings.stream()
        .collect(Collectors.groupingBy(Finding::rule, TreeMap::new, Collectors.counting()));
  }
}
