package org.countywise.run;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.YearMonth;
import java.util.List;
import org.apache.spark.sql.Row;
import org.countywise.Workbench;
import org.countywise.release.Table;
import org.countywise.report.Outcome;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

/** A whole run knows what the releases before it showed of the same month. */
class LateCountyTest {
  private static final Table VALUES = Table.published("indicator_value");

  @TempDir private Path folder;

  private final Workbench.Bench bench = Workbench.bench("late-county");

  /** Whether the first release knows that the county is late, or has never heard of it. */
  @ParameterizedTest
  @ValueSource(booleans = {true, false})
  void shouldNotTellALateCountyByWhatItAddsToTheReleaseBefore(boolean expected) throws IOException {
    SmallCountry country = new SmallCountry(folder);
    String jobs = country.jobs();
    Files.writeString(Path.of(jobs, "disclosure.yaml"), "min_count: 5\nunits: [things]\n");
    country.roster("2000-01-01");
    country.file("sheet/period=2020-07/first.parquet", rows("110101", 0, 10));
    totals(
        country,
        "('sheet', '110101', 10::bigint)" + (expected ? ", ('thing', '110102', 0::bigint)" : ""));
    run(country, jobs);

    country.file("sheet/period=2020-07/late.parquet", rows("110102", 100, 3));
    totals(country, "('sheet', '110101', 10::bigint), ('sheet', '110102', 3::bigint)");
    run(country, jobs);

    assertThat(shown("r0001", "XX"))
        .as("before the late county, 10")
        .isEqualTo(expected ? "10 P" : "10 A");
    assertThat(shown("r0002", "110102")).as("3 sheets are too few").isEqualTo("null Q");
    assertThat(shown("r0002", "XX"))
        .as("13 would tell, beside the 10 of the release before, that the late county has 3")
        .isEqualTo("null Q");
  }

  private void run(SmallCountry country, String jobs) {
    Outcome outcome = bench.run(country.delivery(), jobs, List.of(YearMonth.of(2020, 7)), "sheets");
    assertThat(outcome.published()).as("%s", outcome.findings()).isTrue();
  }

  private static String rows(String county, int first, int number) {
    return "select id, '%s' as county_code from range(%d, %d) as r(id)"
        .formatted(county, first, first + number);
  }

  private static void totals(SmallCountry country, String announced) {
    country.file(
        "delivery/period=2020-07/part.parquet",
        """
        select dataset, county_code, row_count, date'2020-08-01' as delivered_on
        from (values %s) as c(dataset, county_code, row_count)
        """
            .formatted(announced));
  }

  private String shown(String release, String region) {
    Row row =
        bench
            .table(VALUES, release)
            .where("indicator = 'sheets_of_sheet' and region_code = '" + region + "'")
            .selectExpr("cast(numerator as bigint)", "status")
            .head();
    return row.get(0) + " " + row.getString(1);
  }
}
