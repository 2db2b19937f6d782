package org.countywise.cli;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.attribute.PosixFilePermissions;
import java.time.YearMonth;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;
import java.util.stream.Stream;
import org.apache.spark.sql.Row;
import org.countywise.Folders;
import org.countywise.Workbench;
import org.countywise.compile.Compilation;
import org.countywise.report.Outcome;
import org.countywise.run.Request;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** The early warning over the sample, from the delivery to the officer's list. */
class AlertsTest {
  private static final List<YearMonth> MONTHS =
      List.of(YearMonth.of(2020, 8), YearMonth.of(2020, 9));

  private static final List<String> OUTCOMES = List.of("confirmed", "dismissed", "data_error");

  private static Workbench.Bench bench;
  private static Outcome outcome;

  /** A second warehouse, in which September is watched first, and then August beside it. */
  private static Workbench.Bench monthByMonth;

  private static String hidingNothing;

  private static List<String> september;
  private static List<String> augustBesideIt;

  @TempDir private Path folder;

  @BeforeAll
  static void watchTheSample() throws IOException {
    bench = Workbench.bench("alerts");
    outcome =
        bench.run(
            new Request(
                Workbench.sample().toString(),
                MONTHS,
                Compilation.plan(Workbench.definitions("jobs"), List.of("monitoring")),
                "test",
                Request.Rerun.ALWAYS,
                definitions(),
                null));
    monthByMonth = Workbench.bench("alerts-month-by-month");
    // so few households leave no room to hide the counts of August beside those of September
    hidingNothing = Workbench.jobsThatHideNothing(monthByMonth.folder());
    watch(Workbench.sample(), MONTHS.get(1));
    september = rows(monthByMonth);
    watch(Workbench.sample(), MONTHS.get(0));
    augustBesideIt = rows(monthByMonth);
  }

  /** One month in the second warehouse, which knows what the months before came to. */
  private static Outcome watch(Path delivery, YearMonth month) {
    return monthByMonth.run(
        new Request(
            delivery.toString(),
            List.of(month),
            Compilation.plan(Workbench.definitions(hidingNothing), List.of("monitoring")),
            "other",
            Request.Rerun.WHEN_CHANGED));
  }

  /** The texts that a release keeps, of which the officers' page has the words for rules. */
  private static Map<String, String> definitions() throws IOException {
    Map<String, String> texts = new TreeMap<>();
    Path jobs = Path.of("jobs");
    try (Stream<Path> files = Files.walk(jobs)) {
      for (Path file : files.filter(of -> of.toString().endsWith(".yaml")).toList()) {
        texts.put(jobs.relativize(file).toString(), Files.readString(file));
      }
    }
    return texts;
  }

  @Test
  void shouldKeepTheAlertsThatArePublishedAsCounts() {
    for (String period : List.of("2020-08", "2020-09")) {
      assertThat(alerts("period = '" + period + "' and status = 'open'"))
          .as("open alerts of %s", period)
          .isPositive()
          .isEqualTo(published("alerts_open", period));
      assertThat(alerts("period = '" + period + "' and first_period = period"))
          .as("alerts raised in %s", period)
          .isEqualTo(published("alerts_raised", period));
    }
  }

  @Test
  void shouldSayInTheEndHowManyThereAre() {
    assertThat(outcome.watched())
        .extracting(Outcome.Watched::period, Outcome.Watched::open)
        .containsExactly(
            org.assertj.core.groups.Tuple.tuple("2020-08", published("alerts_open", "2020-08")),
            org.assertj.core.groups.Tuple.tuple("2020-09", published("alerts_open", "2020-09")));
    assertThat(outcome.watched()).allMatch(of -> of.warned() <= of.open());
    assertThat(outcome.watched()).allMatch(of -> of.warned() < of.households());
  }

  @Test
  void shouldAdvanceTheMonthsBeforeAndReplaceThePeriodsOfARunOnly() {
    assertThat(september)
        .as("September by itself")
        .isNotEmpty()
        .isEqualTo(rows(bench).stream().filter(row -> row.contains(",2020-09,")).toList());
    assertThat(augustBesideIt).as("August beside it").isEqualTo(rows(bench));
  }

  @Test
  void shouldCountAsManyHouseholdsAtTheWholeThresholdAsTheRuleFinds() {
    List<Row> sweep =
        bench
            .lastRun("alert_sweep")
            .filter("period = '2020-09' and rule = 'low_income'")
            .collectAsList();

    assertThat(sweep).extracting(row -> row.getString(2)).contains("50", "100", "150");
    assertThat(sweep)
        .filteredOn(row -> row.getString(2).equals("150"))
        .allMatch(row -> row.getLong(3) >= households(sweep, "100"));
  }

  @Test
  void shouldExplainEveryAlertInBothLanguages() {
    assertThat(
            alerts(
                "explanation_en is null or explanation_zh is null or explanation_en like '%{%'"
                    + " or explanation_zh like '%{%' or unit is null"))
        .as("alerts without explanation")
        .isZero();
  }

  /** A job is lost in one month, while the alert stays open. */
  @Test
  void shouldNameTheMonthOfALossOfJobsAlsoInLaterMonths() {
    String later = "rule = 'job_loss' and status = 'open' and period > first_period";
    String month = "substring(explanation_en, 4, 7)";

    assertThat(alerts(later + " and " + month + " = first_period")).isPositive();
    assertThat(alerts(later + " and " + month + " between first_period and period"))
        .isEqualTo(alerts(later));
  }

  @Test
  void shouldListTheOpenAlertsOfACounty() {
    String county = county();

    Terminal terminal = type("--period", "2020-09", "--region", county, "--limit", "3");

    assertThat(terminal.err()).as("complaints").isEmpty();
    assertThat(terminal.out())
        .as("list")
        .startsWith("restricted: names households\n2020-09  " + county)
        .contains("household", "distance", county);
  }

  @Test
  void shouldWriteAListThatSpreadsheetsOpen() throws IOException {
    Path list = folder.resolve("list.csv");

    Terminal terminal =
        type("--period", "2020-09", "--csv", list.toString(), "--for", "spreadsheet");

    assertThat(terminal.err()).as("complaints").isEmpty();
    byte[] bytes = Files.readAllBytes(list);
    assertThat(new byte[] {bytes[0], bytes[1], bytes[2]})
        .as("byte order mark")
        .isEqualTo(new byte[] {(byte) 0xEF, (byte) 0xBB, (byte) 0xBF});
    assertThat(new String(bytes, StandardCharsets.UTF_8).lines().count())
        .as("a head, and a line per open or confirmed alert")
        .isEqualTo(1 + alerts("period = '2020-09' and status in ('open', 'confirmed')"));
  }

  @Test
  void shouldWriteThePageOfACountyForItsOwnerOnly() throws IOException {
    String county = county();
    Path page = folder.resolve("page.html");

    Terminal terminal = type("--period", "2020-09", "--region", county, "--html", page.toString());

    assertThat(terminal.err()).as("complaints").isEmpty();
    assertThat(terminal.out())
        .startsWith("restricted: names households: ")
        .endsWith(" in " + page + "\n")
        .doesNotContain("household  village");
    String due = "period = '2020-09' and status in ('open', 'confirmed')";
    assertThat(Files.readString(page).split("<tr data-rule=", -1))
        .as("what stands before the lines, and a line per alert")
        .hasSize(1 + (int) alerts(due + " and startswith(village_code, '" + county + "')"));
    assertThat(Files.readString(page)).contains("Restricted", "内部资料", county);
    assertThat(PosixFilePermissions.toString(Files.getPosixFilePermissions(page)))
        .isEqualTo("rw-------");
  }

  @Test
  void shouldWriteNoPageThatNobodyAskedFor() throws IOException {
    type("--period", "2020-09", "--csv", folder.resolve("list.csv").toString());

    assertThat(folder).isDirectoryNotContaining("glob:**.html");
    try (Stream<Path> files = Files.walk(bench.folder())) {
      assertThat(files).noneMatch(file -> file.toString().endsWith(".html"));
    }
  }

  @Test
  void shouldRefuseAFormThatNobodyCouldGiveBack() {
    Terminal terminal =
        type("--period", "2020-09", "--pseudonyms", "--verification", folder + "/form.csv");

    assertThat(terminal.code()).as("exit code").isEqualTo(64);
    assertThat(terminal.err()).contains("--verification needs the ids of households");
    assertThat(folder).isEmptyDirectory();
  }

  /** Printed in September, visited, filled in with a spreadsheet, given back, computed again. */
  @Test
  void shouldCloseAlertsByTheAnswersThatCameBackInTheForm() throws IOException {
    Path form = folder.resolve("form.csv");
    Path delivery = Folders.copy(Workbench.sample(), folder.resolve("delivery"));
    type("--period", "2020-08", "--verification", form.toString(), "--for", "spreadsheet");
    List<String> lines = new ArrayList<>(Files.readAllLines(form));
    assertThat(lines)
        .as("a head, and a row per open alert")
        .hasSize(1 + (int) alerts("period = '2020-08' and status = 'open'"));
    List<String> answered = unanswered(lines).subList(0, OUTCOMES.size());
    for (int i = 0; i < answered.size(); i++) {
      lines.set(
          lines.indexOf(answered.get(i)),
          answered.get(i).replaceFirst(",,,$", ",2020/9/30," + OUTCOMES.get(i) + ",township"));
    }
    lines.replaceAll(line -> line.replace(',', ';'));
    Files.write(form, lines);

    Terminal terminal =
        Terminal.type(
            "verification",
            form.toString(),
            "--delivery",
            delivery.toString(),
            "--period",
            "2020-09");

    assertThat(terminal.err()).as("complaints").isEmpty();
    assertThat(terminal.code()).isZero();
    assertThat(terminal.out()).contains("Added 3 answers of 2020-09", "announced now");

    Outcome answeredRun = watch(delivery, MONTHS.get(1));

    assertThat(answeredRun.published()).as("totals agree with rows").isTrue();
    for (int i = 0; i < answered.size(); i++) {
      String[] cells = answered.get(i).replaceAll("[\"']", "").split(",", -1);
      String alert =
          "household_id = %s and rule = '%s' and period = '2020-09'".formatted(cells[0], cells[1]);
      assertThat(answer(bench, alert)).as("before: " + alert).isEqualTo("open null null");
      assertThat(answer(monthByMonth, alert))
          .as("after: " + alert)
          .endsWith(" 2020-09 " + OUTCOMES.get(i));
    }
  }

  /** Rows of a form whose alert is open in September still, and not answered in the sample. */
  private static List<String> unanswered(List<String> lines) {
    List<String> open =
        bench
            .lastRun("alert")
            .filter("period = '2020-09' and status = 'open' and first_period < period")
            .selectExpr("concat(household_id, ',', rule)")
            .collectAsList()
            .stream()
            .map(row -> row.getString(0))
            .toList();
    return lines.stream()
        .filter(line -> open.stream().anyMatch(line.replaceAll("[\"']", "")::startsWith))
        .toList();
  }

  private static String answer(Workbench.Bench from, String alert) {
    Row row =
        from.lastRun("alert").filter(alert).select("status", "answered_period", "answer").first();
    return row.mkString(" ");
  }

  @Test
  void shouldNameTheRulesThatHaveAlertsForOneThatHasNone() {
    Terminal terminal = type("--period", "2020-09", "--rule", "low_incom");

    assertThat(terminal.code()).as("exit code").isEqualTo(64);
    assertThat(terminal.err()).as("complaint").contains("'low_incom'").contains("low_income");
  }

  @Test
  void shouldNotKnowARegionThatIsNone() {
    Terminal terminal = type("--period", "2020-09", "--region", "999999");

    assertThat(terminal.code()).as("exit code").isEqualTo(64);
    assertThat(terminal.err()).as("complaint").contains("unknown region '999999'");
  }

  private static Terminal type(String... words) {
    String warehouse = bench.folder().resolve("warehouse").toString();
    return Terminal.type(
        Stream.concat(Stream.of("alerts", "--quiet", "--warehouse", warehouse), Stream.of(words))
            .toArray(String[]::new));
  }

  private static String county() {
    return bench
        .lastRun("alert")
        .filter("period = '2020-09' and status = 'open'")
        .selectExpr("min(substring(village_code, 1, 6))")
        .first()
        .getString(0);
  }

  private static long alerts(String condition) {
    return bench.lastRun("alert").filter(condition).count();
  }

  private static long households(List<Row> sweep, String percent) {
    return sweep.stream()
        .filter(row -> row.getString(2).equals(percent))
        .mapToLong(row -> row.getLong(3))
        .findFirst()
        .orElse(0);
  }

  private static long published(String indicator, String period) {
    return bench
        .exact()
        .filter(
            "region_code = 'CN' and breakdown = '' and indicator = '%s' and period = '%s'"
                .formatted(indicator, period))
        .first()
        .getDecimal(6)
        .longValueExact();
  }

  private static List<String> rows(Workbench.Bench from) {
    return from.lastRun("alert").filter("period is not null").collectAsList().stream()
        .map(row -> row.mkString(","))
        .sorted()
        .toList();
  }
}
