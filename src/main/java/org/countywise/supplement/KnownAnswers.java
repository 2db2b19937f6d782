package org.countywise.supplement;

import java.nio.file.Path;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.TreeMap;
import org.countywise.report.Problem;
import org.countywise.supplement.FilledForm.Answer;

/**
 * The answers that a month of a delivery holds already.
 *
 * @param files by key, where there is one
 * @param rows by the unit that delivered them
 */
record KnownAnswers(Map<List<String>, Path> files, Map<String, Long> rows) {

  static KnownAnswers read(AnswerForm form, DatasetFolder folder) {
    List<String> key = form.answers().keyColumns();
    String region = form.answers().region();
    Set<String> columns = new HashSet<>(key);
    columns.add(region);
    KnownAnswers known = new KnownAnswers(new HashMap<>(), new TreeMap<>());
    folder.forEach(
        List.copyOf(columns),
        (file, row) -> {
          known.files().put(key.stream().map(row::get).toList(), file);
          known.rows().merge(form.unitOf(row.get(region)), 1L, Long::sum);
        });
    return known;
  }

  /** Answers of a form that are there already. */
  List<Problem> problems(FilledForm filled, List<String> key) {
    List<Problem> problems = new ArrayList<>();
    for (Answer answer : filled.answers()) {
      Path file = key.isEmpty() ? null : files.get(key.stream().map(answer::text).toList());
      if (file != null) {
        problems.add(
            filled.problem(
                answer,
                "%s is answered in %s already; empty the answer here, it is not replaced"
                    .formatted(answer.words(key), file)));
      }
    }
    return problems;
  }
}
