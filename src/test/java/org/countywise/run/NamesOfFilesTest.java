package org.countywise.run;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.YearMonth;
import java.util.List;
import org.countywise.Workbench;
import org.countywise.report.Finding;
import org.countywise.report.Outcome;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

/** A path is a name: never a pattern, never an address, and what is not read is said. */
class NamesOfFilesTest {
  private static final String JULY = "sheet/period=2020-07/";

  @TempDir private Path folder;

  private final Workbench.Bench bench = Workbench.bench("names-of-files");
  private SmallCountry country;
  private String jobs;

  @BeforeEach
  void beginACountry() {
    country = new SmallCountry(folder);
    jobs = country.plainJobs();
  }

  @Test
  void shouldReadFilesOfAnyName() {
    List<String> names =
        List.of(
            "employment[1].parquet",
            "520526 {补报} (1).parquet",
            "part%20one.parquet",
            "part+1#a.parquet",
            "what?.parquet",
            "all*.parquet",
            "it's \"final\" & <done>.parquet",
            "{a,b}.parquet",
            "[a-z].parquet",
            "back\\slash.parquet",
            "period=2020-07.parquet",
            " blanks .parquet");
    for (int i = 0; i < names.size(); i++) {
      country.rows(JULY + names.get(i), 6 * i, 3);
    }

    assertThat(counted(country.delivery()))
        .as("6 things of 3 rows of each of %s files", names.size())
        .isEqualTo(72);
  }

  /** One folder within the other. */
  @Test
  void shouldReadADeliveryInFoldersOfAnyName() throws IOException {
    country.rows(JULY + "a.parquet", 0, 3);
    Path deliveries = folder.resolve("deliveries");
    Path named = deliveries;
    for (String name :
        List.of(
            "2020-07 [final]",
            "2020-07 {v2}",
            "2020-07-31T18:00:00",
            "50%20",
            "a*b?c",
            "x=1",
            "补报#2")) {
      named = named.resolve(name);
    }
    Files.createDirectories(named.getParent());
    Files.createDirectories(deliveries.resolve("2020-07 [final]/2020-07 {v2}/2020-07-31T09:00:00"));
    Files.move(country.delivery(), named);

    assertThat(counted(named)).isEqualTo(6);
  }

  @Test
  void shouldNotTakeOneFileForAnotherWhoseNameItWouldMatch() {
    country.rows(JULY + "part1.parquet", 0, 4);
    country.rows(JULY + "part[1].parquet", 8, 4);

    assertThat(counted(country.delivery())).as("all rows, none of them twice").isEqualTo(16);
  }

  @Test
  void shouldAskToRenameAFileWithAColon() {
    country.rows(JULY + "a.parquet", 0, 3);
    country.rows(JULY + "18:00.parquet", 6, 3);

    Outcome outcome = run(country.delivery());

    assertThat(outcome.published()).isFalse();
    assertThat(outcome.findings())
        .extracting(Finding::line)
        .containsExactly(
            "sheet 2020-07: file sheet/period=2020-07/18:00.parquet has a colon in its name, which"
                + " the file systems of Hadoop cannot open; rename it [file_name]");
  }

  @ParameterizedTest
  @CsvSource(
      delimiter = '|',
      value = {
        "period=2020-07/sheet.parquet/part-0.parquet"
            + "|sheet/period=2020-07 holds 1 folder and no file that ends in .parquet:"
            + " sheet.parquet; put the files directly into sheet/period=2020-07",
        "period=2020-07/province=52/part-0.parquet"
            + "|sheet/period=2020-07 holds 1 folder and no file that ends in .parquet:"
            + " province=52; put the files directly into sheet/period=2020-07",
        "period=2020-07/sheet.PARQUET"
            + "|sheet/period=2020-07 holds 1 other file and no file that ends in .parquet:"
            + " sheet.PARQUET; only a file that ends in .parquet is read: rename what holds rows",
        "period=2020-07/_sheet.parquet"
            + "|sheet/period=2020-07 holds 1 other file and no file that ends in .parquet:"
            + " _sheet.parquet; a name that begins with . or _ is never read: rename what holds rows",
        "period=2020-07/.sheet.parquet"
            + "|sheet/period=2020-07 holds 1 other file and no file that ends in .parquet:"
            + " .sheet.parquet; a name that begins with . or _ is never read: rename what holds rows",
        "period=202007/sheet.parquet"
            + "|sheet holds 1 folder and no folder named like period=2020-07: period=202007;"
            + " the files lie in a folder named like period=2020-07",
        "sheet.parquet"
            + "|sheet holds 1 other file and no folder named like period=2020-07: sheet.parquet;"
            + " the files lie in a folder named like period=2020-07"
      })
  void shouldNameWhatLiesWhereAMonthWouldBeEmpty(String file, String message) {
    country.rows("sheet/" + file, 0, 3);

    Outcome outcome = run(country.delivery());

    assertThat(outcome.published()).isFalse();
    assertThat(outcome.findings())
        .as("nothing else, and no county is blamed")
        .singleElement()
        .satisfies(
            finding -> {
              assertThat(finding.rule()).isEqualTo("not_read");
              assertThat(finding.severity()).isEqualTo(Finding.Severity.BLOCKER);
              assertThat(finding.message()).isEqualTo(message);
            });
  }

  @Test
  void shouldNameALinkThatLeadsNowhere() throws IOException {
    Path month = Files.createDirectories(country.delivery().resolve("sheet/period=2020-07"));
    Files.createSymbolicLink(month.resolve("a.parquet"), folder.resolve("gone.parquet"));

    assertThat(run(country.delivery()).findings())
        .extracting(Finding::line)
        .containsExactly(
            "sheet 2020-07: sheet/period=2020-07 holds 1 link that leads nowhere and no file that"
                + " ends in .parquet: a.parquet; bring back what the link leads to [not_read]");
  }

  @Test
  void shouldBlameNoCountyWhereControlTotalsAnnounceWhatIsNotRead() {
    jobs = country.jobs();
    country.roster("2000-01-01");
    country.totals("2020-07", 0, 3);
    country.rows(JULY + "sheet.parquet/part-0.parquet", 0, 3);

    Outcome outcome = run(country.delivery());

    assertThat(outcome.published()).isFalse();
    assertThat(outcome.findings()).extracting(Finding::rule).containsExactly("not_read");
  }

  @Test
  void shouldWarnOfWhatLiesBesideFilesThatAreRead() {
    country.rows(JULY + "a.parquet", 0, 3);
    country.rows(JULY + "_b.parquet", 6, 3);
    country.rows(JULY + "c.parq", 12, 3);
    country.rows(JULY + "deeper/d.parquet", 18, 3);

    Outcome outcome = run(country.delivery());

    assertThat(outcome.published()).isTrue();
    assertThat(outcome.findings())
        .extracting(Finding::line)
        .containsExactly(
            "sheet 2020-07: sheet/period=2020-07 holds 1 folder and 2 other files that are not read:"
                + " _b.parquet, c.parq, deeper; a name that begins with . or _ is never read: rename"
                + " what holds rows; only a file that ends in .parquet is read: rename what holds"
                + " rows; put the files directly into sheet/period=2020-07 [not_read]");
    assertThat(nation()).as("what is hidden counts neither as read nor as announced").isEqualTo(6);
  }

  @Test
  void shouldPassOverWhatProgramsLeaveBehind() {
    country.rows(JULY + "a.parquet", 0, 3);
    for (String name : List.of("_SUCCESS", ".b.parquet.crc", ".DS_Store", "._a.parquet")) {
      country.note(JULY + name);
    }

    Outcome outcome = run(country.delivery());

    assertThat(outcome.published()).isTrue();
    assertThat(outcome.findings()).isEmpty();
  }

  @Test
  void shouldTakeTheMonthFromWhereverThePathSaysIt() {
    country.dataset("sheet", "sheets-{period}.parquet");
    country.rows("sheets-2020-07.parquet", 0, 3);
    country.rows("sheets-2020-08.parquet", 0, 5);

    assertThat(counted(country.delivery())).isEqualTo(6);
  }

  @Test
  void shouldBlameADamagedFileByItsNameHoweverSparkWritesIt() throws IOException {
    country.rows(JULY + "补报 [1] 50%.parquet", 0, 3);
    Path file = country.delivery().resolve(JULY + "补报 [1] 50%.parquet");
    byte[] bytes = Files.readAllBytes(file);
    for (int i = 8; i < 24; i++) {
      bytes[i] ^= 0x55;
    }
    Files.write(file, bytes);
    Files.deleteIfExists(file.resolveSibling("." + file.getFileName() + ".crc"));

    Outcome outcome = run(country.delivery());

    assertThat(outcome.published()).as("%s", outcome.findings()).isFalse();
    assertThat(outcome.findings())
        .extracting(Finding::message)
        .anyMatch(message -> message.contains("file " + JULY + "补报 [1] 50%.parquet"));
  }

  private long counted(Path delivery) {
    Outcome outcome = run(delivery);
    assertThat(outcome.published()).as("%s", outcome.findings()).isTrue();
    assertThat(outcome.findings()).isEmpty();
    return nation();
  }

  private Outcome run(Path delivery) {
    return bench.run(delivery, jobs, List.of(YearMonth.of(2020, 7)), "sheets");
  }

  private long nation() {
    return bench
        .exact()
        .where("region_code = 'XX' and indicator = 'sheets_of_sheet'")
        .selectExpr("cast(numerator as bigint)")
        .head()
        .getLong(0);
  }
}
