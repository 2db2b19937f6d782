package org.countywise.sample;

import java.nio.file.Path;
import java.util.Iterator;
import java.util.List;
import java.util.function.Consumer;
import java.util.stream.IntStream;
import java.util.stream.Stream;
import org.apache.spark.api.java.function.FlatMapFunction;
import org.apache.spark.sql.DataFrameWriter;
import org.apache.spark.sql.Dataset;
import org.apache.spark.sql.Encoders;
import org.apache.spark.sql.Row;
import org.apache.spark.sql.RowFactory;
import org.apache.spark.sql.SaveMode;
import org.apache.spark.sql.SparkSession;
import org.apache.spark.sql.types.DataTypes;
import org.apache.spark.sql.types.StructType;

/**
 * Writes all datasets of a world into a folder, one Spark job each, one file per month and about a
 * million rows.
 */
final class DeliveryWriter {
  private static final String PERIOD = "period";
  private static final double ROWS_PER_FILE = 1_000_000;

  private final SparkSession session;
  private final World world;
  private final Path folder;

  DeliveryWriter(SparkSession session, World world, Path folder) {
    this.session = session;
    this.world = world;
    this.folder = folder;
  }

  void write(Consumer<String> progress) {
    SparkSession before = SparkSession.getActiveSession().getOrElse(() -> session);
    SparkSession.setActiveSession(session);
    try {
      for (ReferenceTables.Reference reference : new ReferenceTables(world).all()) {
        progress.accept(reference.name());
        write(reference);
      }
      for (Table table : world.tables()) {
        progress.accept(table.name());
        write(table);
      }
      progress.accept(ControlTotals.NAME);
      write(new ControlTotals(session, world, folder).count());
    } finally {
      SparkSession.setActiveSession(before);
    }
  }

  private void write(ReferenceTables.Reference reference) {
    session.sparkContext().setJobDescription("sample: " + reference.name());
    Dataset<Row> rows =
        session.createDataFrame(reference.rows(), StructType.fromDDL(reference.ddl()));
    parquet(rows.coalesce(1)).save(folder.resolve(reference.name()).toString());
  }

  private void write(Table table) {
    session.sparkContext().setJobDescription("sample: " + table.name());
    StructType schema = StructType.fromDDL(table.ddl()).add(PERIOD, DataTypes.StringType, false);
    int chunks =
        (int) Math.ceil(world.households() * Math.max(table.density(), 1e-9) / ROWS_PER_FILE);
    int tasks = world.settings().months() * chunks;
    Dataset<Row> rows =
        session
            .range(0, tasks, 1, tasks)
            .flatMap(new Task(world, table, chunks), Encoders.row(schema));
    parquet(rows).partitionBy(PERIOD).save(folder.resolve(table.name()).toString());
  }

  private void write(List<Row> totals) {
    Dataset<Row> rows =
        session.createDataFrame(totals, StructType.fromDDL(ControlTotals.DDL)).coalesce(1);
    parquet(rows).partitionBy(PERIOD).save(folder.resolve(ControlTotals.NAME).toString());
  }

  private static DataFrameWriter<Row> parquet(Dataset<Row> rows) {
    return rows.write()
        .mode(SaveMode.Overwrite)
        .format("parquet")
        .option("mapreduce.fileoutputcommitter.marksuccessfuljobs", "false");
  }

  /**
   * One task writes one chunk of the villages in one month: a single partition, sorted by village.
   */
  private record Task(World world, Table table, int chunks) implements FlatMapFunction<Long, Row> {

    @Override
    public Iterator<Row> call(Long task) {
      Month month = Month.of(world.firstMonth() + (int) (task / chunks));
      long chunk = task % chunks;
      int from = (int) (world.land().villages() * chunk / chunks);
      int to = (int) (world.land().villages() * (chunk + 1) / chunks);
      return IntStream.range(from, to)
          .mapToObj(world.land()::village)
          .flatMap(village -> rows(village, month))
          .iterator();
    }

    private Stream<Row> rows(Village village, Month month) {
      return table.rows().of(village, month).map(row -> withPeriod(row, month.period()));
    }

    private static Row withPeriod(Row row, String period) {
      Object[] values = new Object[row.size() + 1];
      for (int i = 0; i < row.size(); i++) {
        values[i] = row.get(i);
      }
      values[row.size()] = period;
      return RowFactory.create(values);
    }
  }
}
