package org.countywise.supplement;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.io.IOException;
import java.nio.charset.Charset;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.LocalDate;
import java.time.YearMonth;
import java.util.List;
import java.util.Map;
import org.countywise.Workbench;
import org.countywise.report.Problem;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

/** What comes back from a spreadsheet is read for what it is, or refused with line and remedy. */
class FilledFormTest {
  private static final AnswerForm FORM = AnswerForm.of(Workbench.definitions("jobs"));
  private static final String HEAD = "household_id,rule,village_code,verified_on,outcome,level\n";
  private static final String ANSWERED = "12,job_loss,520101001001,2020-07-05,confirmed,village\n";

  @TempDir private Path folder;

  @Test
  void shouldAskForTheColumnsOfTheDatasetThatTheAlertDoesNotGive() {
    assertThat(FORM.columns())
        .containsExactly("household_id", "rule", "village_code", "verified_on", "outcome", "level");
    assertThat(FORM.asked()).containsExactly("verified_on", "outcome", "level");
  }

  @Test
  void shouldReadAnswersAndCountTheRowsWithoutOne() throws IOException {
    FilledForm form = read(HEAD + ANSWERED + "13,job_loss,520101001001,,,\n");

    assertThat(form.problems()).isEmpty();
    assertThat(form.unanswered()).isEqualTo(1);
    assertThat(form.answers())
        .singleElement()
        .extracting(FilledForm.Answer::values)
        .isEqualTo(
            Map.of(
                "household_id", 12L,
                "rule", "job_loss",
                "village_code", "520101001001",
                "verified_on", LocalDate.of(2020, 7, 5),
                "outcome", "confirmed",
                "level", "village"));
  }

  @Test
  void shouldReadWhatSpreadsheetsMakeOfIt() throws IOException {
    FilledForm plain = read(HEAD + ANSWERED);
    String asExcelSavesIt =
        String.join(
            "\r\n",
            "\uFEFFHousehold_ID;rule;village_code;verified_on;outcome;level;;",
            "'12; job_loss ;'520101001001;2020/7/5;Confirmed;village;;",
            ";;;;;;;");
    String withTabs = (HEAD + ANSWERED).replace(',', '\t').replace("2020-07-05", "2020年7月5日");

    assertThat(read(asExcelSavesIt).answers().get(0).values())
        .isEqualTo(plain.answers().get(0).values());
    assertThat(read(withTabs).answers().get(0).values()).isEqualTo(plain.answers().get(0).values());
  }

  @Test
  void shouldReadTheChineseCharactersOfAnOlderSpreadsheetAndLeaveOutWhatItDoesNotAskFor()
      throws IOException {
    String text = HEAD.strip() + ",备注\n" + ANSWERED.strip() + ",\"已入户, 情况属实\"\n";

    FilledForm form = read(text.getBytes(Charset.forName("GB18030")));

    assertThat(form.problems()).isEmpty();
    assertThat(form.answers()).hasSize(1);
    assertThat(form.ignored()).containsExactly("备注");
  }

  @ParameterizedTest
  @CsvSource(
      delimiter = '|',
      textBlock =
          """
          12,job_los,520101001001,2020-07-05,confirmed,village     | rule 'job_los' is not known; did you mean 'job_loss'?
          12,job_loss,520101001001,2020-07-05,true,village         | outcome 'true' is not known; known values are confirmed, dismissed, data_error
          12,job_loss,520101001001,2020-07-05,confirmed,nation     | level 'nation' is not known; known values are village, township, county
          12,job_loss,520101001001,5/7/2020,confirmed,village      | verified_on '5/7/2020' is no day; write year, month and day as 2020-07-05
          12,job_loss,520101001001,2020-02-30,confirmed,village    | verified_on '2020-02-30' is a day that does not exist
          12,job_loss,520101001001,2020-08-01,confirmed,village    | verified_on 2020-08-01 is not in 2020-07; correct it, or give the answers of 2020-08 back
          12,job_loss,520101001001,,confirmed,village              | verified_on is empty; fill it in, or empty outcome, level too
          12,job_loss,520101001001,2020-07-05,,village             | outcome is empty; fill it in
          ,job_loss,520101001001,2020-07-05,confirmed,village      | household_id is empty; take it from the list
          12,job_loss,520101,2020-07-05,confirmed,village          | village_code '520101' is not the code of a village, which has 12 digits
          12,job_loss,5.20101E+11,2020-07-05,confirmed,village     | village_code '5.20101E+11' is a number that a spreadsheet has shortened
          1.2E+3,job_loss,520101001001,2020-07-05,confirmed,village | household_id '1.2E+3' is a number that a spreadsheet has shortened
          -12,job_loss,520101001001,2020-07-05,confirmed,village   | household_id '-12' is no whole number; write its digits only
          99999999999999999999,job_loss,520101001001,2020-07-05,confirmed,village | household_id '99999999999999999999' is larger than
          0123456789abcdef0123456789abcdef,job_loss,520101001001,2020-07-05,confirmed,village | is a pseudonym; make the form without --pseudonyms
          12,job_loss,520101001001,2020-07-05,confirmed,village,x  | 7 cells under a head of 6; put a cell with a separator in it between quotes
          """)
  void shouldSayValueRuleAndRemedyOfWhatIsWrong(String line, String message) throws IOException {
    assertThat(read(HEAD + "\n" + line + "\n").problems())
        .singleElement()
        .extracting(Problem::toString)
        .asString()
        .contains("form.csv:3: ")
        .contains(message.strip());
  }

  @Test
  void shouldNameAllProblemsAtOnceEachWithItsLine() throws IOException {
    FilledForm form =
        read(
            HEAD
                + ANSWERED
                + "13,job_loss,52,2020-7-5,yes,village\n"
                + ANSWERED
                + "\"a\nb\",,,,,x\n");

    assertThat(form.problems())
        .extracting(problem -> problem.place().line())
        .containsExactly(3, 3, 5, 5, 5, 5, 5, 5, 4);
    assertThat(form.problems())
        .extracting(Problem::message)
        .contains(
            "household_id 12, rule job_loss is answered in line 2 already; leave one of them");
  }

  @ParameterizedTest
  @ValueSource(
      strings = {
        "",
        "\n,,\n",
        "household_id,rule,village_code,verified,outcome,level\n",
        "household_id,rule,rule,village_code,verified_on,outcome,level\n",
        "household_id,rule,village_code,verified_on,outcome,level\n\"12,job_loss\n",
        "PK\u0003\u0004\u0000"
      })
  void shouldRefuseWhatIsNoForm(String text) {
    assertThatThrownBy(() -> read(text))
        .isInstanceOf(RefusedException.class)
        .hasMessageMatching("(?s).*form\\.csv(:\\d)?: .+; .+|.*form\\.csv:1: the head lacks .+");
  }

  @Test
  void shouldNameTheColumnThatWasMeant() {
    assertThatThrownBy(() -> read(HEAD.replace("verified_on", "verified-on")))
        .hasMessageContaining("the head lacks verified_on (is 'verified-on' meant?)")
        .hasMessageContaining(
            "give back all columns of the form: " + String.join(", ", FORM.columns()));
  }

  private FilledForm read(String text) throws IOException {
    return read(text.getBytes(StandardCharsets.UTF_8));
  }

  private FilledForm read(byte[] bytes) throws IOException {
    Path file = folder.resolve("form.csv");
    Files.write(file, bytes);
    return FilledForm.read(file, FORM, YearMonth.of(2020, 7));
  }

  /** The least that a message must hold is checked above; this one says that none is lost. */
  @Test
  void shouldPutEveryProblemOnALineOfItsOwn() throws IOException {
    List<Problem> problems = read(HEAD + "12,job_loss,52,2020-7-5,yes,no\n").problems();

    assertThat(new RefusedException(problems).getMessage().lines()).hasSize(problems.size());
  }
}
