package org.countywise.run;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.within;
import static org.assertj.core.api.Assumptions.assumeThat;

import java.nio.file.Files;
import java.nio.file.Path;
import java.time.YearMonth;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;
import org.apache.spark.sql.SparkSession;
import org.apache.spark.sql.functions;
import org.countywise.Workbench;
import org.countywise.report.Outcome;
import org.junit.jupiter.api.Test;

/** A survey of the World Bank gives the poverty and inequality that were published of it. */
class PublishedPovertyTest {
  private static final List<YearMonth> PERIOD = List.of(YearMonth.of(2000, 12));

  @Test
  void shouldGiveThePublishedValuesWhateverThePartitioning() {
    Path survey = Workbench.data().resolve("poverty/wbpip_ABC_2000_income.parquet");
    assumeThat(Files.exists(survey)).isTrue();

    Map<String, Double> whole = values("poverty", survey, 1);
    Map<String, Double> inSeven = values("poverty-in-seven", survey, 7);

    Map<String, Double> published = published();
    assertThat(published).hasSize(6);
    published.forEach(
        (indicator, value) ->
            assertThat(whole.get(indicator))
                .as(indicator)
                .isCloseTo(value, within(value < 1 ? 1e-6 : 1.0)));
    assertThat(inSeven).isEqualTo(whole);
  }

  private static Map<String, Double> published() {
    Map<String, String> ids =
        Map.of(
            "P0_headcount", "headcount",
            "P1_gap", "poverty_gap",
            "P2_severity", "poverty_severity",
            "gini", "gini",
            "mean", "mean_income",
            "median", "median_income");
    Map<String, Double> published = new TreeMap<>();
    Workbench.session(Map.of())
        .read()
        .option("header", true)
        .csv(Workbench.data().resolve("poverty/expected.csv").toString())
        .collectAsList()
        .stream()
        .filter(row -> ids.containsKey(row.getString(0)))
        .forEach(row -> published.put(ids.get(row.getString(0)), Double.valueOf(row.getString(1))));
    return published;
  }

  /** Published values of the country, from rows in another order in so many files. */
  private static Map<String, Double> values(String name, Path survey, int files) {
    Workbench.Bench bench =
        Workbench.bench(name, Map.of("spark.sql.shuffle.partitions", String.valueOf(files)));
    Path delivery = bench.folder().resolve("delivery");
    SparkSession spark = bench.spark();
    spark
        .read()
        .parquet(survey.toString())
        .repartition(files, functions.col("welfare"))
        .write()
        .parquet(delivery.resolve("income_survey/period=2000-12").toString());
    Outcome outcome = bench.run(delivery, "jobs-poverty", PERIOD);
    assertThat(outcome.published()).as("%s", outcome.findings()).isTrue();
    Map<String, Double> values = new TreeMap<>();
    bench
        .exact()
        .where("region_code = 'ABC'")
        .collectAsList()
        .forEach(
            row ->
                values.put(
                    row.getString(row.fieldIndex("indicator")),
                    row.getDouble(row.fieldIndex("value"))));
    return values;
  }
}
