package org.countywise.cli;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.sql.SQLException;
import java.util.List;
import java.util.Set;
import java.util.concurrent.CompletableFuture;
import java.util.stream.Stream;
import org.countywise.table.IndicatorValue;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** Exports as tables, read back by other programs, and how one takes the place of another. */
class ExportCommandTest {
  private final SmallRelease release = SmallRelease.shared();

  @TempDir private Path folder;

  @Test
  void shouldWriteAStarSchemaThatDuckDbAndSparkRead() throws SQLException {
    Path out = exported("parquet");
    String files = out.resolve("indicator_value") + "/*.parquet";

    assertThat(Exports.rows("select * from '" + files + "'")).isEqualTo(release.values("r0002"));
    assertThat(SmallRelease.texts(release.spark().read().parquet(out + "/indicator_value")))
        .isEqualTo(release.values("r0002"));
    assertThat(release.spark().read().parquet(out + "/indicator_value").schema().fieldNames())
        .containsExactly(IndicatorValue.SCHEMA.fieldNames());
    assertThat(
            Exports.rows(
                """
                select count(*) from '%1$s/indicator_value/*.parquet' v
                join '%1$s/dim_indicator/*.parquet' using (indicator)
                join '%1$s/dim_period/*.parquet' using (period)
                left join '%1$s/dim_region/*.parquet' r using (region_code)
                """
                    .formatted(out)))
        .containsExactly(List.of("11"));
  }

  @Test
  void shouldWriteCsvThatDuckDbReads() throws SQLException {
    Path out = exported("csv");

    assertThat(
            Exports.rows(
                """
                select * from read_csv('%s/indicator_value/indicator_value.csv', header = true,
                  allow_quoted_nulls = false, types = {'region_code': 'varchar', 'value': 'double',
                  'numerator': 'decimal(38,6)', 'denominator': 'decimal(38,6)'})
                """
                    .formatted(out)))
        .isEqualTo(release.values("r0002"));
  }

  @Test
  void shouldShowTheOldExportOrTheNewOneWhileItIsReplaced() throws SQLException {
    Path out = exported("parquet", "--release", "r0001");
    Set<List<List<String>>> seen = new java.util.HashSet<>();
    CompletableFuture<Void> exports =
        CompletableFuture.runAsync(
            () -> {
              for (String name : List.of("r0002", "r0001", "r0002")) {
                Exports.to(out, "parquet", "--release", name);
              }
            });

    int gone = 0;
    int read = 0;
    while (!exports.isDone()) {
      try {
        seen.add(Exports.rows("select * from '" + out + "/indicator_value/*.parquet'"));
        read++;
      } catch (SQLException listedBeforeTheSwitch) {
        gone++;
      }
    }

    exports.join();
    assertThat(seen).isSubsetOf(release.values("r0001"), release.values("r0002"));
    assertThat(read).as("reads; %s found their files gone", gone).isGreaterThan(10 * gone);
    assertThat(Exports.rows("select * from '" + out + "/indicator_value/*.parquet'"))
        .isEqualTo(release.values("r0002"));
  }

  @Test
  void shouldReplaceAnExportOfAnotherFormatAndNothingElse() throws IOException {
    Path out = exported("csv");

    Exports.to(out, "xlsx", "--period", "2020-08");

    try (Stream<Path> names = Files.list(out)) {
      assertThat(names.map(path -> path.getFileName().toString()).filter(n -> !n.startsWith(".")))
          .containsExactly("countywise.xlsx");
    }
    Files.writeString(out.resolve("notes.txt"), "mine");
    Terminal refused = Exports.type(out, "csv");
    assertThat(refused.code()).isEqualTo(Exit.USAGE);
    assertThat(refused.err())
        .isEqualTo(
            "countywise: '%s' holds 'notes.txt', which no export wrote; name an empty folder or one of an earlier export\n"
                .formatted(out));
    assertThat(out.resolve("countywise.xlsx")).exists();
  }

  private Path exported(String format, String... more) {
    return Exports.to(folder.resolve(format), format, more);
  }
}
