package org.countywise.run;

import static org.apache.spark.sql.functions.expr;
import static org.apache.spark.sql.functions.lit;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assumptions.assumeThat;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.YearMonth;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;
import java.util.stream.Stream;
import org.apache.spark.sql.Dataset;
import org.apache.spark.sql.Row;
import org.countywise.Folders;
import org.countywise.Workbench;
import org.countywise.report.Finding;
import org.countywise.report.Outcome;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

/** A delivery with a defect of contract section 6 has the outcome the contract says. */
class BadInputTest {
  private static final List<YearMonth> PERIOD = List.of(YearMonth.of(2020, 9));
  private static final String MONTH = "period=2020-09";
  private static final String UNSEEN =
      "; without its invisible characters (such as a byte order mark, a no-break or trailing blank)"
          + " it would be known";

  private final Workbench.Bench bench = Workbench.bench("bad-input");

  @ParameterizedTest
  @CsvSource(
      delimiter = '|',
      quoteCharacter = '"',
      value = {
        "made_empty.parquet|is empty (0 bytes): it was never written or its copy was cut off",
        "made_text_renamed.parquet|is not a Parquet file, or its end is cut off: deliver it again",
        "made_truncated.parquet|is not a Parquet file, or its end is cut off: deliver it again",
        "PARQUET-1481.parquet|has a damaged footer: deliver it again",
        "encrypt_columns_and_footer.parquet.encrypted|is encrypted: ask for it without encryption",
        "ARROW-GH-47662.parquet|column 'village_code' is absent, declared is string; deliver the file with that column",
        "ARROW-RS-GH-6229-LEVELS.parquet|column 'village_code' is absent, declared is string",
        "nation.dict-malformed.parquet|column 'village_code' is absent, declared is string",
        "made_good_control.parquet|column 'village_code' is absent, declared is string",
        "made_zero_rows.parquet|column 'village_code' is absent, declared is string"
      })
  void shouldRefuseAFileThatIsDamagedOrSomethingElse(String file, String trouble)
      throws IOException {
    Path bad = Workbench.data().resolve("parquet_bad").resolve(file);
    assumeThat(Files.exists(bad)).isTrue();
    Path delivery = delivery();
    Files.copy(bad, delivery.resolve("village").resolve(MONTH).resolve("damaged.parquet"));

    Outcome outcome = bench.run(delivery, "jobs", PERIOD, "registry");

    assertThat(outcome.published()).isFalse();
    assertThat(bench.warehouse().latest()).as("release").isEmpty();
    assertThat(blockers(outcome))
        .isNotEmpty()
        .allSatisfy(
            finding ->
                assertThat(finding.message())
                    .startsWith("file village/" + MONTH + "/damaged.parquet"))
        .anySatisfy(finding -> assertThat(finding.message()).contains(trouble));
  }

  @ParameterizedTest
  @CsvSource(
      delimiter = '|',
      value = {
        "village_code, rural_households|column 'rural_persons' is absent, declared is int32",
        "village_code, rural_households, cast(rural_persons as string) rural_persons"
            + "|column 'rural_persons' is string, declared is int32"
      })
  void shouldRefuseAFileWhoseColumnsAreNotTheDeclaredOnes(String columns, String message) {
    Path delivery = delivery();
    write(delivery, "village", rows -> rows.selectExpr(columns.split(", ", -1)));

    Outcome outcome = bench.run(delivery, "jobs", PERIOD, "registry");

    assertThat(outcome.published()).isFalse();
    assertThat(blockers(outcome))
        .singleElement()
        .satisfies(f -> assertThat(f.message()).contains(message));
  }

  @Test
  void shouldRefuseRowsThatAreNotAsManyAsTheControlTotalAnnounces() {
    Path delivery = delivery();
    write(
        delivery,
        "village",
        rows -> rows.filter(expr("not startswith(village_code, '640422100')")));

    Outcome outcome = bench.run(delivery, "jobs", PERIOD, "registry");

    assertThat(outcome.published()).isFalse();
    assertThat(blockers(outcome))
        .singleElement()
        .satisfies(
            finding -> {
              assertThat(finding.rule()).isEqualTo("control_total");
              assertThat(finding.unit()).isEqualTo("640422");
            });
  }

  @Test
  void shouldKeepCountOfEveryRowItRejects() {
    Path delivery = delivery();
    write(delivery, "village", rows -> rows.withColumn("noted", lit("x")));
    write(
        delivery,
        "person",
        rows ->
            rows.withColumn("sex", expr("if(person_id = 1, 'unknown', sex)"))
                .withColumn("birth_year", expr("if(person_id = 2, null, birth_year)"))
                .withColumn("household_id", expr("if(person_id = 3, 999999999, household_id)"))
                .withColumn(
                    "village_code",
                    expr("if(person_id = 4, rpad(left(village_code, 9), 12, '9'), village_code)"))
                .withColumn("birth_year", expr("if(person_id = 5, -1, birth_year)"))
                .withColumn("sex", expr("if(person_id = 8, concat(sex, ' '), sex)"))
                .withColumn(
                    "village_code",
                    expr("if(person_id = 9, concat('\uFEFF', village_code), village_code)"))
                .withColumn("person_id", expr("if(person_id = 7, 6, person_id)")));

    Outcome outcome = bench.run(delivery, "jobs", PERIOD, "registry");

    assertThat(outcome.published()).as("%s", outcome.findings()).isTrue();
    assertThat(messages(outcome, "unknown_column")).singleElement().asString().contains("noted");
    assertThat(reasons(outcome))
        .containsEntry("sex is outside its closed list", 1L)
        .containsEntry("birth_year is null", 1L)
        .containsEntry("household_id has no row in household", 1L)
        .containsEntry("village_code is unknown to the roster", 1L)
        .containsEntry("village_code is unknown to the roster" + UNSEEN, 1L)
        .containsEntry("sex is outside its closed list" + UNSEEN, 1L)
        .containsEntry("birth_year is negative", 1L)
        .containsEntry("shares its key with a different row", 2L)
        .hasSize(8);
    assertThat(bench.lastRun("rejected_row").count()).isEqualTo(9);
    assertThat(bench.lastRun("finding").where("rows = 2").first().getList(6))
        .as("keys of the two rows that share one")
        .isEqualTo(List.of("6"));
    assertThat(outcome.findings())
        .allSatisfy(f -> assertThat(f.message()).doesNotContain("999999999"));
  }

  @Test
  void shouldKeepOneOfTwoIdenticalRows() {
    Path delivery = delivery();
    write(
        delivery,
        "village",
        rows -> rows.unionByName(rows.filter(expr("startswith(village_code, '640422')"))));
    raise(delivery, "village", "640422");

    Outcome outcome = bench.run(delivery, "jobs", PERIOD, "registry");

    assertThat(outcome.published()).as("%s", outcome.findings()).isTrue();
    assertThat(messages(outcome, "repeated_row")).hasSize(1);
    assertThat(reasons(outcome)).isEmpty();
  }

  @Test
  void shouldRefuseAFileWhosePagesAreDamaged() throws IOException {
    Path delivery = delivery();
    Path file = onlyFile(delivery.resolve("person").resolve(MONTH));
    byte[] bytes = Files.readAllBytes(file);
    for (int i = bytes.length / 4; i < bytes.length / 2; i++) {
      bytes[i] = (byte) ~bytes[i];
    }
    Files.write(file, bytes);

    Outcome outcome = bench.run(delivery, "jobs", PERIOD, "registry");

    assertThat(outcome.published()).isFalse();
    assertThat(blockers(outcome))
        .singleElement()
        .satisfies(
            finding ->
                assertThat(finding.message())
                    .contains("person/" + MONTH + "/" + file.getFileName(), "damaged pages"));
  }

  @Test
  void shouldNameEveryDamagedFileOfARun() throws IOException {
    Path delivery = delivery();
    Path village = onlyFile(delivery.resolve("village").resolve(MONTH));
    Files.write(village, java.util.Arrays.copyOf(Files.readAllBytes(village), 500));
    Files.deleteIfExists(village.resolveSibling("." + village.getFileName() + ".crc"));
    Path person = onlyFile(delivery.resolve("person").resolve(MONTH));
    byte[] bytes = Files.readAllBytes(person);
    for (int i = bytes.length / 4; i < bytes.length / 2; i++) {
      bytes[i] = (byte) ~bytes[i];
    }
    Files.write(person, bytes);
    Files.deleteIfExists(person.resolveSibling("." + person.getFileName() + ".crc"));

    Outcome outcome = bench.run(delivery, "jobs", PERIOD, "registry");

    assertThat(outcome.published()).isFalse();
    assertThat(blockers(outcome))
        .extracting(Finding::message)
        .containsExactlyInAnyOrder(
            "file village/"
                + MONTH
                + "/"
                + village.getFileName()
                + " is not a Parquet file, or its end is cut off: deliver it again",
            "file person/"
                + MONTH
                + "/"
                + person.getFileName()
                + " has damaged pages: its values cannot be read; deliver it again");
  }

  @Test
  void shouldTakeAColumnThatHoldsNoValueAsUnknownWhereThatIsAllowed() {
    Path delivery = delivery();
    write(
        delivery,
        "household",
        rows ->
            rows.withColumn("exited_on", lit(null))
                .withColumn("monitored_class", lit(null))
                .withColumn("monitored_on", lit(null)));

    Outcome outcome = bench.run(delivery, "jobs", PERIOD, "registry");

    assertThat(outcome.published()).as("%s", outcome.findings()).isTrue();
    assertThat(outcome.findings()).extracting(Finding::rule).doesNotContain("schema");
    assertThat(reasons(outcome)).isEmpty();
    assertThat(
            bench
                .exact()
                .where("indicator = 'registered_households' and region_code = 'CN' and value > 0")
                .count())
        .isPositive();
  }

  @Test
  void shouldRefuseAColumnThatHoldsNoValueWhereItMustBeKnown() {
    Path delivery = delivery();
    write(delivery, "household", rows -> rows.withColumn("persons", lit(null)));

    Outcome outcome = bench.run(delivery, "jobs", PERIOD, "registry");

    assertThat(outcome.published()).isFalse();
    assertThat(blockers(outcome))
        .singleElement()
        .satisfies(
            finding ->
                assertThat(finding.message()).contains("column 'persons' holds no value at all"));
  }

  @Test
  void shouldPublishNothingWhereMoreThanATenthOfADatasetIsRejected() {
    Path delivery = delivery();
    write(
        delivery,
        "person",
        rows -> rows.withColumn("sex", expr("if(person_id % 9 = 0, 'unknown', sex)")));

    Outcome outcome = bench.run(delivery, "jobs", PERIOD, "registry");

    assertThat(outcome.published()).isFalse();
    assertThat(blockers(outcome))
        .singleElement()
        .satisfies(
            finding -> {
              assertThat(finding.rule()).isEqualTo("rejected_share");
              assertThat(finding.dataset()).isEqualTo("person");
            });
    assertThat(bench.lastRun("rejected_row").count()).isEqualTo(blockers(outcome).get(0).rows());
  }

  @ParameterizedTest
  @CsvSource(
      delimiter = '|',
      quoteCharacter = '"',
      value = {
        "region_code = '640422'|parent_code|'9999'|region_without_parent|region 640422 has no chain",
        "region_code = '640422'|level|'shire'|rejected_share|1 of"
      })
  void shouldPublishNothingOnARosterThatDoesNotHold(
      String where, String column, String value, String rule, String message) {
    Path delivery = delivery();
    String changed = "if(%s, %s, %s)".formatted(where, value, column);
    Without.rewrite(
        bench.spark(), delivery.resolve("region"), rows -> rows.withColumn(column, expr(changed)));

    Outcome outcome = bench.run(delivery, "jobs", PERIOD, "public-posts");

    assertThat(outcome.published()).isFalse();
    assertThat(blockers(outcome))
        .anySatisfy(
            finding -> {
              assertThat(finding.rule()).isEqualTo(rule);
              assertThat(finding.message()).contains(message);
            });
  }

  /** The roster says that a township ended and nothing of what became of it. */
  @Test
  void shouldCountTheVillagesOfATownshipThatEndedInItsCounty() {
    Path delivery = delivery();
    Without.rewrite(
        bench.spark(),
        delivery.resolve("region"),
        rows ->
            rows.withColumn(
                "valid_to", expr("if(region_code = '640422100', date'2020-01-01', valid_to)")));

    Outcome outcome = bench.run(delivery, "jobs", PERIOD, "public-posts");

    assertThat(outcome.published()).as("%s", outcome.findings()).isTrue();
    assertThat(posts("region_level = 'village' and region_code like '640422%'"))
        .isPositive()
        .isEqualTo(posts("region_code = '640422'"))
        .isGreaterThan(posts("region_level = 'township' and region_code like '640422%'"));
    assertThat(posts("region_code = '640422100'")).isZero();
  }

  private long posts(String where) {
    return bench
        .exact()
        .where("indicator = 'public_posts_open' and breakdown = ''")
        .where(where)
        .selectExpr("cast(coalesce(sum(numerator), 0) as bigint)")
        .head()
        .getLong(0);
  }

  @Test
  void shouldPublishNothingWhereARegionIsThereTwice() {
    Path delivery = delivery();
    Without.rewrite(
        bench.spark(),
        delivery.resolve("region"),
        rows ->
            rows.unionByName(
                rows.filter(expr("region_code = '640422'"))
                    .withColumn("valid_from", expr("valid_from + interval 1 year"))));

    Outcome outcome = bench.run(delivery, "jobs", PERIOD, "public-posts");

    assertThat(outcome.published()).isFalse();
    assertThat(blockers(outcome))
        .singleElement()
        .satisfies(
            finding ->
                assertThat(finding.message())
                    .isEqualTo(
                        "region 640422 has two rows on the last day of 2019-07 and in 14 other months;"
                            + " end one of them with valid_to"));
  }

  @Test
  void shouldSetAsideTheRowsOfACountyWithoutControlTotal() {
    Path delivery = delivery();
    write(
        delivery,
        "delivery",
        rows -> rows.filter(expr("not (dataset = 'public_post' and county_code = '640422')")));

    Outcome outcome = bench.run(delivery, "jobs", PERIOD, "public-posts");

    assertThat(outcome.published()).as("%s", outcome.findings()).isTrue();
    assertThat(messages(outcome, "no_control_total"))
        .singleElement()
        .asString()
        .contains("came without a control total and are set aside");
    assertThat(status("640422")).containsExactly("O");
    assertThat(status("CN")).containsExactly("P");
    assertThat(status("513431")).containsExactly("A");
  }

  @Test
  void shouldSayWhichMemberOfAGroupTheRosterDoesNotKnow() {
    Path delivery = delivery();
    Without.rewrite(
        bench.spark(),
        delivery.resolve("listing"),
        rows -> rows.withColumn("region_code", expr("replace(region_code, '640422', '640499')")));

    Outcome outcome = bench.run(delivery, "jobs", PERIOD, "public-posts");

    assertThat(outcome.published()).as("%s", outcome.findings()).isTrue();
    assertThat(messages(outcome, "member_unknown"))
        .containsExactly(
            "county 640499 of group:listed is unknown to the roster on the last day of 2020-09 and"
                + " has no row; add it to the roster or correct the group");
  }

  private List<String> status(String region) {
    return bench
        .exact()
        .where(
            "indicator = 'public_posts_open' and breakdown = '' and region_code = '" + region + "'")
        .select("status")
        .collectAsList()
        .stream()
        .map(row -> row.getString(0))
        .toList();
  }

  private static Path onlyFile(Path folder) throws IOException {
    try (Stream<Path> files = Files.list(folder)) {
      return files.filter(file -> file.toString().endsWith(".parquet")).findFirst().orElseThrow();
    }
  }

  private void raise(Path delivery, String dataset, String county) {
    String twice = "if(dataset = '%s' and county_code = '%s', 2 * row_count, row_count)";
    write(
        delivery,
        "delivery",
        rows -> rows.withColumn("row_count", expr(twice.formatted(dataset, county))));
  }

  private Path delivery() {
    return Folders.copy(Workbench.sample(), bench.folder().resolve("delivery"));
  }

  private void write(
      Path delivery, String dataset, java.util.function.UnaryOperator<Dataset<Row>> change) {
    Without.rewrite(bench.spark(), delivery.resolve(dataset).resolve(MONTH), change);
  }

  private static List<Finding> blockers(Outcome outcome) {
    return outcome.findings().stream()
        .filter(finding -> finding.severity() == Finding.Severity.BLOCKER)
        .toList();
  }

  private static List<String> messages(Outcome outcome, String rule) {
    return outcome.findings().stream()
        .filter(finding -> finding.rule().equals(rule))
        .map(Finding::message)
        .toList();
  }

  private Map<String, Long> reasons(Outcome outcome) {
    assertThat(outcome.published()).isTrue();
    Map<String, Long> reasons = new TreeMap<>();
    bench
        .lastRun("rejected_row")
        .groupBy("reason")
        .count()
        .collectAsList()
        .forEach(row -> reasons.put(row.getString(0), row.getLong(1)));
    return reasons;
  }
}
