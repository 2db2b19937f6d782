package org.countywise.run;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assumptions.assumeThat;

import java.math.BigDecimal;
import java.nio.file.Files;
import java.time.YearMonth;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;
import org.apache.spark.sql.Dataset;
import org.apache.spark.sql.Row;
import org.countywise.Workbench;
import org.countywise.report.Finding;
import org.countywise.report.Outcome;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;

/**
 * Two real public datasets give their publishers' totals, by the same engine with other
 * definitions.
 */
class UnitedStatesTest {
  private static Workbench.Bench bench;
  private static Outcome migration;
  private static Outcome employment;

  @BeforeAll
  static void runBoth() {
    assumeThat(Files.isDirectory(Workbench.data().resolve("us_migration"))).isTrue();
    bench = Workbench.bench("united-states");
    migration =
        bench.run(Workbench.data(), "jobs-us", List.of(YearMonth.of(2010, 12)), "us-migration");
    employment =
        bench.run(Workbench.data(), "jobs-us", List.of(YearMonth.of(2016, 12)), "us-employment");
  }

  @Test
  void shouldPublishBothWithoutATotalThatDiffers() {
    assertThat(migration.published()).as("%s", migration.findings()).isTrue();
    assertThat(employment.published()).as("%s", employment.findings()).isTrue();
    assertThat(migration.findings()).extracting(Finding::rule).doesNotContain("total_differs");
    assertThat(employment.findings()).extracting(Finding::rule).doesNotContain("total_differs");
  }

  @Test
  void shouldGiveThePublishedNationalTotals() {
    assertThat(value("in_migrant_persons", "US")).isEqualByComparingTo("12948316");
    assertThat(value("in_migrant_tax_households", "US")).isEqualByComparingTo("6973489");
    assertThat(value("employment", "US")).isEqualByComparingTo("1233441");
    assertThat(value("establishments", "US")).isEqualByComparingTo("94368");
    assertThat(value("total_wages", "US")).isEqualByComparingTo("16089924102");
  }

  @Test
  void shouldGiveEveryCountysAndStatesPublishedInMigrants() {
    for (Map.Entry<String, String> measure :
        Map.of("in_migrant_persons", "exemptions", "in_migrant_tax_households", "returns")
            .entrySet()) {
      Map<String, String> published = publishedInMigrants(measure.getValue());
      Map<String, String> ours = cells(measure.getKey(), "");
      ours.remove("US");
      assertThat(published).hasSize(3145 + 51);
      assertThat(published.values().stream().filter("Q"::equals)).hasSize(7);
      assertThat(ours).isEqualTo(published);
    }
  }

  @Test
  void shouldGiveEveryAreasPublishedEmployment() {
    Map<String, String> published = new TreeMap<>();
    bench
        .spark()
        .read()
        .parquet(Workbench.data().resolve("us_employment").toString())
        .where("agglvl_code in ('50', '70') and qtr = 4")
        .selectExpr(
            "if(agglvl_code = '50', left(area_fips, 2), area_fips)",
            "cast(month3_emplvl as string)")
        .collectAsList()
        .forEach(row -> published.put(row.getString(0), row.getString(1)));
    Map<String, String> ours = cells("employment", "");
    ours.remove("US");

    assertThat(published).hasSize(25 + 3);
    assertThat(ours).isEqualTo(published);
  }

  @Test
  void shouldNeverTakeASuppressedSectorForZero() {
    long hidden =
        bench
            .spark()
            .read()
            .parquet(Workbench.data().resolve("us_employment").toString())
            .where("agglvl_code = '74' and qtr = 4 and disclosure_code = 'N'")
            .selectExpr("area_fips", "industry_code")
            .distinct()
            .count();
    Dataset<Row> sectors =
        values().where("indicator = 'employment_by_sector' and region_level = 'county'");

    assertThat(hidden).isPositive();
    assertThat(sectors.where("status = 'Q'").count()).isEqualTo(hidden);
    assertThat(
            sectors.where("status = 'Q' and (value is not null or numerator is not null)").count())
        .isZero();
  }

  private static Map<String, String> publishedInMigrants(String column) {
    Map<String, String> published = new TreeMap<>();
    bench
        .spark()
        .read()
        .parquet(Workbench.data().resolve("us_migration").toString())
        .where("o_state = '96' and o_county = '000'")
        .selectExpr(
            "if(d_county = '000', d_state, concat(d_state, d_county))",
            "if(" + column + " = 'd', 'Q', cast(cast(" + column + " as bigint) as string))")
        .collectAsList()
        .forEach(row -> published.put(row.getString(0), row.getString(1)));
    return published;
  }

  private static Dataset<Row> values() {
    return bench.exact();
  }

  private static Map<String, String> cells(String indicator, String breakdown) {
    Map<String, String> cells = new TreeMap<>();
    values()
        .where("indicator = '" + indicator + "' and breakdown = '" + breakdown + "'")
        .selectExpr(
            "region_code", "if(status = 'A', cast(cast(numerator as bigint) as string), status)")
        .collectAsList()
        .forEach(row -> cells.put(row.getString(0), row.getString(1)));
    return cells;
  }

  private static BigDecimal value(String indicator, String region) {
    return values()
        .where(
            "indicator = '" + indicator + "' and region_code = '" + region + "' and breakdown = ''")
        .selectExpr("numerator")
        .first()
        .getDecimal(0);
  }
}
