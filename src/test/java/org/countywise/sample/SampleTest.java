package org.countywise.sample;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;
import static org.assertj.core.api.Assertions.within;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.sql.SQLException;
import java.time.YearMonth;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.SortedMap;
import java.util.TreeMap;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.apache.spark.sql.Dataset;
import org.apache.spark.sql.Row;
import org.apache.spark.sql.SparkSession;
import org.countywise.Workbench;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.MethodSource;

class SampleTest {
  @TempDir static Path folder;
  private static SparkSession spark;
  private static Path sample;
  private static final Map<String, Dataset<Row>> READ = new HashMap<>();

  @BeforeAll
  static void openTheSample() {
    spark = Workbench.session(Map.of("spark.sql.session.timeZone", "UTC"));
    sample = Workbench.sample();
  }

  static List<String> datasets() {
    return List.copyOf(Contract.COLUMNS.keySet());
  }

  static List<String> periodicDatasets() {
    return Contract.KEYS.keySet().stream()
        .filter(name -> !Contract.REFERENCE.contains(name) && !name.equals("delivery"))
        .toList();
  }

  @ParameterizedTest
  @MethodSource("datasets")
  void shouldKeepToTheContract(String dataset) {
    Dataset<Row> rows = read(dataset);
    List<String> types =
        Stream.of(rows.schema().fields())
            .filter(field -> !field.name().equals("period"))
            .map(field -> field.name() + " " + field.dataType().sql())
            .toList();

    assertThat(types).as("columns and types of %s", dataset).isEqualTo(Contract.types(dataset));
    assertThat(rows.where(Contract.violation(dataset)).takeAsList(3))
        .as("rows of %s with a null, an unlisted value or a date after the period", dataset)
        .isEmpty();
    assertThat(repeatedKeys(dataset)).as("repeated keys of %s", dataset).isEmpty();
  }

  private static List<Row> repeatedKeys(String dataset) {
    List<String> key = new ArrayList<>(List.of(Contract.KEYS.get(dataset).split(", ", -1)));
    if (!Contract.REFERENCE.contains(dataset)) {
      key.add("period");
    }
    String first = key.remove(0);
    return read(dataset)
        .groupBy(first, key.toArray(String[]::new))
        .count()
        .where("count > 1")
        .takeAsList(3);
  }

  @ParameterizedTest
  @CsvSource({
    "person",
    "employment",
    "industry_participation",
    "household_account",
    "relocation",
    "assistance",
    "risk_report",
    "verification"
  })
  void shouldPutEveryChildIntoTheVillageOfItsHousehold(String child) {
    Dataset<Row> households = read("household").select("household_id", "period", "village_code");

    assertThat(
            read(child)
                .join(
                    households,
                    new String[] {"household_id", "period", "village_code"},
                    "left_anti")
                .count())
        .as("rows of %s without their household in the same village", child)
        .isZero();
  }

  @ParameterizedTest
  @CsvSource({
    "employment, person_id, person, person_id",
    "public_post, person_id, employment, person_id",
    "industry_participation, project_id, industry_project, project_id",
    "works, project_id, industry_project, project_id",
    "problem, household_id, household, household_id"
  })
  void shouldReferToWhatExists(String dataset, String column, String parent, String key) {
    Dataset<Row> known = read(parent).selectExpr(key + " as reference", "period").distinct();

    assertThat(
            read(dataset)
                .where(column + " is not null")
                .selectExpr(column + " as reference", "period")
                .join(known, new String[] {"reference", "period"}, "left_anti")
                .count())
        .as("rows of %s whose %s is unknown", dataset, column)
        .isZero();
  }

  @ParameterizedTest
  @CsvSource({
    "village, village_code", "household, village_code", "employment, workplace_code",
    "relocation, site_county_code", "informant, region_code", "exit_survey, county_code",
    "listing, region_code", "industry_project, village_code", "problem, village_code"
  })
  void shouldOnlyNameRegionsOfTheRoster(String dataset, String column) {
    assertThat(
            read(dataset)
                .selectExpr(column + " as region_code")
                .join(read("region"), new String[] {"region_code"}, "left_anti")
                .count())
        .as("rows of %s with an unknown %s", dataset, column)
        .isZero();
  }

  @Test
  void shouldGiveEveryRegionAParentUpToTheNation() {
    Dataset<Row> region = read("region");

    assertThat(
            region
                .where("parent_code <> 'CN'")
                .join(
                    region.selectExpr("region_code as parent_code"),
                    new String[] {"parent_code"},
                    "left_anti")
                .count())
        .as("regions whose parent is not on the roster")
        .isZero();
    assertThat(
            read("region")
                .where("level = 'village'")
                .groupBy("parent_code")
                .count()
                .selectExpr("left(parent_code, 6) as county", "count")
                .groupBy("county")
                .agg(Map.of("county", "count", "count", "sum"))
                .where("`count(county)` < 2 or `sum(count)` < 3")
                .count())
        .as("listed counties with fewer than two townships or three villages")
        .isZero();
  }

  @Test
  void shouldCountEveryRowInTheControlTotals() throws SQLException {
    String counted =
        periodicDatasets().stream()
            .map(SampleTest::countByCounty)
            .collect(Collectors.joining(" union all "));
    String totals =
        "select dataset, county_code, period, row_count from delivery where row_count > 0";

    try (Queries queries = Queries.over(sample)) {
      assertThat(queries.rows("select count(*) from delivery"))
          .containsExactly(String.valueOf(16 * 52 * 15));
      assertThat(queries.rows("(%s) except (%s)".formatted(totals, counted)))
          .as("control totals that differ from the rows")
          .isEmpty();
      assertThat(queries.rows("(%s) except (%s)".formatted(counted, totals)))
          .as("row counts without a control total")
          .isEmpty();
    }
  }

  private static String countByCounty(String dataset) {
    String code =
        switch (dataset) {
          case "informant" -> "region_code";
          case "exit_survey" -> "county_code";
          default -> "village_code";
        };
    return "select '%s', left(%s, 6), period, count(*) from %s group by all"
        .formatted(dataset, code, dataset);
  }

  @Test
  void shouldFollowThePublishedMigrantsMonthByMonth() {
    SortedMap<String, Double> migrants = registeredMigrants();

    Map.of(
            "2019-07", 2330.0,
            "2019-12", 2544.7,
            "2020-04", 2613.5,
            "2020-05", 2734.2,
            "2020-06", 2814.7,
            "2020-07", 2850.0,
            "2020-08", 2874.1,
            "2020-09", 2956.8)
        .forEach(
            (period, expected) ->
                assertThat(migrants.get(period))
                    .as("migrant labour of registered households in %s at 1/1000", period)
                    .isCloseTo(expected, within(3 * Math.sqrt(expected))));
    assertThat(List.copyOf(migrants.tailMap("2020-02").values()))
        .as("from the low of the lockdown on")
        .isSorted()
        .doesNotHaveDuplicates();
    assertThat(migrants.get("2020-02"))
        .isLessThan(migrants.get("2020-01"))
        .isLessThan(migrants.get("2019-12"));
  }

  private static SortedMap<String, Double> registeredMigrants() {
    SortedMap<String, Double> migrants = new TreeMap<>();
    read("employment")
        .where("channel = 'migrant'")
        .join(read("household"), new String[] {"household_id", "period"})
        .where("registration in ('registered_poor', 'exited')")
        .groupBy("period")
        .count()
        .collectAsList()
        .forEach(row -> migrants.put(row.getAs("period").toString(), (double) row.getLong(1)));
    return migrants;
  }

  @Test
  void shouldListThePersonsOfEachHousehold() {
    Dataset<Row> listed =
        read("person").groupBy("household_id", "period").count().withColumnRenamed("count", "n");

    assertThat(
            read("household")
                .join(listed, new String[] {"household_id", "period"}, "left_outer")
                .where("n is null or n <> persons")
                .count())
        .as("households whose number of persons is not that of their rows")
        .isZero();
  }

  @Test
  void shouldLeaveNothingButParquetAndTheReadme() throws IOException {
    try (var files = Files.walk(sample)) {
      assertThat(files.filter(Files::isRegularFile).map(file -> file.getFileName().toString()))
          .allMatch(name -> name.equals("README.md") || name.endsWith(".parquet"));
    }
    assertThat(sample.resolve("README.md"))
        .content()
        .contains("synthetic", "| scale | 0.001", "| seed | 1 |", "2019-07 to 2020-09")
        .contains("acute kidney disease", "workshop downstairs")
        .doesNotContain("{");
  }

  @Test
  void shouldWriteTheSameRowsWhateverTheMonthsAroundThemAndSayHowFarItIs() {
    var settings = new Sample.Settings(0.001, 1, YearMonth.of(2020, 2), YearMonth.of(2020, 3));
    Path again = folder.resolve("again");

    List<String> progress = new ArrayList<>();
    sample(settings).write(again, progress::add);

    for (String dataset : List.of("household", "person", "employment", "household_account")) {
      assertThat(differences(dataset, again)).as("rows of %s that differ", dataset).isZero();
    }
    assertThat(progress).startsWith("0 %").doesNotHaveDuplicates();
  }

  private static Sample sample(Sample.Settings settings) {
    return new Sample(settings, Workbench.definitions("jobs").datasets());
  }

  @Test
  void shouldWriteOtherRowsForAnotherSeed() {
    assertThat(households(1)).isEqualTo(households(1)).isNotEqualTo(households(2));
  }

  /** The registry of the first village in a month. */
  private static List<org.countywise.parquet.Row> households(long seed) {
    YearMonth month = YearMonth.of(2020, 2);
    SyntheticPopulation syntheticPopulation =
        SyntheticPopulation.of(new Sample.Settings(0.001, seed, month, month));
    Table table =
        syntheticPopulation.tables().stream()
            .filter(t -> t.name().equals("household"))
            .findFirst()
            .orElseThrow();
    Community first = syntheticPopulation.community(syntheticPopulation.villageGrid().village(0));
    return table.rows().of(first, Month.of(month)).toList();
  }

  /** Rows of another folder that the sample lacks; its months are a part of the sample's. */
  private static long differences(String dataset, Path other) {
    Dataset<Row> rows = spark.read().parquet(other.resolve(dataset).toString());
    return rows.exceptAll(read(dataset)).count();
  }

  @Test
  void shouldRefuseAFolderThatIsNotASample() throws IOException {
    Path precious = Files.createDirectories(folder.resolve("precious"));
    Files.writeString(precious.resolve("thesis.txt"), "years of work");

    assertThatThrownBy(() -> sample(Sample.Settings.ofScale(0.001)).write(precious, state -> {}))
        .isInstanceOf(IllegalArgumentException.class)
        .hasMessageContaining("precious is not empty and not a sample of ours")
        .hasMessageContaining("name another folder");
    assertThat(precious.resolve("thesis.txt")).exists();
  }

  @ParameterizedTest
  @CsvSource({"0, scale 0.0 is outside", "NaN, scale NaN is outside", "11, scale 11.0 is outside"})
  void shouldRefuseAScaleOutOfRange(double scale, String message) {
    assertThatThrownBy(() -> Sample.Settings.ofScale(scale))
        .isInstanceOf(IllegalArgumentException.class)
        .hasMessageContaining(message);
  }

  private static Dataset<Row> read(String dataset) {
    return READ.computeIfAbsent(
        dataset, name -> spark.read().parquet(sample.resolve(name).toString()));
  }
}
