package org.countywise.run;

import static org.assertj.core.api.Assertions.assertThat;

import java.nio.file.Path;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.sql.Statement;
import java.util.List;
import org.countywise.Workbench;
import org.countywise.oracle.Oracle;
import org.countywise.report.Outcome;
import org.countywise.sink.ParquetSink;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;

/** Deliveries whose rows lie as no one would lay them: nothing is lost, and values are the same. */
@Tag("server")
class UnevenDeliveryTest {
  private static final String COUNTY = "522633";
  private static final int TIMES = 10;
  private static final int FILES = Integer.getInteger("countywise.files", 1_000);
  private static final String MONTH = "2020-07";

  @Test
  void shouldAgreeWithTheOracleWhereOneCountyIsTenTimesAsLarge() throws SQLException {
    Workbench.Bench bench = Workbench.bench("swollen");
    Path delivery =
        Swollen.delivery(Workbench.sample(), bench.folder().resolve("delivery"), COUNTY, TIMES);

    Outcome outcome = bench.run(delivery, "jobs", List.of(PublishedRows.SAMPLE_PERIOD));

    assertThat(outcome.published()).as("%s", outcome.findings()).isTrue();
    Path export = bench.folder().resolve("export/indicator_value");
    new ParquetSink().write(bench.exact(), export.toString());
    try (Oracle oracle = Oracle.over(delivery);
        Oracle before = Oracle.over(Workbench.sample())) {
      oracle.compute(List.of(PublishedRows.SAMPLE_PERIOD), Oracle.FAMILIES);
      assertThat(oracle.compare(export.resolve("*.parquet"))).isEmpty();
      before.compute(List.of(PublishedRows.SAMPLE_PERIOD), List.of("registry"));
      assertThat(persons(oracle)).isEqualTo(TIMES * persons(before)).isPositive();
    }
  }

  private static long persons(Oracle oracle) throws SQLException {
    try (Statement statement = oracle.connection().createStatement();
        ResultSet row =
            statement.executeQuery(
                """
                select numerator::bigint from indicator_value where region_code = '%s'
                  and indicator = 'registered_persons' and breakdown = ''
                """
                    .formatted(COUNTY))) {
      assertThat(row.next()).isTrue();
      return row.getLong(1);
    }
  }

  @Test
  void shouldPublishTheSameOfManySmallFilesAsOfOne() {
    assertThat(content("one-file", 1)).isEqualTo(content("small-files", FILES));
  }

  private static String content(String name, int files) {
    Workbench.Bench bench = Workbench.bench(name);
    SmallCountry country = new SmallCountry(bench.folder());
    String jobs = country.jobs();
    country.roster("2000-01-01");
    country.totals(MONTH, FILES, 3);
    country.rows("sheet/period=2020-07/part.parquet", 100, 3);
    country.dealtRows("thing/period=2020-07", files, FILES / files);

    long begin = System.nanoTime();
    Outcome outcome =
        new Job(bench.spark(), bench.warehouse(), 36, (subject, action) -> {})
            .run(country.request(jobs, MONTH));
    System.out.printf("%d files: %d s%n", files, (System.nanoTime() - begin) / 1_000_000_000);

    assertThat(outcome.published()).as("%s", outcome.findings()).isTrue();
    return bench.warehouse().release("").content();
  }
}
