package org.countywise.supplement;

import java.io.IOException;
import java.nio.file.Path;
import java.time.YearMonth;
import java.util.List;
import java.util.Map;
import java.util.stream.Collectors;
import org.countywise.report.Place;
import org.countywise.report.Problem;

/**
 * A form that was filled in, as far as it could be read.
 *
 * @param file its name in messages
 * @param unanswered how many rows are not answered
 * @param ignored names of columns that the form does not ask for
 * @param problems what is wrong with it
 */
public record FilledForm(
    String file,
    List<Answer> answers,
    int unanswered,
    List<String> ignored,
    List<Problem> problems) {

  /**
   * An answer.
   *
   * @param values by column of the dataset; none where a cell is empty or wrong
   */
  record Answer(CsvTable.Line line, Map<String, Object> values) {

    /** A value as text, empty where there is none. */
    String text(String column) {
      return String.valueOf(values.getOrDefault(column, ""));
    }

    /** Its values of a key in words. */
    String words(List<String> key) {
      return key.stream()
          .map(column -> column + " " + text(column))
          .collect(Collectors.joining(", "));
    }
  }

  Problem problem(Answer answer, String message) {
    return new Problem(new Place(file, answer.line().number()), message);
  }

  /**
   * Reads a form.
   *
   * @param period the month in which its answers were given
   * @throws RefusedException where the file is no form at all
   * @throws IOException if the file cannot be read
   */
  public static FilledForm read(Path file, AnswerForm form, YearMonth period) throws IOException {
    return new FormReader(form, CsvTable.read(file), period).read();
  }
}
