package org.countywise.supplement;

import java.time.LocalDate;
import java.time.YearMonth;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;
import org.countywise.definition.Dataset;
import org.countywise.report.Problem;
import org.countywise.report.Suggestion;
import org.countywise.report.Visible;
import org.countywise.supplement.CsvTable.Line;
import org.countywise.supplement.FilledForm.Answer;

/** From the lines of a file to answers, strictly, with all problems at once. */
final class FormReader {
  private final AnswerForm form;
  private final CsvTable table;
  private final YearMonth period;
  private final Set<String> asked;
  private final List<Problem> problems = new ArrayList<>();
  private final List<Answer> answers = new ArrayList<>();
  private int unanswered;

  FormReader(AnswerForm form, CsvTable table, YearMonth period) {
    this.form = form;
    this.table = table;
    this.period = period;
    this.asked = form.asked();
  }

  FilledForm read() {
    Map<String, Integer> columns = columns();
    table.lines().forEach(line -> read(line, columns));
    refuseRepeated();
    List<String> ignored =
        table.head().stream()
            .filter(name -> !name.isEmpty() && !columns.containsKey(name))
            .toList();
    return new FilledForm(table.file(), answers, unanswered, ignored, problems);
  }

  /** Where the columns of the form stand. */
  private Map<String, Integer> columns() {
    Map<String, Integer> columns = new LinkedHashMap<>();
    List<String> missing = new ArrayList<>();
    for (String name : form.columns()) {
      int at = table.head().indexOf(name);
      if (at < 0) {
        missing.add(name);
      } else if (at != table.head().lastIndexOf(name)) {
        throw CsvTable.refused(
            table.file(), 1, "the column %s is there twice; leave one".formatted(name));
      }
      columns.put(name, at);
    }
    if (!missing.isEmpty()) {
      throw CsvTable.refused(table.file(), 1, lacks(missing));
    }
    return columns;
  }

  private String lacks(List<String> missing) {
    return "the head lacks %s%s; give back all columns of the form: %s"
        .formatted(
            String.join(", ", missing),
            Suggestion.nearest(missing.get(0), table.head())
                .map(near -> " (is " + Visible.quoted(near) + " meant?)")
                .orElse(""),
            String.join(", ", form.columns()));
  }

  private void read(Line line, Map<String, Integer> columns) {
    if (line.cells().size() > table.head().size()) {
      problems.add(
          table.problem(
              line,
              "%d cells under a head of %d; put a cell with a separator in it between quotes"
                  .formatted(line.cells().size(), table.head().size())));
    } else if (asked.stream().allMatch(name -> line.cell(columns.get(name)).isEmpty())) {
      unanswered++;
    } else {
      Map<String, Object> values = new HashMap<>();
      columns.forEach((name, at) -> read(line, name, line.cell(at), values));
      answers.add(new Answer(line, values));
    }
  }

  private void read(Line line, String name, String cell, Map<String, Object> values) {
    Dataset.Column column = form.answers().columns().get(name);
    try {
      if (!cell.isEmpty()) {
        Object value = Cells.value(name, column, cell);
        refuseElsewhere(name, value);
        values.put(name, value);
      } else if (!Boolean.TRUE.equals(column.optional())) {
        problems.add(table.problem(line, empty(name)));
      }
    } catch (IllegalArgumentException wrong) {
      problems.add(table.problem(line, wrong.getMessage()));
    }
  }

  private String empty(String name) {
    return asked.contains(name)
        ? "%s is empty; fill it in, or empty %s too where the alert is not answered yet"
            .formatted(
                name, String.join(", ", asked.stream().filter(of -> !of.equals(name)).toList()))
        : "%s is empty; take it from the list".formatted(name);
  }

  /** A day in another month, and a code of another level, would be counted where none looks. */
  private void refuseElsewhere(String name, Object value) {
    if (value instanceof LocalDate day
        && form.answers().kind() == Dataset.Kind.EVENTS
        && !YearMonth.from(day).equals(period)) {
      throw new IllegalArgumentException(
          "%s %s is not in %s; correct it, or give the answers of %s back in a file of their own with --period %s"
              .formatted(name, day, period, YearMonth.from(day), YearMonth.from(day)));
    }
    if (name.equals(form.answers().region()) && !form.place().isOf((String) value)) {
      throw new IllegalArgumentException(
          "%s '%s' is not the code of a %s, which has %d digits; take it from the list"
              .formatted(name, value, form.place().level(), form.place().digits()));
    }
  }

  private void refuseRepeated() {
    List<String> key = form.answers().keyColumns();
    Map<List<Object>, Answer> first = new HashMap<>();
    for (Answer answer : answers) {
      if (key.isEmpty() || !answer.values().keySet().containsAll(key)) {
        continue;
      }
      Answer other = first.putIfAbsent(key.stream().map(answer.values()::get).toList(), answer);
      if (other != null) {
        problems.add(
            table.problem(
                answer.line(),
                "%s is answered in line %d already; leave one of them"
                    .formatted(answer.words(key), other.line().number())));
      }
    }
  }
}
