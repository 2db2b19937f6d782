package org.countywise.run;

import static org.apache.spark.sql.functions.not;

import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.stream.Collectors;
import org.apache.spark.sql.Column;
import org.apache.spark.sql.Dataset;
import org.apache.spark.sql.Row;
import org.apache.spark.sql.RowFactory;
import org.apache.spark.sql.SparkSession;
import org.countywise.geography.RegionTree;
import org.countywise.monitoring.EarlyWarning;
import org.countywise.plan.Derivation;
import org.countywise.plan.RegionScheme;
import org.countywise.release.Draft;
import org.countywise.release.Table;
import org.countywise.report.Finding;
import org.countywise.rows.Calendar;
import org.countywise.table.DefinitionFile;
import org.countywise.table.IndicatorValue;
import org.countywise.table.Regions;

/** Fills the tables of a draft, each with what a run has to say of its months and indicators. */
record DraftTables(SparkSession spark, Calendar calendar, Draft draft) {
  private static final String VALUES = "indicator_value";
  private static final String REGIONS = "dim_region";

  /** Exact values of all regions, and those that are shown. */
  void writeValues(Dataset<Row> exact, Dataset<Row> shown) {
    replaceValues(Table.restricted(VALUES), exact);
    replaceValues(Table.published(VALUES), shown);
  }

  /** Which release said each of the values that are shown first, and last. */
  void writeRevisions(Dataset<Row> shown) {
    replaceValues(Table.published("revision"), revisions().of(shown));
  }

  /** Of the values of this draft. */
  Revisions revisions() {
    return new Revisions(draft, calendar);
  }

  /** What stands beside the values; regions of closed levels in the restricted table only. */
  void writeDimensions(RegionTree tree) {
    Map<String, Dataset<Row>> dimensions = new Dimensions(spark, calendar).tables(tree);
    dimensions.forEach(
        (name, rows) -> {
          if (name.equals(REGIONS)) {
            draft.merge(Table.restricted(name), rows);
            draft.merge(Table.published(name), rows.filter(isOpen()));
          } else {
            draft.merge(Table.published(name), rows);
          }
        });
  }

  /** Names of levels of which nothing is published. */
  Set<String> closedLevels() {
    return calendar.plan().regionScheme().levels().stream()
        .filter(RegionScheme.Level::restricted)
        .map(RegionScheme.Level::name)
        .collect(Collectors.toSet());
  }

  private Column isOpen() {
    return not(Regions.LEVEL.in(closedLevels()));
  }

  /** The alerts of each month. */
  void writeAlerts(EarlyWarning earlyWarning) {
    earlyWarning.tables().forEach(this::replaceMonths);
  }

  /** Which numbers are hidden, what was found, and which rows do not count. */
  void writeRestricted(Dataset<Row> withheld, List<Finding> findings, Dataset<Row> rejected) {
    replaceMonths("withheld", withheld);
    draft.replace(Table.restricted("finding"), Findings.table(spark, findings));
    draft.replace(Table.restricted("rejected_row"), rejected);
  }

  /** The texts of definitions by path, under their hash. */
  void writeDefinitions(String hash, Map<String, String> files) {
    if (!files.isEmpty()) {
      List<Row> rows =
          files.entrySet().stream()
              .map(file -> RowFactory.create(hash, file.getKey(), file.getValue()))
              .toList();
      draft.merge(
          Table.published("definition_file"), spark.createDataFrame(rows, DefinitionFile.SCHEMA));
    }
  }

  /** Ids of the indicators the run speaks of. */
  List<String> indicators() {
    return indicators(calendar);
  }

  private static List<String> indicators(Calendar calendar) {
    return calendar.plan().indicators().stream().map(Derivation::indicator).toList();
  }

  /** Whether a row of a table of values is one that a run replaces. */
  static Column mine(Calendar calendar) {
    return IndicatorValue.PERIOD
        .in(calendar.names())
        .and(IndicatorValue.INDICATOR.in(indicators(calendar)));
  }

  private void replaceValues(Table table, Dataset<Row> rows) {
    draft.replaceValues(table, rows, calendar.names(), indicators());
  }

  private void replaceMonths(String table, Dataset<Row> rows) {
    draft.replaceMonths(Table.restricted(table), rows, calendar.names());
  }
}
