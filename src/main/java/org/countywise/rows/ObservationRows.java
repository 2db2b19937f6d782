package org.countywise.rows;

import java.util.ArrayList;
import java.util.List;
import org.apache.spark.sql.Dataset;
import org.apache.spark.sql.Row;
import org.apache.spark.sql.RowFactory;
import org.apache.spark.sql.SparkSession;
import org.countywise.cube.Observation;
import org.countywise.cube.ObservationStatus;
import org.countywise.cube.SeriesKey;
import org.countywise.table.IndicatorValue;

/** Published values as rows. */
public final class ObservationRows {
  /** Columns of what a value is of, before those of what is said of it. */
  static final int KEY = 5;

  private static final int STATUS = 8;

  private ObservationRows() {}

  /** Rows with {@link IndicatorValue#SCHEMA}. */
  public static Dataset<Row> of(
      SparkSession spark, List<Observation> observations, String release) {
    List<Row> rows = new ArrayList<>(observations.size());
    for (Observation of : observations) {
      List<Object> columns = columns(of);
      columns.add(release);
      rows.add(RowFactory.create(columns.toArray()));
    }
    return spark.createDataFrame(rows, IndicatorValue.SCHEMA);
  }

  /** The columns but the release, in order. */
  static List<Object> columns(Observation of) {
    List<Object> columns = new ArrayList<>();
    columns.add(of.series().indicator());
    columns.add(of.region());
    columns.add(of.level());
    columns.add(of.period());
    columns.add(of.series().breakdown());
    columns.add(of.value());
    columns.add(of.numerator());
    columns.add(of.denominator());
    columns.add(of.status().code());
    return columns;
  }

  /** The value of a row that has one. */
  public static Observation observation(Row row) {
    return new Observation(
        row.getString(3),
        row.getString(1),
        row.getString(2),
        new SeriesKey(row.getString(0), row.getString(4)),
        row.isNullAt(KEY) ? null : row.getDouble(KEY),
        row.getDecimal(KEY + 1),
        row.getDecimal(KEY + 2),
        ObservationStatus.ofCode(row.getString(STATUS)));
  }
}
