package org.countywise.supplement;

import java.nio.file.Path;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.TreeMap;
import java.util.stream.Collectors;
import org.countywise.definition.Dataset;
import org.countywise.definition.Delivery;
import org.countywise.parquet.FileSchema;
import org.countywise.parquet.ParquetFile;
import org.countywise.parquet.Row;
import org.countywise.parquet.StoredRows;
import org.countywise.report.Problem;
import org.countywise.supplement.FilledForm.Answer;

/**
 * The control totals of the answers in a month: how many rows each unit says it delivered. A run
 * holds them against the rows it reads, so they are raised by what is added, never set to what is
 * there: a difference that was there before stays to be seen.
 */
final class ControlTotals {
  private final AnswerForm form;
  private final DatasetFolder folder;
  private final Delivery.ControlTotals names;
  private final Map<String, Set<Long>> announced = new TreeMap<>();
  private final Set<Path> files = new HashSet<>();

  /**
   * What becomes of the total of a unit.
   *
   * @param before null where it had none
   */
  public record Raised(String unit, long added, Long before, long after) {}

  ControlTotals(AnswerForm form, DatasetFolder folder) {
    this.form = form;
    this.folder = folder;
    this.names = form.definitions().delivery().controlTotals();
    folder.forEach(
        List.of(names.of(), names.region(), names.rows()), (file, row) -> add(file, row));
  }

  private void add(Path file, Map<String, String> row) {
    if (row.get(names.of()).equals(form.answers().dataset()) && !row.get(names.rows()).isEmpty()) {
      announced
          .computeIfAbsent(row.get(names.region()), unit -> new HashSet<>())
          .add(Long.parseLong(row.get(names.rows())));
      files.add(file);
    }
  }

  /** Answers of units whose total cannot be raised. */
  List<Problem> problems(FilledForm filled, Map<String, Long> rows, boolean complete) {
    List<Problem> problems = new ArrayList<>();
    Set<String> seen = new HashSet<>();
    for (Answer answer : filled.answers()) {
      String unit = form.unitOf(answer.text(form.answers().region()));
      if (!unit.isEmpty() && seen.add(unit)) {
        String problem = problem(unit, rows.getOrDefault(unit, 0L), complete);
        if (!problem.isEmpty()) {
          problems.add(filled.problem(answer, problem));
        }
      }
    }
    return problems;
  }

  private String problem(String unit, long rows, boolean complete) {
    Set<Long> totals = announced.getOrDefault(unit, Set.of());
    String of = form.answers().dataset();
    if (totals.isEmpty() && rows == 0 && !complete) {
      return "%s has no control total of %s in %s: it has not delivered; if this form has all its answers of the month, say so with --complete"
          .formatted(unit, of, folder.folder());
    }
    boolean right = totals.isEmpty() ? rows == 0 : totals.equals(Set.of(rows));
    return right
        ? ""
        : "%s has delivered %d of the rows of %s that it announces (%s) in %s; put that right first, no run would publish it"
            .formatted(unit, rows, of, announced(totals), folder.folder());
  }

  private static String announced(Set<Long> totals) {
    return totals.isEmpty()
        ? "none"
        : totals.stream().sorted().map(String::valueOf).collect(Collectors.joining(", "));
  }

  /** The totals of all units that have answers, by unit. */
  List<Raised> raised(FilledForm filled) {
    Map<String, Long> added = new TreeMap<>();
    filled
        .answers()
        .forEach(
            answer ->
                added.merge(form.unitOf(answer.text(form.answers().region())), 1L, Long::sum));
    return added.entrySet().stream().map(unit -> raised(unit.getKey(), unit.getValue())).toList();
  }

  private Raised raised(String unit, long added) {
    Long before = announced.getOrDefault(unit, Set.of()).stream().findFirst().orElse(null);
    return new Raised(unit, added, before, (before == null ? 0 : before) + added);
  }

  /** Writes them: in their files where there were some, else in a new one. */
  void write(List<Raised> raised, FileChanges changes, LocalDate today) {
    Map<String, Long> totals = new TreeMap<>();
    raised.stream()
        .filter(of -> of.before() != null)
        .forEach(of -> totals.put(of.unit(), of.after()));
    if (!totals.isEmpty()) {
      files.stream()
          .sorted()
          .forEach(
              file ->
                  changes.write(
                      file,
                      draft -> new StoredRows(file).copyTo(draft, row -> change(row, totals))));
    }
    List<Raised> first = raised.stream().filter(of -> of.before() == null).toList();
    if (!first.isEmpty()) {
      changes.write(folder.file(changes.id()), draft -> write(first, draft, today));
    }
  }

  private Map<String, Long> change(Map<String, String> row, Map<String, Long> totals) {
    Long total = totals.get(row.get(folder.nameInFiles(names.region())));
    boolean ours =
        form.answers().dataset().equals(row.get(folder.nameInFiles(names.of()))) && total != null;
    return ours ? Map.of(folder.nameInFiles(names.rows()), total) : Map.of();
  }

  /** Totals of units that had none, delivered today. */
  private void write(List<Raised> raised, Path file, LocalDate today) {
    Dataset dataset = folder.dataset();
    List<String> columns = new ArrayList<>(List.of(names.of(), names.region(), names.rows()));
    dataset
        .columns()
        .forEach(
            (name, column) -> {
              if (column.type().equals("date")) {
                columns.add(name);
              }
            });
    try (ParquetFile out = ParquetFile.create(file, FileSchema.of(dataset, columns))) {
      for (Raised of : raised) {
        List<Object> values =
            new ArrayList<>(List.of(form.answers().dataset(), of.unit(), of.after()));
        while (values.size() < columns.size()) {
          values.add(today);
        }
        out.write(Row.of(values.toArray()));
      }
    }
  }
}
