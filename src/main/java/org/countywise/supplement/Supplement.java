package org.countywise.supplement;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.LocalDate;
import java.time.YearMonth;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import org.countywise.definition.Definitions;
import org.countywise.definition.Delivery;
import org.countywise.parquet.FileSchema;
import org.countywise.parquet.ParquetFile;
import org.countywise.parquet.Row;
import org.countywise.report.Hash;
import org.countywise.report.Problem;

/**
 * Adds the answers of a form to a month of a delivery: one more file of the dataset of answers, and
 * the control totals with it. What is there is never replaced, and a failure leaves the delivery as
 * it was.
 *
 * @param delivery a local folder
 * @param complete whether a unit that has not delivered answers yet delivers all of them now
 * @param today the day on which control totals that were not there are delivered
 */
public record Supplement(Path delivery, YearMonth period, boolean complete, LocalDate today) {
  private static final int DIGITS = 12;

  /**
   * What was added.
   *
   * @param file that holds the answers
   * @param totals by unit; none where the definitions know no control totals
   */
  public record Added(String file, int answers, List<ControlTotals.Raised> totals) {}

  /**
   * Adds them.
   *
   * @throws RefusedException where the form does not fit the delivery, or does not fit itself
   * @throws IllegalArgumentException where the definitions do not say where the answers belong, or
   *     a file of the delivery cannot be read or written
   */
  public Added add(AnswerForm form, FilledForm filled) {
    DatasetFolder folder = DatasetFolder.of(delivery, form.answers(), period.toString());
    Optional<DatasetFolder> totals = totals(form.definitions());
    List<Path> folders = new ArrayList<>(List.of(folder.folder()));
    totals.ifPresent(of -> folders.add(of.folder()));
    try {
      return DeliveryLock.alone(
          delivery,
          () -> {
            FileChanges.takeBack(folders);
            return add(form, filled, folder, totals.map(of -> new ControlTotals(form, of)));
          });
    } catch (IOException e) {
      throw new UncheckedIOException("cannot write to " + delivery, e);
    }
  }

  private Optional<DatasetFolder> totals(Definitions definitions) {
    Delivery.ControlTotals names = definitions.delivery().controlTotals();
    return Optional.ofNullable(names)
        .map(of -> definitions.datasets().get(of.dataset()))
        .map(of -> DatasetFolder.of(delivery, of, period.toString()));
  }

  private Added add(
      AnswerForm form, FilledForm filled, DatasetFolder folder, Optional<ControlTotals> totals)
      throws IOException {
    KnownAnswers known = KnownAnswers.read(form, folder);
    List<Problem> problems = new ArrayList<>(filled.problems());
    problems.addAll(known.problems(filled, form.answers().keyColumns()));
    problems.addAll(new WatchedRows(form, delivery, period).problems(filled));
    totals.ifPresent(of -> problems.addAll(of.problems(filled, known.rows(), complete)));
    if (!problems.isEmpty()) {
      throw new RefusedException(problems);
    }
    FileChanges changes = FileChanges.begin(id(filled));
    Path file = folder.file(changes.id());
    if (Files.isRegularFile(file)) {
      throw new IllegalArgumentException(
          "these answers are in the delivery already, in %s; nothing was added".formatted(file));
    }
    List<ControlTotals.Raised> raised = totals.map(of -> of.raised(filled)).orElse(List.of());
    try {
      totals.ifPresent(of -> of.write(raised, changes, today));
      changes.write(file, draft -> write(form, filled, draft));
      changes.commit();
    } catch (IOException | UncheckedIOException e) {
      changes.abandon();
      throw new IllegalArgumentException(
          "cannot add to '%s' (%s), which is as it was; it needs room, and the right to write there"
              .formatted(delivery, reason(e)),
          e);
    }
    return new Added(file.toString(), filled.answers().size(), raised);
  }

  private static String reason(Exception e) {
    Throwable cause = e instanceof UncheckedIOException wrapped ? wrapped.getCause() : e;
    return cause.getClass().getSimpleName() + " " + cause.getMessage();
  }

  /** The same answers have the same one, and others another. */
  private static String id(FilledForm filled) {
    StringBuilder all = new StringBuilder();
    filled.answers().forEach(answer -> all.append(answer.line().cells()));
    return "answers-" + Hash.of(all.toString()).substring(0, DIGITS);
  }

  private static void write(AnswerForm form, FilledForm filled, Path file) {
    List<String> columns = form.columns();
    try (ParquetFile out = ParquetFile.create(file, FileSchema.of(form.answers(), columns))) {
      filled
          .answers()
          .forEach(
              answer -> out.write(Row.of(columns.stream().map(answer.values()::get).toArray())));
    }
  }
}
