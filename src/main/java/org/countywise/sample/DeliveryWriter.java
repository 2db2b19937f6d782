package org.countywise.sample;

import java.nio.file.Path;
import java.util.List;
import java.util.function.Consumer;
import org.apache.spark.sql.DataFrameWriter;
import org.apache.spark.sql.Dataset;
import org.apache.spark.sql.Encoders;
import org.apache.spark.sql.Row;
import org.apache.spark.sql.SparkSession;
import org.apache.spark.sql.types.DataTypes;
import org.apache.spark.sql.types.StructType;

/** Writes all datasets of a world into an empty folder, one Spark job each. */
final class DeliveryWriter {
  private static final String PERIOD = "period";

  private final SparkSession session;
  private final SyntheticPopulation syntheticPopulation;
  private final Path folder;
  private final Tally tally = new Tally();

  DeliveryWriter(SparkSession session, SyntheticPopulation syntheticPopulation, Path folder) {
    this.session = session;
    this.syntheticPopulation = syntheticPopulation;
    this.folder = folder;
  }

  void write(Consumer<String> progress) {
    SparkSession before = SparkSession.getActiveSession().getOrElse(() -> session);
    SparkSession.setActiveSession(session);
    session.sparkContext().register(tally);
    try {
      for (ReferenceTables.Reference reference : new ReferenceTables(syntheticPopulation).all()) {
        announce(reference.name(), progress);
        parquet(held(reference.rows(), reference.ddl())).save(path(reference.name()));
      }
      for (Table table : syntheticPopulation.tables()) {
        announce(table.name(), progress);
        parquet(computed(table)).partitionBy(PERIOD).save(path(table.name()));
      }
      announce(ControlTotals.NAME, progress);
      List<Row> totals = new ControlTotals(syntheticPopulation, tally.value()).rows();
      parquet(held(totals, ControlTotals.DDL)).partitionBy(PERIOD).save(path(ControlTotals.NAME));
    } finally {
      SparkSession.setActiveSession(before);
    }
  }

  private void announce(String dataset, Consumer<String> progress) {
    progress.accept(dataset);
    session.sparkContext().setJobDescription("sample: " + dataset);
  }

  private Dataset<Row> held(List<Row> rows, String ddl) {
    return session.createDataFrame(rows, StructType.fromDDL(ddl)).coalesce(1);
  }

  private Dataset<Row> computed(Table table) {
    StructType schema = StructType.fromDDL(table.ddl()).add(PERIOD, DataTypes.StringType, false);
    Slices slices =
        Slices.of(syntheticPopulation, table, session.sparkContext().defaultParallelism());
    return session
        .range(0, slices.tasks(), 1, slices.tasks())
        .flatMap(new Partition(slices, syntheticPopulation, table, tally), Encoders.row(schema));
  }

  /**
   * The folder is new and becomes visible as a whole, so the quicker commit is safe and marks are
   * noise.
   */
  private static DataFrameWriter<Row> parquet(Dataset<Row> rows) {
    return rows.write()
        .format("parquet")
        .option("mapreduce.fileoutputcommitter.algorithm.version", "2")
        .option("mapreduce.fileoutputcommitter.marksuccessfuljobs", "false");
  }

  private String path(String dataset) {
    return folder.resolve(dataset).toString();
  }
}
