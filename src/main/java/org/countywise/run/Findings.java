package org.countywise.run;

import static org.apache.spark.sql.functions.coalesce;
import static org.apache.spark.sql.functions.lit;
import static org.apache.spark.sql.functions.struct;
import static org.apache.spark.sql.functions.to_json;

import java.util.Collection;
import java.util.List;
import java.util.Locale;
import org.apache.spark.sql.Column;
import org.apache.spark.sql.Dataset;
import org.apache.spark.sql.Row;
import org.apache.spark.sql.RowFactory;
import org.apache.spark.sql.SparkSession;
import org.countywise.plan.Scan;
import org.countywise.report.Finding;
import org.countywise.rows.OutlierShares;
import org.countywise.rows.ResolveDuplicates;
import org.countywise.table.Field;
import org.countywise.table.Rows;

/** Findings and rejected rows as restricted tables. */
public final class Findings {
  private static final int BREAKDOWN = 8;

  private Findings() {}

  static Dataset<Row> table(SparkSession spark, List<Finding> findings) {
    List<Row> rows =
        findings.stream()
            .map(
                f ->
                    RowFactory.create(
                        f.rule(),
                        f.dataset(),
                        f.period(),
                        f.unit(),
                        f.severity().name().toLowerCase(Locale.ROOT),
                        f.rows(),
                        f.sampleKeys().toArray(String[]::new),
                        f.message(),
                        f.breakdown()))
            .toList();
    return spark.createDataFrame(rows, org.countywise.table.Findings.FINDING);
  }

  /** The findings of a table as {@link #table} makes it, or made it before it had breakdowns. */
  public static List<Finding> read(Dataset<Row> table) {
    return table.collectAsList().stream()
        .map(
            row ->
                new Finding(
                    row.getString(0),
                    row.getString(1),
                    row.getString(2),
                    row.getString(3),
                    Finding.Severity.valueOf(row.getString(4).toUpperCase(Locale.ROOT)),
                    row.getLong(5),
                    row.getList(6),
                    row.getString(7),
                    row.length() > BREAKDOWN && !row.isNullAt(BREAKDOWN)
                        ? row.getString(BREAKDOWN)
                        : ""))
        .toList();
  }

  /** Rejected rows of some datasets; empty where nothing was read. */
  static Dataset<Row> rejectedRows(SparkSession spark, Collection<Scan> scans, Engine engine) {
    return scans.stream()
        .map(scan -> rejectedRows(scan, engine.rows(scan.dataset())))
        .reduce(Dataset::unionByName)
        .orElseGet(() -> nothingRejected(spark));
  }

  static Dataset<Row> nothingRejected(SparkSession spark) {
    return spark.createDataFrame(List.of(), org.countywise.table.Findings.REJECTED_ROW);
  }

  private static Dataset<Row> rejectedRows(Scan scan, Dataset<Row> rows) {
    Column[] columns = scan.columnNames().stream().map(Field::declared).toArray(Column[]::new);
    return rows.filter(
            Rows.REASON
                .column()
                .isNotNull()
                .and(Rows.REASON.column().notEqual(ResolveDuplicates.REPEATED)))
        .select(
            lit(scan.dataset()).as("dataset"),
            coalesce(Rows.PERIOD.column(), lit("")).as("period"),
            OutlierShares.key(scan).as("key"),
            Rows.REASON.column().as("reason"),
            to_json(struct(columns)).as("row"));
  }
}
