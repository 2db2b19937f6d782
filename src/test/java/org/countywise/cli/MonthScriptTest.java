package org.countywise.cli;

import static org.assertj.core.api.Assertions.assertThat;

import java.nio.file.Path;
import java.time.YearMonth;
import java.time.ZoneOffset;
import org.countywise.report.Finding;
import org.countywise.report.FindingType;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

/** What {@code conf/schedule/month.sh} makes of each way a run can end. */
class MonthScriptTest {
  private static final Finding ABSENT =
      FindingType.NOT_DELIVERED_YET
          .in("delivery", "2020-10")
          .saying("no_month")
          .with("file", "delivery/period=2020-10/*.parquet")
          .build();
  private static final Finding DIFFERENT =
      FindingType.CONTROL_TOTAL
          .in("person", "2020-10", "522633")
          .rows(8)
          .with("announced", 9)
          .build();

  @TempDir Path folder;

  private MonthScript ending(int... codes) {
    return new MonthScript(folder, codes);
  }

  @Test
  void shouldPassArgumentsOnAndSayNothingWhereAllIsWell() throws Exception {
    MonthScript script = ending(0).finding();

    MonthScript.Said said =
        script.run("--delivery", "D", "--warehouse", "W", "--period", "2020-10", "employment");

    assertThat(said.exit()).isZero();
    assertThat(said.err()).isEmpty();
    assertThat(said.out()).as("the outcome as JSON").contains("\"published\" : false");
    assertThat(script.calls())
        .containsExactly(
            "run --json --quiet --delivery D --warehouse W --period 2020-10 employment");
  }

  @Test
  void shouldRunTheMonthBeforeWhereNoneIsNamed() throws Exception {
    YearMonth before = YearMonth.now(ZoneOffset.UTC).minusMonths(1);
    MonthScript script = ending(0).with("TZ", "UTC");

    script.run("--delivery", "D", "--warehouse", "W");

    assertThat(script.calls())
        .as("the month before, on either side of midnight")
        .first()
        .asString()
        .matches(".* --warehouse W --period (%s|%s)".formatted(before, before.plusMonths(1)));
  }

  @Test
  void shouldTakeAMonthInOneWordToo() throws Exception {
    MonthScript script = ending(0);

    script.run("--delivery", "D", "--warehouse", "W", "--period=2020-10");

    assertThat(script.calls())
        .containsExactly("run --json --quiet --delivery D --warehouse W --period=2020-10");
  }

  @ParameterizedTest
  @CsvSource({
    "1, 'findings block it; ''countywise findings --warehouse W'' lists them (exit code 1)'",
    "64, the sentence above says what to put right (exit code 64)"
  })
  void shouldNotTryAgainWhatSomebodyHasToLookAt(int code, String sentence) throws Exception {
    MonthScript script = ending(code, 0).finding(DIFFERENT).with("COUNTYWISE_ATTEMPTS", "3");

    MonthScript.Said said = script.run("--period", "2020-10");

    assertThat(said.exit()).isEqualTo(code);
    assertThat(said.err()).contains("month.sh: nothing was published, " + sentence);
    assertThat(script.calls()).hasSize(1);
  }

  @Test
  void shouldEndWithACodeOfItsOwnWhereTheMonthIsNotDeliveredYet() throws Exception {
    MonthScript script = ending(1).finding(ABSENT);

    MonthScript.Said said = script.run("--period", "2020-10");

    assertThat(said.exit()).isEqualTo(75);
    assertThat(said.err())
        .isEqualTo(
            "month.sh: nothing was published, the month is not delivered yet (exit code 75)\n");
    assertThat(said.out()).contains("\"rule\" : \"not_delivered_yet\"");
  }

  @Test
  void shouldNotWaitForAMonthThatIsBlockedForAnotherReasonToo() throws Exception {
    MonthScript script = ending(1).finding(ABSENT, DIFFERENT);

    assertThat(script.run("--period", "2020-09..2020-10").exit()).isEqualTo(1);
  }

  @ParameterizedTest
  @ValueSource(ints = {2, 137})
  void shouldTryAFailureAgain(int code) throws Exception {
    MonthScript script = ending(code, 0).with("COUNTYWISE_ATTEMPTS", "3");

    MonthScript.Said said = script.run("--period", "2020-10");

    assertThat(said.exit()).isZero();
    assertThat(said.err())
        .contains("the engine failed (exit code " + code + "); 'countywise releases ")
        .contains("trying again in 0 seconds");
    assertThat(script.calls()).hasSize(2);
  }

  @Test
  void shouldGiveUpAfterTheAttemptsItMayMake() throws Exception {
    MonthScript script = ending(1, 1, 1, 0).finding(ABSENT).with("COUNTYWISE_ATTEMPTS", "3");

    assertThat(script.run("--period", "2020-10").exit()).isEqualTo(75);
    assertThat(script.calls()).hasSize(3);
  }

  @ParameterizedTest
  @CsvSource({"COUNTYWISE_ATTEMPTS, 0, 1", "COUNTYWISE_PAUSE, 30m, 0", "COUNTYWISE_PAUSE, -1, 0"})
  void shouldRefuseWhatIsNoNumber(String name, String value, int least) throws Exception {
    MonthScript script = ending(0).with(name, value);

    MonthScript.Said said = script.run("--period", "2020-10");

    assertThat(said.exit()).isEqualTo(64);
    assertThat(said.err())
        .isEqualTo(
            "month.sh: %s is '%s'; it must be a whole number from %d on\n"
                .formatted(name, value, least));
    assertThat(script.calls()).isEmpty();
  }
}
