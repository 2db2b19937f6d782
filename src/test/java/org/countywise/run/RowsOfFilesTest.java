package org.countywise.run;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.nio.file.Path;
import java.time.YearMonth;
import java.util.List;
import org.apache.parquet.format.RowGroup;
import org.countywise.Workbench;
import org.countywise.delivery.Written;
import org.countywise.report.Finding;
import org.countywise.report.Outcome;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

/** Files that hold fewer rows than they announce, and files that rightly hold none. */
class RowsOfFilesTest {
  private static final String JULY = "sheet/period=2020-07/";
  private static final String SHEETS = "sheets_of_sheet";

  @TempDir private Path folder;

  private final Workbench.Bench bench = Workbench.bench("rows-of-files");
  private SmallCountry country;

  @BeforeEach
  void beginACountry() {
    country = new SmallCountry(folder);
  }

  /** Spark makes rows up where there are fewer, and leaves rows out where there are more. */
  @ParameterizedTest
  @ValueSource(longs = {99, 101, 5100})
  void shouldNameTheOneFileThatHoldsNotTheRowsItAnnounces(long announced) throws IOException {
    String jobs = country.plainJobs();
    for (int i = 0; i < 8; i++) {
      country.rows(JULY + "part" + i + ".parquet", 100 * i, 50);
    }
    Written.say(
        country.delivery().resolve(JULY + "part6.parquet"),
        footer -> {
          footer.setNum_rows(announced);
          footer.getRow_groups().get(0).setNum_rows(announced);
        });

    assertThat(refused(jobs))
        .containsExactly(
            "sheet 2020-07: file sheet/period=2020-07/part6.parquet is damaged: its footer announces "
                + announced
                + " rows, and its column 'id' holds 100; deliver it again [rows_read]");
  }

  @Test
  void shouldNameTheOneFileWhosePagesHoldNotTheRowsItAnnounces() throws IOException {
    String jobs = country.plainJobs();
    for (int i = 0; i < 8; i++) {
      country.rows(JULY + "part" + i + ".parquet", 100 * i, 50);
    }
    Written.say(
        country.delivery().resolve(JULY + "part6.parquet"),
        footer -> {
          footer.setNum_rows(101);
          RowGroup group = footer.getRow_groups().get(0).setNum_rows(101);
          group.getColumns().forEach(column -> column.getMeta_data().setNum_values(101));
        });

    assertThat(refused(jobs))
        .containsExactly(
            "sheet 2020-07: file sheet/period=2020-07/part6.parquet has damaged pages: its values"
                + " cannot be read; deliver it again [unreadable_file]");
  }

  /** A footer that was cut after the first of its row groups, and still counts the rows of both. */
  @Test
  void shouldReadWhatTheRowGroupsHoldAndNotWhatTheFooterSumsUp() throws IOException {
    String jobs = country.plainJobs();
    country.rows(JULY + "a.parquet", 0, 50);
    Written.say(
        country.delivery().resolve(JULY + "a.parquet"), footer -> footer.setNum_rows(1_000));

    Outcome outcome = run(jobs, "sheets");

    assertThat(outcome.published()).as("%s", outcome.findings()).isTrue();
    assertThat(nation(SHEETS)).isEqualTo(100);
  }

  @Test
  void shouldCountNothingInAFileWithoutRowsWhereTheControlTotalsSayNothing() {
    String jobs = country.jobs();
    country.roster("2000-01-01");
    country.totals("2020-07", 3, 0);
    country.rows("thing/period=2020-07/a.parquet", 0, 3);
    country.rows(JULY + "a.parquet", 0, 0);

    Outcome outcome = run(jobs, "things", "sheets");

    assertThat(outcome.published()).as("%s", outcome.findings()).isTrue();
    assertThat(nation("things_of_thing")).isEqualTo(6);
    assertThat(nation(SHEETS)).as("a file of zero rows is a zero, not unknown").isZero();
    assertThat(outcome.findings())
        .extracting(Finding::line)
        .containsExactly(
            "sheet 2020-07: the files are there and hold no row; that is right where there was"
                + " nothing to count and the control totals say 0, else ask for the rows [no_rows]");
  }

  @ParameterizedTest
  @CsvSource({"thing, things", "sheet, sheets"})
  void shouldNotTakeAFileWithoutRowsForACountryOfZerosWhereRowsAreAnnounced(
      String dataset, String family) {
    String jobs = country.jobs();
    country.roster("2000-01-01");
    country.totals("2020-07", 3, 3);
    country.rows("thing/period=2020-07/a.parquet", 0, 3);
    country.rows(JULY + "a.parquet", 0, 3);
    country.rows(dataset + "/period=2020-07/a.parquet", 0, 0);

    Outcome outcome = run(jobs, family);

    assertThat(outcome.published()).isFalse();
    assertThat(blockers(outcome))
        .hasSize(2)
        .allMatch(message -> message.startsWith("the control total announces 3 rows, 0 were read"));
  }

  @Test
  void shouldPublishWithAGroupOfNobodyWhereItsFileHoldsNoRow() {
    String jobs = country.jobs();
    country.roster("2000-01-01");
    country.totals("2020-07", 3, 3);
    country.rows(JULY + "a.parquet", 0, 3);
    country.file(
        "listing/part.parquet",
        """
        select '110101' as region_code, 'county' as level, date'2000-01-01' as listed_on,
          cast(null as date) as delisted_on where false
        """);

    Outcome outcome = run(jobs, "sheets");

    assertThat(outcome.published()).as("%s", outcome.findings()).isTrue();
    assertThat(nation(SHEETS)).isEqualTo(6);
    assertThat(outcome.findings()).extracting(Finding::rule).containsExactly("no_rows");
  }

  private Outcome run(String jobs, String... families) {
    return bench.run(country.delivery(), jobs, List.of(YearMonth.of(2020, 7)), families);
  }

  /** What blocks a run, in full; each of its files is named once. */
  private List<String> refused(String jobs) {
    Outcome outcome = run(jobs, "sheets");
    assertThat(outcome.published()).as("%s %s", outcome.findings(), outcome.rows()).isFalse();
    return outcome.findings().stream().map(Finding::line).toList();
  }

  private static List<String> blockers(Outcome outcome) {
    return outcome.findings().stream()
        .filter(finding -> finding.severity() == Finding.Severity.BLOCKER)
        .map(Finding::message)
        .toList();
  }

  private long nation(String indicator) {
    return bench
        .exact()
        .where("region_code = 'XX' and breakdown = '' and indicator = '" + indicator + "'")
        .selectExpr("cast(numerator as bigint)")
        .head()
        .getLong(0);
  }
}
