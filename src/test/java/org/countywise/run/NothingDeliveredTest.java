package org.countywise.run;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.nio.file.Files;
import java.nio.file.Path;
import java.time.YearMonth;
import java.util.Arrays;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.countywise.Workbench;
import org.countywise.compile.Compilation;
import org.countywise.delivery.NoDeliveryException;
import org.countywise.report.Finding;
import org.countywise.report.Outcome;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Nested;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** What has not come is never published as if it were nothing, and never replaces what is there. */
class NothingDeliveredTest {
  @TempDir private Path folder;

  private final Workbench.Bench bench = Workbench.bench("nothing-delivered");
  private SmallCountry country;
  private String jobs;

  @BeforeEach
  void deliverJune() {
    country = new SmallCountry(folder);
  }

  /** Control totals say what has come, a roster which regions there are. */
  @Nested
  class WithControlTotals {
    @BeforeEach
    void deliverJune() {
      jobs = country.jobs();
      country.roster("2000-01-01");
      month("2020-06", 3, 2);
    }

    @Test
    void shouldSayThatAMonthWithoutAnyControlTotalIsNotDeliveredYet() {
      run("2020-06");

      Outcome july = run("2020-07");

      assertBlocked(july, "not_delivered_yet");
      assertThat(blocker(july).line())
          .isEqualTo(
              "delivery 2020-07: not delivered yet: no control total has come for 2020-07,"
                  + " delivery/period=2020-07/*.parquet is not there; the newest month that has some"
                  + " is 2020-06; run again when the month is there [not_delivered_yet]");
      assertStands(
          "2020-06 sheets_of_sheet 4", "2020-06 things_of_sheet 4", "2020-06 things_of_thing 6");
    }

    @Test
    void shouldPublishNoneOfSeveralMonthsWhereOneHasNotCome() {
      month("2020-07", 3, 3);
      month("2020-09", 3, 3);

      Outcome outcome = run("2020-06", "2020-07", "2020-08", "2020-09");

      assertBlocked(outcome, "not_delivered_yet");
      assertThat(blocker(outcome).period()).isEqualTo("2020-08");
      assertThat(bench.warehouse().latest()).isEmpty();
    }

    @Test
    void shouldNotWipeAMonthThatIsTakenOutOfTheDelivery() {
      run("2020-06");
      for (String dataset : List.of("thing", "sheet", "delivery")) {
        country.without(dataset + "/period=2020-06");
      }

      assertBlocked(run("2020-06"), "not_delivered_yet");
      assertStands(
          "2020-06 sheets_of_sheet 4", "2020-06 things_of_sheet 4", "2020-06 things_of_thing 6");
    }

    @Test
    void shouldPublishNothingForAMonthBeforeAllRegions() {
      assertBlocked(run("0000-01"), "not_delivered_yet");
    }

    @Test
    void shouldPublishNothingWhereTheRosterKnowsNoRegionOnTheDay() {
      country.without("region");
      country.roster("2020-07-01");
      month("2020-07", 3, 2);

      Outcome outcome = run("2020-06", "2020-07");

      assertBlocked(outcome, "no_regions");
      assertThat(blocker(outcome).message())
          .isEqualTo(
              "the roster knows no county on 2020-06-30; add the regions of that day to the roster");
    }

    @Test
    void shouldPublishNothingWithoutTheFilesOfTheRoster() {
      country.without("region");

      Outcome outcome = run("2020-06");

      assertBlocked(outcome, "no_file");
      assertThat(blocker(outcome).line())
          .isEqualTo("region: there is no file region/*.parquet; deliver it [no_file]");
    }

    @Test
    void shouldPublishNothingWhereAFamilyHasNeitherFileNorControlTotal() {
      month("2020-07", 3, -1);

      Outcome outcome = run("2020-07");

      assertBlocked(outcome, "no_file");
      assertThat(blocker(outcome).line())
          .isEqualTo(
              "2020-07: nothing has come for the family sheets: no file and no control total of"
                  + " sheet; deliver them, or run the other families by name [no_file]");
    }

    @Test
    void shouldCountZeroWhereControlTotalsSayThatThereIsNothingToCount() {
      month("2020-07", 3, 0);

      assertThat(run("2020-07").published()).isTrue();
      assertStands(
          "2020-07 sheets_of_sheet 0", "2020-07 things_of_sheet 0", "2020-07 things_of_thing 6");
    }

    @Test
    void shouldAskOnceForAFileThatEveryCountyHasAnnounced() {
      country.without("sheet/period=2020-06");

      Outcome outcome = run("2020-06");

      assertBlocked(outcome, "no_file");
      assertThat(blocker(outcome).line())
          .isEqualTo(
              "sheet 2020-06: there is no file sheet/period=2020-06/*.parquet, though control totals"
                  + " announce 4 rows; deliver it, or correct the control totals [no_file]");
    }

    @Test
    void shouldNotReplaceValuesByNone() {
      run("2020-06");
      country.without("sheet/period=2020-06");
      country.totals("2020-06", 3, -1);

      Outcome outcome = runFamilies(Set.of(), "things");

      assertBlocked(outcome, "values_lost");
      assertThat(blocker(outcome).line())
          .isEqualTo(
              "2020-06: 1 indicator published for 2020-06 would lose every value, since no region has"
                  + " delivered what they need: things_of_sheet; deliver it, or withdraw them in"
                  + " words: --withdraw things_of_sheet@2020-06 [values_lost]");
      assertStands(
          "2020-06 sheets_of_sheet 4", "2020-06 things_of_sheet 4", "2020-06 things_of_thing 6");
    }

    @Test
    void shouldReplaceThemByNoneWhereTheyAreWithdrawnInWords() {
      run("2020-06");
      country.without("sheet/period=2020-06");
      country.totals("2020-06", 3, -1);

      Outcome outcome = runFamilies(Set.of("things_of_sheet"), "things");

      assertThat(outcome.published()).as("%s", outcome.findings()).isTrue();
      assertThat(outcome.findings())
          .extracting(Finding::line)
          .contains("taken out of publication: things_of_sheet@2020-06 [withdrawn]");
      assertThat(bench.warehouse().release("").withdrawn())
          .containsExactly("things_of_sheet@2020-06");
      assertStands("2020-06 sheets_of_sheet 4", "2020-06 things_of_thing 6");
      assertThat(bench.published("revision").where("indicator = 'things_of_sheet'").count())
          .isZero();
    }

    @Test
    void shouldWithdrawAWholeFamilyWithoutReadingADelivery() {
      run("2020-06");
      month("2020-07", 5, 5);
      run("2020-07");

      Outcome outcome = withdraw(folder.resolve("gone"), Set.of("sheets_of_sheet"), "sheets");

      assertThat(outcome.published()).as("%s", outcome.findings()).isTrue();
      assertThat(bench.warehouse().release("").withdrawn())
          .containsExactly("sheets_of_sheet@2020-06");
      assertStands(
          "2020-06 things_of_sheet 4",
          "2020-06 things_of_thing 6",
          "2020-07 sheets_of_sheet 10",
          "2020-07 things_of_sheet 10",
          "2020-07 things_of_thing 10");
    }

    @Test
    void shouldNotPublishAReleaseWithoutAnyRowEvenOnRequest() {
      run("2020-06");

      Outcome outcome =
          withdraw(
              country.delivery(), Set.of("sheets_of_sheet", "things_of_sheet", "things_of_thing"));

      assertBlocked(outcome, "no_values");
      assertStands(
          "2020-06 sheets_of_sheet 4", "2020-06 things_of_sheet 4", "2020-06 things_of_thing 6");
    }

    @Test
    void shouldSayWhereNothingIsPublishedThatCouldBeWithdrawn() {
      Outcome outcome = runFamilies(Set.of("things_of_sheet"), "things");

      assertBlocked(outcome, "nothing_to_withdraw");
      assertThat(bench.warehouse().latest()).isEmpty();
    }

    @Test
    void shouldPublishAgainWhatWasWithdrawnBefore() {
      run("2020-06");
      runFamilies(Set.of("things_of_sheet"), "things");
      run("2020-06");

      assertThat(bench.warehouse().release("").withdrawn()).isEmpty();
      assertStands(
          "2020-06 sheets_of_sheet 4", "2020-06 things_of_sheet 4", "2020-06 things_of_thing 6");
    }

    @Test
    void shouldNotLoseAGroupWhoseMembersAreNotDelivered() {
      run("2020-06");
      country.without("listing");

      Outcome outcome = run("2020-06");

      assertBlocked(outcome, "values_lost");
      assertThat(blocker(outcome).line())
          .isEqualTo(
              "listing 2020-06: group:listed would lose every value of 3 indicators published for"
                  + " 2020-06, since listing names no region that has delivered; deliver it with the"
                  + " members of the group [values_lost]");
    }

    private void month(String month, int things, int sheets) {
      country.totals(month, things, sheets);
      country.rows("thing/period=" + month + "/part.parquet", 0, things);
      if (sheets > 0) {
        country.rows("sheet/period=" + month + "/part.parquet", 0, sheets);
      }
    }
  }

  /** Whoever is found has delivered: only the files themselves tell. */
  @Nested
  class WithoutControlTotals {
    @BeforeEach
    void deliverJune() {
      jobs = country.plainJobs();
      month("2020-06");
    }

    @Test
    void shouldPublishNoneOfSeveralMonthsWhereOneHasNoFile() {
      month("2020-08");

      Outcome outcome = run("2020-06", "2020-07", "2020-08");

      assertThat(blockers(outcome))
          .extracting(Finding::rule, Finding::dataset, Finding::period)
          .containsExactlyInAnyOrder(
              org.assertj.core.groups.Tuple.tuple("no_file", "thing", "2020-07"),
              org.assertj.core.groups.Tuple.tuple("no_file", "sheet", "2020-07"));
      assertThat(blocker(outcome).message())
          .endsWith(
              ", and no control totals that could say that there was nothing to count; deliver it,"
                  + " without rows where there was nothing");
      assertThat(bench.warehouse().latest()).isEmpty();
    }

    @Test
    void shouldNotWipeAMonthWhoseFilesAreGone() {
      run("2020-06");
      country.without("sheet/period=2020-06");

      assertBlocked(run("2020-06"), "no_file");
      assertStands(
          "2020-06 sheets_of_sheet 4", "2020-06 things_of_sheet 4", "2020-06 things_of_thing 6");
    }

    @Test
    void shouldNotPublishAReleaseWithoutAnyRow() {
      country.without("sheet/period=2020-06");
      country.rows("sheet/period=2020-06/part.parquet", 0, 0);

      Outcome outcome = runFamilies(Set.of(), "sheets");

      assertBlocked(outcome, "no_values");
      assertThat(blocker(outcome).message())
          .startsWith("the family sheets would have no row in any region");
      assertThat(bench.warehouse().latest()).isEmpty();
    }

    private void month(String month) {
      country.rows("thing/period=" + month + "/part.parquet", 0, 3);
      country.rows("sheet/period=" + month + "/part.parquet", 0, 2);
    }
  }

  /** The folder itself is the wrong one. */
  @Nested
  class AFolderThatIsNoDelivery {
    @BeforeEach
    void deliverJune() throws Exception {
      jobs = country.plainJobs();
      country.rows("thing/period=2020-06/part.parquet", 0, 3);
      Files.createDirectories(folder.resolve("empty"));
    }

    @Test
    void shouldSayWhatADeliveryLooksLike() {
      assertRefused(
          "empty",
          "' is no delivery: the folder is empty; a delivery has a folder for each"
              + " dataset, such as ");
    }

    @Test
    void shouldNameTheFolderBelowOrAboveThatLooksLikeOne() {
      String delivery = "; '" + country.delivery() + "' looks like one";

      assertRefused("", "it holds no file of any dataset, but delivery, empty, jobs", delivery);
      assertRefused(
          "delivery/thing", "it holds no file of any dataset, but period=2020-06", delivery);
    }

    private void assertRefused(String name, String... parts) {
      assertThatThrownBy(
              () -> bench.run(folder.resolve(name), jobs, List.of(YearMonth.of(2020, 6))))
          .isInstanceOf(NoDeliveryException.class)
          .hasMessageContainingAll(parts);
      assertThat(bench.warehouse().latest()).isEmpty();
    }
  }

  private Outcome run(String... periods) {
    return bench.run(
        country.delivery(), jobs, Arrays.stream(periods).map(YearMonth::parse).toList());
  }

  private Outcome runFamilies(Set<String> withdrawn, String... families) {
    return withdraw(country.delivery(), withdrawn, families);
  }

  private Outcome withdraw(Path delivery, Set<String> withdrawn, String... families) {
    return bench.run(
        new Request(
            delivery.toString(),
            List.of(YearMonth.of(2020, 6)),
            Compilation.plan(Workbench.definitions(jobs), List.of(families)),
            "test",
            Request.Rerun.WHEN_CHANGED,
            Map.of(),
            null,
            new Withdrawals(withdrawn.isEmpty() ? Map.of() : Map.of("2020-06", withdrawn))));
  }

  private static void assertBlocked(Outcome outcome, String rule) {
    assertThat(outcome.published()).as("%s", outcome.findings()).isFalse();
    assertThat(blockers(outcome)).extracting(Finding::rule).containsExactly(rule);
  }

  private static List<Finding> blockers(Outcome outcome) {
    return outcome.findings().stream()
        .filter(finding -> finding.severity() == Finding.Severity.BLOCKER)
        .toList();
  }

  private static Finding blocker(Outcome outcome) {
    return blockers(outcome).get(0);
  }

  /** What readers see of the nation. */
  private void assertStands(String... cells) {
    Set<String> shown =
        bench
            .published("indicator_value")
            .where("region_code = 'XX'")
            .selectExpr("concat_ws(' ', period, indicator, int(value))")
            .collectAsList()
            .stream()
            .map(row -> row.getString(0))
            .collect(Collectors.toSet());
    assertThat(shown).isEqualTo(Stream.of(cells).collect(Collectors.toSet()));
  }
}
