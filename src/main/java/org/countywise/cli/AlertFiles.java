package org.countywise.cli;

import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import org.countywise.supplement.AnswerForm;
import org.countywise.table.Alerts;
import org.countywise.table.Field;
import picocli.CommandLine.Mixin;
import picocli.CommandLine.Option;

/** The list of alerts as files instead of on the terminal; only their owner can read them. */
final class AlertFiles {
  @Mixin private CsvOption csv;

  @Option(
      names = "--html",
      paramLabel = "FILE",
      description = {
        "Writes the list as a page of HTML for officers, instead of showing it: to sort and filter, and",
        "to print and fill in by hand."
      })
  private Path html;

  @Option(
      names = "--verification",
      paramLabel = "FILE",
      description = {
        "Writes a CSV file with a row for each open alert, in which the answers are filled in;",
        "'countywise verification' takes it back."
      })
  private Path form;

  /** A file and how many alerts are in it. */
  public record File(String kind, String path, int alerts) {}

  /**
   * The files that were written.
   *
   * @param restricted why they are
   * @param answered alerts of the list that wait for no answer and are not in the form
   */
  public record Written(String restricted, List<File> files, int answered) {}

  /** Whether any is wanted. */
  boolean wanted() {
    return csv.fileBeside(form) != null || html != null || form != null;
  }

  /**
   * Refuses a form under pseudonyms: nobody could take it back.
   *
   * @throws UsageException for one
   */
  void refuse(boolean pseudonyms) {
    if (pseudonyms && form != null) {
      throw new UsageException(
          "--verification needs the ids of households, which a delivery knows; leave --pseudonyms out");
    }
  }

  /** Writes them. */
  Written write(AlertLedger ledger, AlertList list) {
    List<File> written = new ArrayList<>();
    if (csv.fileBeside(form) != null) {
      csv.write(Alerts.TABLE.stream().map(Field::name).toList(), list.rows());
      written.add(new File("csv", csv.fileBeside(form).toString(), list.alerts().size()));
    }
    if (html != null) {
      String page = ledger.page(list).html();
      new RestrictedFile(html).write(out -> out.write(page));
      written.add(new File("html", html.toString(), list.alerts().size()));
    }
    int open = list.open().size();
    if (form != null) {
      AnswerForm answers = UsageException.refusing(() -> AnswerForm.of(ledger.definitions()));
      csv.writeTo(form, answers.columns(), list.form(answers, csv.forSpreadsheet()));
      written.add(new File("verification", form.toString(), open));
    }
    return new Written(list.restricted(), written, list.alerts().size() - open);
  }
}
