package org.countywise.sink;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.Map;
import java.util.stream.Stream;
import org.apache.spark.sql.Dataset;
import org.apache.spark.sql.Row;
import org.apache.spark.sql.SparkSession;
import org.countywise.Workbench;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

class CsvSinkTest {
  @TempDir private Path folder;

  private final SparkSession spark = Workbench.session(Map.of());

  @Test
  void shouldWriteOneHeadAndLinesOfOneEnd() throws IOException {
    Dataset<Row> table =
        spark
            .sql(
                "select * from values (1.2967005E7D, 'say \"x\"', cast(null as string)),"
                    + " (-0.5D, '=a', '') as t(value, name, other)")
            .coalesce(1);

    new CsvSink(Csv.PLAIN).write(table, folder.resolve("t").toString());

    assertThat(text("t"))
        .isEqualTo("value,name,other\r\n12967005,\"say \"\"x\"\"\",\r\n-0.5,=a,\"\"\r\n");
  }

  @Test
  void shouldWriteTheHeadOfATableWithoutRows() throws IOException {
    Dataset<Row> table = spark.sql("select 1 as a, 'x' as b").filter("a > 1").coalesce(1);

    new CsvSink(Csv.SPREADSHEET).write(table, folder.resolve("t").toString());

    assertThat(text("t")).isEqualTo("\uFEFFa,b\r\n");
  }

  private String text(String table) throws IOException {
    try (Stream<Path> files = Files.list(folder.resolve(table))) {
      List<Path> csv = files.filter(file -> file.toString().endsWith(".csv")).toList();
      assertThat(csv).hasSize(1);
      return Files.readString(csv.get(0));
    }
  }
}
