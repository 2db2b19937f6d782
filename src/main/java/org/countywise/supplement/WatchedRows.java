package org.countywise.supplement;

import java.nio.file.Path;
import java.time.YearMonth;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import org.countywise.definition.Dataset;
import org.countywise.report.Problem;
import org.countywise.supplement.FilledForm.Answer;

/**
 * Holds answers against the rows that are watched: whom an answer speaks of must be known, in the
 * period or, where a household has left since, in a month before, and lie where the answer says.
 */
record WatchedRows(AnswerForm form, Path delivery, YearMonth period) {
  private static final int MONTHS = 60;

  List<Problem> problems(FilledForm filled) {
    Map<String, String> places = new HashMap<>();
    filled.answers().forEach(answer -> places.put(answer.text(form.watch().key()), null));
    for (int back = 0; back < MONTHS && places.containsValue(null); back++) {
      find(places, period.minusMonths(back));
    }
    List<Problem> problems = new ArrayList<>();
    for (Answer answer : filled.answers()) {
      String key = answer.text(form.watch().key());
      String message = key.isEmpty() ? "" : problem(answer, places.get(key));
      if (!message.isEmpty()) {
        problems.add(filled.problem(answer, message));
      }
    }
    return problems;
  }

  /** Fills in where those lie who are not found yet. */
  private void find(Map<String, String> places, YearMonth month) {
    Dataset watched = form.watched();
    String key = form.watch().key();
    boolean placed = watched.columns().containsKey(watched.region());
    List<String> columns = placed ? List.of(key, watched.region()) : List.of(key);
    Map<String, String> found = new HashMap<>();
    DatasetFolder.of(delivery, watched, month.toString())
        .forEach(
            columns,
            (file, row) -> {
              String who = row.get(key);
              if (places.containsKey(who) && places.get(who) == null) {
                found.put(who, placed ? row.get(watched.region()) : "");
              }
            });
    places.putAll(found);
  }

  private String problem(Answer answer, String place) {
    String column = form.answers().region();
    String said = answer.text(column);
    if (place == null) {
      return "%s is in no month of %s up to %s; take it from the list"
          .formatted(answer.words(List.of(form.watch().key())), form.watched().dataset(), period);
    }
    if (place.isEmpty() || said.isEmpty() || place.equals(said)) {
      return "";
    }
    return "%s lies in %s by %s, not in %s %s; correct the id, or write the code that the delivery has"
        .formatted(
            answer.words(List.of(form.watch().key())),
            place,
            form.watched().dataset(),
            column,
            said);
  }
}
