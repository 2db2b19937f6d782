package org.countywise.geography.history;

import static org.assertj.core.api.Assertions.assertThat;

import java.time.LocalDate;
import java.util.Set;
import org.junit.jupiter.api.Test;

/** Changes of codes are followed in both directions of time. */
class SuccessionTest {
  private static final LocalDate OLD = LocalDate.of(2014, 12, 31);
  private static final LocalDate NEW = LocalDate.of(2020, 12, 31);

  @Test
  void shouldFollowChainsOfChanges() {
    CodeHistory codeHistory =
        new Annals()
            .until("2016-01-01", "530121", "5301")
            .known("530122", "5301", LocalDate.of(2016, 1, 1), LocalDate.of(2018, 1, 1))
            .from("2018-01-01", "530102", "5301")
            .change("2016-01-01", "recode", "530121", "530122")
            .change("2018-01-01", "recode", "530122", "530102")
            .codeHistory();

    assertThat(successors(codeHistory, "530121", OLD, NEW)).containsExactly("530102");
    assertThat(successors(codeHistory, "530102", NEW, OLD)).containsExactly("530121");
    assertThat(successors(codeHistory, "530121", OLD, LocalDate.of(2017, 6, 30)))
        .containsExactly("530122");
  }

  @Test
  void shouldSumAMergeAndFindItsPartsBackwards() {
    CodeHistory codeHistory =
        new Annals()
            .until("2016-01-01", "530121", "5301")
            .until("2016-01-01", "530122", "5301")
            .from("2016-01-01", "530102", "5301")
            .change("2016-01-01", "merge", "530121", "530102")
            .change("2016-01-01", "merge", "530122", "530102")
            .codeHistory();

    assertThat(successors(codeHistory, "530121", OLD, NEW)).containsExactly("530102");
    assertThat(successors(codeHistory, "530122", OLD, NEW)).containsExactly("530102");
    assertThat(successors(codeHistory, "530102", NEW, OLD)).containsExactly("530121", "530122");
  }

  @Test
  void shouldNameAllSuccessorsOfASplit() {
    CodeHistory codeHistory =
        new Annals()
            .until("2016-01-01", "530121", "5301")
            .from("2016-01-01", "530102", "5301")
            .from("2016-01-01", "530103", "5301")
            .change("2016-01-01", "split", "530121", "530102", "530103")
            .codeHistory();

    assertThat(successors(codeHistory, "530121", OLD, NEW)).containsExactly("530102", "530103");
    assertThat(successors(codeHistory, "530103", NEW, OLD)).containsExactly("530121");
  }

  @Test
  void shouldLeaveACodeWhereItIsWhenItOnlyGaveAwayAPart() {
    CodeHistory codeHistory =
        new Annals()
            .always("530121", "5301")
            .always("530122", "5301")
            .change("2016-01-01", "transfer", "530121", "530122")
            .codeHistory();

    assertThat(successors(codeHistory, "530121", OLD, NEW)).containsExactly("530121");
    assertThat(successors(codeHistory, "530122", NEW, OLD)).containsExactly("530122");
  }

  @Test
  void shouldFollowSeveralChangesOfOneDay() {
    CodeHistory codeHistory =
        new Annals()
            .until("2016-01-01", "530121", "5301")
            .from("2016-01-01", "530103", "5301")
            .change("2016-01-01", "recode", "530121", "530102")
            .change("2016-01-01", "recode", "530102", "530103")
            .codeHistory();

    assertThat(successors(codeHistory, "530121", OLD, NEW)).containsExactly("530103");
    assertThat(successors(codeHistory, "530103", NEW, OLD)).containsExactly("530121");
  }

  @Test
  void shouldTakeTheLastChangeWhereItsDayIsNotThatOfTheRoster() {
    CodeHistory codeHistory =
        new Annals()
            .until("2016-01-01", "530121", "5301")
            .from("2016-01-01", "530102", "5301")
            .change("2015-11-20", "recode", "530121", "530102")
            .codeHistory();

    assertThat(successors(codeHistory, "530121", OLD, NEW)).containsExactly("530102");
    assertThat(successors(codeHistory, "530121", LocalDate.of(2015, 12, 31), NEW))
        .containsExactly("530102");
  }

  @Test
  void shouldKnowNothingOfACodeThatEndsWithoutAChange() {
    CodeHistory codeHistory = new Annals().until("2016-01-01", "530121", "5301").codeHistory();

    assertThat(successors(codeHistory, "530121", OLD, NEW)).isEmpty();
  }

  @Test
  void shouldEndAndReportChangesThatGoRoundInCircles() {
    CodeHistory codeHistory =
        new Annals()
            .until("2016-01-01", "530121", "5301")
            .change("2016-01-01", "recode", "530121", "530122")
            .change("2016-01-01", "recode", "530122", "530121")
            .codeHistory();

    assertThat(successors(codeHistory, "530121", OLD, NEW)).isEmpty();
    assertThat(new Succession(codeHistory).circular()).containsExactly("530121", "530122");
  }

  @Test
  void shouldNotTakeAnExchangeOfTerritoryForACircle() {
    CodeHistory codeHistory =
        new Annals()
            .always("530121", "5301")
            .always("530122", "5301")
            .change("2016-01-01", "transfer", "530121", "530122")
            .change("2016-01-01", "transfer", "530122", "530121")
            .codeHistory();

    assertThat(new Succession(codeHistory).circular()).isEmpty();
    assertThat(successors(codeHistory, "530121", OLD, NEW)).containsExactly("530121");
  }

  private static Set<String> successors(
      CodeHistory codeHistory, String code, LocalDate day, LocalDate other) {
    return new Succession(codeHistory).of(code, day, other);
  }
}
