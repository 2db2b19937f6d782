package org.countywise.supplement;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.sql.Connection;
import java.sql.DriverManager;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.sql.Statement;
import java.time.LocalDate;
import java.time.YearMonth;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;
import java.util.stream.Stream;
import org.countywise.Workbench;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/**
 * A delivery of two counties, written by another program: 520101 has answered once in July, 520102
 * has delivered no answers yet.
 */
class SupplementTest {
  private static final AnswerForm FORM = AnswerForm.of(Workbench.definitions("jobs"));
  private static final YearMonth JULY = YearMonth.of(2020, 7);
  private static final LocalDate TODAY = LocalDate.of(2020, 8, 3);
  private static final String HEAD = "household_id,rule,village_code,verified_on,outcome,level\n";
  private static final String OF_520101 =
      """
      2,job_loss,520101001001,2020-07-05,confirmed,village
      1,low_income,520101001001,2020-07-06,data_error,county
      """;
  private static final String OF_520102 =
      "4,risk_report,520102001001,2020-07-31,dismissed,township\n";

  private static final String ANSWERS =
      "select household_id, rule, village_code, verified_on, outcome, level from '%s' order by all";
  private static final String TOTALS =
      "select dataset, county_code, row_count, delivered_on from '%s' order by all";

  private static Connection duckdb;

  @TempDir private Path folder;

  private Path delivery;

  @BeforeAll
  static void open() throws SQLException {
    duckdb = DriverManager.getConnection("jdbc:duckdb:");
  }

  @AfterAll
  static void close() throws SQLException {
    duckdb.close();
  }

  @BeforeEach
  void deliver() throws IOException, SQLException {
    delivery = folder.resolve("delivery");
    write(
        "household/period=2020-06",
        "select * from (values (1::bigint, '520101001001'), (3, '520101001001')) h(household_id, village_code)");
    write(
        "household/period=2020-07",
        "select * from (values (1::bigint, '520101001001'), (2, '520101001001'), (4, '520102001001')) h(household_id, village_code)");
    write(
        "verification/period=2020-07",
        "select 1::bigint as household_id, 'job_loss' as rule, '520101001001' as village_code,"
            + " date '2020-07-01' as verified_on, 'confirmed' as outcome, 'village' as level");
    write(
        "delivery/period=2020-07",
        "select * from (values ('verification', '520101', 1::bigint, date '2020-08-01'),"
            + " ('household', '520101', 2, date '2020-08-01'), ('household', '520102', 1, date '2020-08-01'))"
            + " d(dataset, county_code, row_count, delivered_on)");
  }

  @Test
  void shouldAddAnswersAndRaiseTheTotalByThem() throws IOException, SQLException {
    Supplement.Added added = add(OF_520101, false);

    assertThat(added.answers()).isEqualTo(2);
    assertThat(added.totals()).containsExactly(new ControlTotals.Raised("520101", 2, 1L, 3));
    assertThat(rows(ANSWERS, "verification/period=2020-07"))
        .containsExactly(
            "1 job_loss 520101001001 2020-07-01 confirmed village",
            "1 low_income 520101001001 2020-07-06 data_error county",
            "2 job_loss 520101001001 2020-07-05 confirmed village");
    assertThat(rows(TOTALS, "delivery/period=2020-07"))
        .as("the other totals stay")
        .containsExactly(
            "household 520101 2 2020-08-01",
            "household 520102 1 2020-08-01",
            "verification 520101 3 2020-08-01");
    assertThat(state().keySet())
        .as("nothing is left behind")
        .noneMatch(file -> file.contains("/."));
  }

  @Test
  void shouldWriteTheTypesOfTheDefinition() throws IOException, SQLException {
    Path file = Path.of(add(OF_520101, false).file());

    assertThat(
            query(
                "select name, type, repetition_type, logical_type from parquet_schema('%s')"
                    .formatted(file)))
        .contains(
            "household_id INT64 REQUIRED null",
            "rule BYTE_ARRAY REQUIRED StringType()",
            "verified_on INT32 REQUIRED DateType()");
  }

  @Test
  void shouldTakeAnswersAboutAHouseholdThatHasLeft() throws IOException {
    assertThat(add("3,job_loss,520101001001,2020-07-05,dismissed,village\n", false).answers())
        .isEqualTo(1);
  }

  @Test
  void shouldAnnounceACountyThatHasNotDeliveredOnlyWhenToldThatThisIsAll()
      throws IOException, SQLException {
    refused(OF_520102, "520102 has no control total of verification", "--complete");

    Supplement.Added added = add(OF_520102, true);

    assertThat(added.totals()).containsExactly(new ControlTotals.Raised("520102", 1, null, 1));
    assertThat(rows(TOTALS, "delivery/period=2020-07"))
        .contains("verification 520101 1 2020-08-01", "verification 520102 1 2020-08-03");
  }

  @Test
  void shouldBeginAMonthThatHasNoAnswersYet() throws IOException, SQLException {
    String august = OF_520102.replace("2020-07", "2020-08");

    add(august, YearMonth.of(2020, 8), true);

    assertThat(rows(ANSWERS, "verification/period=2020-08")).hasSize(1);
    assertThat(rows(TOTALS, "delivery/period=2020-08"))
        .containsExactly("verification 520102 1 2020-08-03");
  }

  @Test
  void shouldReplaceNothing() {
    refused(
        OF_520101 + "1,job_loss,520101001001,2020-07-09,dismissed,village\n",
        "form.csv:4: household_id 1, rule job_loss is answered in ",
        "part.parquet already; empty the answer here, it is not replaced");
  }

  @Test
  void shouldRefuseTheSameFormTwice() throws IOException {
    add(OF_520101, false);

    refused(OF_520101, "form.csv:2: ", "form.csv:3: ", "already");
  }

  @Test
  void shouldNotKnowAHouseholdThatIsNowhereOrElsewhere() {
    refused(
        """
        77,job_loss,520101001001,2020-07-05,confirmed,village
        4,job_loss,520101001001,2020-07-05,confirmed,village
        """,
        "form.csv:2: household_id 77 is in no month of household up to 2020-07; take it from the list",
        "form.csv:3: household_id 4 lies in 520102001001 by household, not in village_code 520101001001");
  }

  @Test
  void shouldNotHideThatTotalsWereWrongBefore() throws IOException, SQLException {
    write(
        "delivery/period=2020-07",
        "select 'verification' as dataset, '520101' as county_code, 5::bigint as row_count,"
            + " date '2020-08-01' as delivered_on");

    refused(
        OF_520101,
        "520101 has delivered 1 of the rows of verification that it announces (5)",
        "put that right first");
  }

  @Test
  void shouldNameWhatIsWrongWithTheFormAndWithTheDeliveryAtOnce() {
    refused(
        """
        77,job_loss,520101001001,2020-07-05,confirmed,village
        2,job_loss,520101001001,2020-07-05,perhaps,village
        """,
        "form.csv:2: household_id 77",
        "form.csv:3: outcome 'perhaps'");
  }

  @Test
  void shouldLeaveTheDeliveryAsItWasWhereAFileCannotBePutIntoPlace() throws IOException {
    String name = Path.of(add(OF_520101, false).file()).getFileName().toString();
    recreate();
    // nothing can be moved over a folder that is not empty
    Files.createDirectories(delivery.resolve("verification/period=2020-07/" + name + "/x"));
    Map<String, String> before = state();

    assertThatThrownBy(() -> add(OF_520101, false))
        .isInstanceOf(IllegalArgumentException.class)
        .hasMessageContainingAll(name, "which is as it was");

    assertThat(state()).isEqualTo(before);
  }

  @Test
  void shouldTakeBackWhatABrokenOffChangeLeft() throws IOException {
    Map<String, String> before = state();
    Path totals = delivery.resolve("delivery/period=2020-07");
    Path answers = delivery.resolve("verification/period=2020-07");
    String id = "answers-0123456789ab";
    // killed between the totals, which are raised, and the answers, which are half there
    Files.copy(totals.resolve("part.parquet"), totals.resolve(".part.parquet.before-" + id));
    Files.writeString(totals.resolve("part.parquet"), "raised");
    Files.writeString(answers.resolve(id + ".parquet"), "answers");
    Files.writeString(answers.resolve("." + id + ".parquet.draft-" + id), "half");

    FileChanges.takeBack(List.of(totals, answers));

    assertThat(state()).isEqualTo(before);
  }

  @Test
  void shouldDropTheChecksumsOfATotalThatIsAnotherNow() throws IOException {
    Path sums = delivery.resolve("delivery/period=2020-07/.part.parquet.crc");
    Files.writeString(sums, "of the file before");

    add(OF_520101, false);

    assertThat(sums).doesNotExist();
  }

  @Test
  void shouldLetOneAddAtATime() throws IOException {
    DeliveryLock.alone(
        delivery,
        () -> {
          assertThatThrownBy(() -> add(OF_520101, false))
              .isInstanceOf(IllegalArgumentException.class)
              .hasMessageContaining("by somebody else; try again");
          return null;
        });
    assertThat(add(OF_520101, false).answers()).isEqualTo(2);
  }

  private void refused(String lines, String... words) {
    Map<String, String> before = state();
    assertThatThrownBy(() -> add(lines, false))
        .isInstanceOf(RefusedException.class)
        .hasMessageContainingAll(words);
    assertThat(state()).as("the delivery").isEqualTo(before);
  }

  private Supplement.Added add(String lines, boolean complete) throws IOException {
    return add(lines, JULY, complete);
  }

  private Supplement.Added add(String lines, YearMonth period, boolean complete)
      throws IOException {
    Path file = folder.resolve("form.csv");
    Files.writeString(file, HEAD + lines);
    return new Supplement(delivery, period, complete, TODAY)
        .add(FORM, FilledForm.read(file, FORM, period));
  }

  private void recreate() {
    org.countywise.Folders.delete(delivery);
    try {
      deliver();
    } catch (IOException | SQLException e) {
      throw new IllegalStateException(e);
    }
  }

  /** The files of the delivery with what is in them. */
  private Map<String, String> state() {
    try (Stream<Path> all = Files.walk(delivery)) {
      Map<String, String> state = new TreeMap<>();
      for (Path file : all.filter(Files::isRegularFile).toList()) {
        state.put(file.toString(), java.util.Arrays.toString(Files.readAllBytes(file)));
      }
      return state;
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    }
  }

  private void write(String partition, String sql) throws IOException, SQLException {
    Path file = delivery.resolve(partition).resolve("part.parquet");
    Files.createDirectories(file.getParent());
    try (Statement statement = duckdb.createStatement()) {
      statement.execute("copy (%s) to '%s' (format parquet)".formatted(sql, file));
    }
  }

  private List<String> rows(String sql, String partition) throws SQLException {
    return query(sql.formatted(delivery.resolve(partition) + "/*.parquet"));
  }

  private static List<String> query(String sql) throws SQLException {
    try (Statement statement = duckdb.createStatement();
        ResultSet row = statement.executeQuery(sql)) {
      List<String> rows = new ArrayList<>();
      while (row.next()) {
        List<String> cells = new ArrayList<>();
        for (int i = 1; i <= row.getMetaData().getColumnCount(); i++) {
          cells.add(row.getString(i));
        }
        rows.add(String.join(" ", cells));
      }
      return rows;
    }
  }
}
