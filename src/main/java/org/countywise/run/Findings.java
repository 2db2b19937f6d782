package org.countywise.run;

import java.util.List;
import java.util.Locale;
import org.apache.spark.sql.Dataset;
import org.apache.spark.sql.Row;
import org.apache.spark.sql.RowFactory;
import org.apache.spark.sql.SparkSession;
import org.countywise.report.Finding;
import org.countywise.rows.RejectedRows;
import org.countywise.rows.ResolveDuplicates;
import org.countywise.table.Parts;
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

  /** Rejected rows as a table; those that repeat others are no rejection. */
  static Dataset<Row> rejectedRows(SparkSession spark, MeasuredRows measured) {
    return measured
        .counted()
        .rejected()
        .map(Findings::rejectedRows)
        .orElseGet(() -> nothingRejected(spark));
  }

  static Dataset<Row> nothingRejected(SparkSession spark) {
    return rejectedRows(RejectedRows.none(spark));
  }

  private static Dataset<Row> rejectedRows(Dataset<Row> rejected) {
    return rejected
        .filter(Rows.REASON.column().notEqual(ResolveDuplicates.REPEATED))
        .select(
            Parts.DATASET.column(),
            Rows.PERIOD.column(),
            RejectedRows.KEY.column(),
            Rows.REASON.column().as("reason"),
            RejectedRows.ROW.column());
  }
}
