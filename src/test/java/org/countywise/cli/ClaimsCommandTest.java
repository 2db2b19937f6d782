package org.countywise.cli;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.math.BigDecimal;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import org.apache.spark.sql.Dataset;
import org.apache.spark.sql.Row;
import org.apache.spark.sql.RowFactory;
import org.apache.spark.sql.types.DataTypes;
import org.apache.spark.sql.types.StructType;
import org.countywise.Workbench;
import org.countywise.release.Draft;
import org.countywise.release.Table;
import org.countywise.report.PlainManifest;
import org.countywise.table.IndicatorValue;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

/** The statements we ship, against a small published table with the real numbers of 2020. */
class ClaimsCommandTest {
  private static final String SHIPPED = "jobs/claims/2020-09.yaml";
  private static final String LISTED = "group:listed";
  private static Workbench.Bench bench;

  @TempDir private Path folder;

  @BeforeAll
  static void publishTheNumbersOf2020() {
    bench = Workbench.bench("claims");
    List<Row> rows = new ArrayList<>();
    count(rows, "2019-07", "2141700");
    count(rows, "2019-12", "2544700");
    count(rows, "2020-04", "2613500");
    count(rows, "2020-06", "2814700");
    count(rows, "2020-07", "2850012");
    count(rows, "2020-08", "2874100");
    count(rows, "2020-09", "2956800");
    ratio(rows, "migrant_to_base", "2850012", "2544700");
    ratio(rows, "migrant_yoy", "708312", "2141700");
    try (Draft draft = bench.warehouse().draft()) {
      draft.replaceValues(
          Table.published("indicator_value"),
          bench.spark().createDataFrame(rows, IndicatorValue.SCHEMA),
          List.of("2020-07"),
          List.of("migrant_labour"));
      draft.merge(Table.published("dim_indicator"), indicators());
      draft.merge(Table.published("dim_region"), regions());
      draft.publish(PlainManifest.PLANNED, PlainManifest.CONTENTS);
    }
  }

  private static void count(List<Row> rows, String period, String count) {
    BigDecimal number = new BigDecimal(count);
    rows.add(
        RowFactory.create(
            "migrant_labour",
            LISTED,
            "group",
            period,
            "",
            number.doubleValue(),
            number,
            null,
            "A",
            "r0001"));
  }

  private static void ratio(
      List<Row> rows, String indicator, String numerator, String denominator) {
    BigDecimal over = new BigDecimal(numerator);
    BigDecimal under = new BigDecimal(denominator);
    rows.add(
        RowFactory.create(
            indicator,
            LISTED,
            "group",
            "2020-07",
            "",
            100 * over.doubleValue() / under.doubleValue(),
            over,
            under,
            "A",
            "r0001"));
  }

  private static Dataset<Row> indicators() {
    return text(
        List.of("indicator", "title_en", "title_zh", "unit"),
        RowFactory.create("migrant_labour", "Migrant labour", "务工人数", "persons"),
        RowFactory.create("migrant_to_base", "Against last year", "相当于上年", "percent"),
        RowFactory.create("migrant_yoy", "Growth", "同比", "percent"));
  }

  private static Dataset<Row> regions() {
    return text(
        List.of("region_code", "region_level", "name_zh", "name_en"),
        RowFactory.create(LISTED, "group", "挂牌督战县", "Listed counties"));
  }

  private static Dataset<Row> text(List<String> names, Row... rows) {
    StructType schema = new StructType();
    for (String name : names) {
      schema = schema.add(name, DataTypes.StringType);
    }
    return bench.spark().createDataFrame(List.of(rows), schema);
  }

  private static Terminal claims(String... words) {
    List<String> all =
        new ArrayList<>(
            List.of("claims", "-q", "--warehouse", bench.folder().resolve("warehouse").toString()));
    all.addAll(List.of(words));
    return Terminal.type(all.toArray(String[]::new));
  }

  @Test
  void shouldWriteEveryAnswerToAFile() throws IOException {
    Path csv = folder.resolve("answers.csv");
    String warehouse = bench.folder().resolve("warehouse").toString();
    Terminal terminal =
        Terminal.type(
            "claims", "--quiet", "--warehouse", warehouse, SHIPPED, "--csv", csv.toString());

    assertThat(terminal.code()).as(terminal.err()).isZero();
    List<String> lines = Files.readAllLines(csv);
    assertThat(terminal.out()).contains(lines.size() - 1 + " answers in " + csv);
    assertThat(lines.get(0))
        .startsWith("release,statement,text_en,text_zh,verdict,part,part_verdict,stated");
    assertThat(lines).hasSizeGreaterThan(5).anyMatch(line -> line.contains(",confirmed,"));
  }

  @Test
  void shouldAnswerWrongBaseToTwelvePercentOverTheSamePeriod() {
    Terminal terminal = claims(SHIPPED);

    assertThat(terminal.code()).as("exit code; said: %s", terminal.err()).isZero();
    String text = terminal.out().replaceAll("\\s+", " ");
    assertThat(text)
        .contains(
            "wrong base: migrants_2020_07 > 2.85 million migrant labourers of the 52 counties,")
        .contains(
            "The number 2,850,000, rounded to 10,000, is right: it is 2,850,012 in group:listed,"
                + " 2020-07, which rounds to 2,850,000.")
        .contains(
            "The growth of 12 % against 2019-07 (the same month last year) is not right: it is 33 %"
                + " (the base is 2,141,700). It is true against 2019-12 (last December: of a running"
                + " count, the whole of 2019): 12 % (the base is 2,544,700).");
  }

  @ParameterizedTest
  @CsvSource(
      delimiter = '|',
      value = {
        "'12', against|growth of 12 % against|it is 33 % (",
        "'12.0', against|growth of 12.0 % against|it is 33.1 % (",
        "'12.00', against|growth of 12.00 % against|it is 33.07 % (",
        "'20', rounded_to: '10', against|growth of 20 % against|it is 30 % ("
      })
  void shouldRoundWhatItSaysAsTheClaimDoes(String stated, String said, String answered)
      throws IOException {
    Path file = folder.resolve("said.yaml");
    String shipped = "says: growth, stated: '12', against";
    assertThat(Files.readString(Path.of(SHIPPED))).contains(shipped);
    Files.writeString(
        file,
        Files.readString(Path.of(SHIPPED))
            .replace(shipped, shipped.replace("'12', against", stated)));

    Terminal terminal = claims(file.toString());

    assertThat(terminal.code()).as("exit code; said: %s", terminal.err()).isZero();
    assertThat(terminal.out().replaceAll("\\s+", " ")).contains(said, answered);
  }

  @Test
  void shouldRoundTheNumberItselfAsTheClaimDoes() throws IOException {
    Path file = folder.resolve("said.yaml");
    Files.writeString(
        file,
        """
        title: {en: A share, zh: 份额}
        statements:
          share:
            text: {en: 111.9 % of last year, zh: 相当于上年的111.9%}
            source: somebody
            indicator: migrant_to_base
            region: group:listed
            period: 2020-07
            value: '111.9'
        """);

    Terminal terminal = claims(file.toString());

    assertThat(terminal.code()).as("exit code; said: %s", terminal.err()).isZero();
    assertThat(terminal.out().replaceAll("\\s+", " "))
        .contains("The number 111.9 is not right: it is 111.998 in group:listed, 2020-07,")
        .contains("which rounds to 112.0.");
  }

  @Test
  void shouldConfirmTheOtherMonthsAndSayWhatIsMissing() {
    String text = claims(SHIPPED).out().replaceAll("\\s+", " ");

    assertThat(text)
        .contains("confirmed: migrants_2020_04 ", "confirmed: migrants_2020_06 ")
        .contains("confirmed: migrants_2020_08 ", "confirmed: migrants_2020_09 ")
        .contains("missing is the region group:provinces_25, which is not published.")
        .contains("missing is the indicator listed_counties, which is not published.")
        .contains("against release r0001: 4 confirmed, 6 cannot be checked, 1 wrong base");
  }

  @Test
  void shouldAnswerScriptsWithTheSameContent() {
    Terminal terminal = claims("--json", SHIPPED);

    assertThat(terminal.code()).as("exit code; said: %s", terminal.err()).isZero();
    assertThat(terminal.out())
        .contains("\"statement\" : \"migrants_2020_07\"", "\"verdict\" : \"wrong base\"")
        .contains("\"true_base\" : 2544700");
  }

  @Test
  void shouldKeepWithinATerminal() {
    assertThat(claims(SHIPPED).out().lines())
        .allSatisfy(line -> assertThat(Width.of(line)).as(line).isLessThanOrEqualTo(100));
  }

  @Test
  void shouldRefuseABadFileWithItsLines() throws IOException {
    Path file = folder.resolve("said.yaml");
    Files.writeString(
        file,
        Files.readString(Path.of(SHIPPED))
            .replace("rounded_to: '10000'", "rounded_to: '20000'")
            .replace("value: '52'", "value: many"));
    Terminal terminal = claims(file.toString());

    assertThat(terminal.code()).as("exit code").isEqualTo(64);
    assertThat(terminal.err())
        .contains("the statements have problems")
        .contains("said.yaml:43: '2850000' was not rounded to 20000")
        .contains("'many' is no number at statements.listed_counties.value");
  }

  @Test
  void shouldRefuseAFileWhoseFormIsWrong() throws IOException {
    Path file = Files.writeString(folder.resolve("said.yaml"), "statments: {}\n");
    Terminal terminal = claims(file.toString());

    assertThat(terminal.code()).as("exit code").isEqualTo(64);
    assertThat(terminal.err()).contains("said.yaml:1: unknown key 'statments'; did you mean");
  }

  @Test
  void shouldSayWhenThereIsNoFile() {
    Terminal terminal = claims(folder.resolve("nowhere.yaml").toString());

    assertThat(terminal.code()).as("exit code").isEqualTo(64);
    assertThat(terminal.err()).contains("no statements at '", "the file does not exist");
  }
}
