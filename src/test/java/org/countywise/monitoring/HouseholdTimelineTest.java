package org.countywise.monitoring;

import static org.assertj.core.api.Assertions.assertThat;

import java.math.BigDecimal;
import java.util.List;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;

/** The ledger of one household, without Spark. */
class HouseholdTimelineTest {
  private static final List<String> MONTHS =
      List.of("2020-04", "2020-05", "2020-06", "2020-07", "2020-08");
  private static final String RULE = "low_income";

  private final HouseholdTimeline householdTimeline = new HouseholdTimeline();

  @BeforeEach
  void liesSomewhere() {
    householdTimeline.lies("2020-04", "522633100001");
  }

  @Test
  void shouldStayOneAlertOverTheMonthsWhileNobodyAnswers() {
    holds("2020-05", "2020-06", "2020-07");

    assertThat(told())
        .containsExactly(
            "2020-05 open since 2020-05",
            "2020-06 open since 2020-05",
            "2020-07 open since 2020-05",
            "2020-08 open since 2020-05");
  }

  @Test
  void shouldKeepWhatWasObservedInTheLastMonthTheConditionHeld() {
    householdTimeline.sees(RULE, low("2020-04"));
    householdTimeline.sees(RULE, new Alert.Sight("2020-05", sum(500_000), sum(900_000), 200));

    assertThat(householdTimeline.tell(MONTHS))
        .extracting(entry -> entry.alert().seen().observed())
        .as("observed from April to August")
        .containsExactly(sum(794_400), sum(500_000), sum(500_000), sum(500_000), sum(500_000));
    assertThat(householdTimeline.tell(MONTHS))
        .extracting(entry -> entry.alert().seen().month())
        .as("month of it")
        .containsExactly("2020-04", "2020-05", "2020-05", "2020-05", "2020-05");
  }

  @Test
  void shouldCloseWithTheMonthOfADismissal() {
    holds("2020-04");
    answers("2020-06", "dismissed");

    assertThat(told())
        .containsExactly(
            "2020-04 open since 2020-04",
            "2020-05 open since 2020-04",
            "2020-06 dismissed since 2020-04, dismissed in 2020-06");
  }

  @Test
  void shouldCloseWithADataError() {
    holds("2020-04");
    answers("2020-04", "data_error");

    assertThat(told()).containsExactly("2020-04 data_error since 2020-04, data_error in 2020-04");
  }

  @Test
  void shouldTakeAnAnswerInTheMonthOfRaising() {
    holds("2020-08");
    answers("2020-08", "confirmed");

    assertThat(told()).containsExactly("2020-08 confirmed since 2020-08, confirmed in 2020-08");
  }

  @Test
  void shouldRaiseNothingNewBeforeTheConditionHasLapsed() {
    holds("2020-04", "2020-05", "2020-06", "2020-08");
    answers("2020-05", "dismissed");

    assertThat(told())
        .as("answered while it held; July is the month without")
        .containsExactly(
            "2020-04 open since 2020-04",
            "2020-05 dismissed since 2020-04, dismissed in 2020-05",
            "2020-08 open since 2020-08");
  }

  @Test
  void shouldRaiseANewAlertAtOnceWhereTheConditionHadLapsedBeforeTheAnswer() {
    holds("2020-04", "2020-06");
    answers("2020-05", "dismissed");

    assertThat(told())
        .containsExactly(
            "2020-04 open since 2020-04",
            "2020-05 dismissed since 2020-04, dismissed in 2020-05",
            "2020-06 open since 2020-06",
            "2020-07 open since 2020-06",
            "2020-08 open since 2020-06");
  }

  @Test
  void shouldWaitForHelpAndEndWithIt() {
    holds("2020-04");
    answers("2020-05", "confirmed");
    householdTimeline.gets("2020-06", "2020-03");
    householdTimeline.gets("2020-07", "2020-03");
    householdTimeline.gets("2020-07", "2020-07");

    assertThat(told())
        .as("help that began before the alert is none")
        .containsExactly(
            "2020-04 open since 2020-04",
            "2020-05 confirmed since 2020-04, confirmed in 2020-05",
            "2020-06 confirmed since 2020-04, confirmed in 2020-05",
            "2020-07 assisted since 2020-04, confirmed in 2020-05");
  }

  @Test
  void shouldCountHelpThatBeganInTheMonthOfTheAlert() {
    holds("2020-04");
    answers("2020-04", "confirmed");
    householdTimeline.gets("2020-04", "2020-04");

    assertThat(told()).containsExactly("2020-04 assisted since 2020-04, confirmed in 2020-04");
  }

  @Test
  void shouldHoldANewAlertBesideAConfirmedOneThatWaits() {
    holds("2020-04", "2020-06");
    answers("2020-04", "confirmed");

    assertThat(told())
        .contains(
            "2020-06 confirmed since 2020-04, confirmed in 2020-04", "2020-06 open since 2020-06");
  }

  @Test
  void shouldTellAnswersThatNoAlertWaitedFor() {
    householdTimeline.hears("2020-05", RULE, "confirmed", "522632100001");

    assertThat(householdTimeline.tell(MONTHS))
        .containsExactly(new HouseholdTimeline.Entry("2020-05", RULE, "522632100001", null));
  }

  @Test
  void shouldLieWhereTheHouseholdLiesAndLayLast() {
    householdTimeline.lies("2020-05", "522633100002");
    holds("2020-04");

    assertThat(householdTimeline.tell(MONTHS))
        .extracting(HouseholdTimeline.Entry::region)
        .as("moved in May, in no registry from June on")
        .containsExactly(
            "522633100001", "522633100002", "522633100002", "522633100002", "522633100002");
  }

  @Test
  void shouldKeepRulesApart() {
    holds("2020-08");
    householdTimeline.sees("job_loss", new Alert.Sight("2020-08", sum(0), sum(1), 1));
    answers("2020-08", "dismissed");

    assertThat(householdTimeline.tell(MONTHS))
        .extracting(entry -> entry.rule() + " " + entry.alert().status())
        .containsExactly("job_loss open", "low_income dismissed");
  }

  private void holds(String... months) {
    for (String month : months) {
      householdTimeline.sees(RULE, low(month));
    }
  }

  private void answers(String month, String outcome) {
    householdTimeline.hears(month, RULE, outcome, "522633100001");
  }

  private List<String> told() {
    return householdTimeline.tell(MONTHS).stream().map(HouseholdTimelineTest::said).toList();
  }

  private static String said(HouseholdTimeline.Entry entry) {
    Alert alert = entry.alert();
    return entry.month()
        + " "
        + alert.status()
        + " since "
        + alert.first()
        + (alert.answer() == null ? "" : ", " + alert.answer() + " in " + alert.answered());
  }

  private static Alert.Sight low(String month) {
    return new Alert.Sight(month, sum(794_400), sum(1_000_000), 200);
  }

  private static BigDecimal sum(long fen) {
    return BigDecimal.valueOf(fen);
  }
}
