package org.countywise.rows;

import static org.apache.spark.sql.functions.coalesce;
import static org.apache.spark.sql.functions.lit;
import static org.apache.spark.sql.functions.struct;
import static org.apache.spark.sql.functions.to_json;
import static org.apache.spark.sql.functions.when;

import java.util.List;
import org.apache.spark.sql.Column;
import org.apache.spark.sql.Dataset;
import org.apache.spark.sql.Row;
import org.apache.spark.sql.SparkSession;
import org.apache.spark.sql.types.DataTypes;
import org.countywise.plan.Scan;
import org.countywise.table.Field;
import org.countywise.table.Parts;
import org.countywise.table.Rows;

/** Rows that do not count, as they are kept and shown to those who may see them: personal. */
public final class RejectedRows {
  /** Key of the row; empty where rows have none. */
  public static final Field KEY = new Field("key", DataTypes.StringType, true);

  /** The row as JSON; empty for one that repeats another. */
  public static final Field ROW = new Field("row", DataTypes.StringType, false);

  private RejectedRows() {}

  /** No row. */
  public static Dataset<Row> none(SparkSession spark) {
    return spark.createDataFrame(
        List.of(), Field.schema(Parts.DATASET, Rows.PERIOD, Rows.UNIT, Rows.REASON, KEY, ROW));
  }

  /**
   * The rejected ones of a dataset, with its name, their period, unit, reason, key and content.
   *
   * @param judged its rows
   */
  public static Dataset<Row> of(Scan scan, Dataset<Row> judged) {
    Column[] own = scan.columnNames().stream().map(Field::declared).toArray(Column[]::new);
    Column repeated = Rows.REASON.column().equalTo(ResolveDuplicates.REPEATED);
    return judged
        .filter(Rows.REASON.column().isNotNull())
        .select(
            lit(scan.dataset()).as(Parts.DATASET.name()),
            coalesce(Rows.PERIOD.column(), lit("")).as(Rows.PERIOD.name()),
            Rows.UNIT.column(),
            Rows.REASON.column(),
            OutlierShares.key(scan).as(KEY.name()),
            when(repeated, lit("")).otherwise(to_json(struct(own))).as(ROW.name()));
  }
}
