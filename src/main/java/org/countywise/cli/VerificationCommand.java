package org.countywise.cli;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.LocalDate;
import java.time.YearMonth;
import java.time.ZoneId;
import java.util.List;
import java.util.concurrent.Callable;
import org.countywise.supplement.AnswerForm;
import org.countywise.supplement.FilledForm;
import org.countywise.supplement.RefusedException;
import org.countywise.supplement.Supplement;
import picocli.CommandLine.Command;
import picocli.CommandLine.Mixin;
import picocli.CommandLine.Option;
import picocli.CommandLine.Parameters;

/** {@code countywise verification}: answers of officers become part of a delivery. */
@Command(
    name = "verification",
    mixinStandardHelpOptions = true,
    description = {
      "Takes back the form that 'countywise alerts --verification' wrote, filled in: adds its answers",
      "to a month of a delivery and raises the control totals by them. Nothing is replaced, and",
      "nothing is added where anything is wrong. Rows without an answer are left out."
    })
final class VerificationCommand implements Callable<Integer> {
  @Mixin private JobsOption jobs;
  @Mixin private OutputOptions output;

  @Parameters(paramLabel = "FILE", description = "The form, CSV as spreadsheets write it.")
  private Path file;

  @Option(
      names = "--delivery",
      paramLabel = "FOLDER",
      required = true,
      description = "Local folder of the delivery.")
  private Path delivery;

  @Option(
      names = "--period",
      paramLabel = "YYYY-MM",
      required = true,
      converter = Periods.Month.class,
      description = "The month in which the answers were given.")
  private YearMonth period;

  @Option(
      names = "--complete",
      description = {
        "A county without a control total of answers has not delivered any: with this, it delivers",
        "all of the month now."
      })
  private boolean complete;

  /**
   * What was done.
   *
   * @param unanswered rows that were left out
   * @param ignored columns that the form does not ask for
   */
  public record Done(
      String delivery,
      String period,
      Supplement.Added added,
      int unanswered,
      List<String> ignored) {}

  @Override
  public Integer call() {
    if (!Files.isDirectory(delivery)) {
      throw new UsageException(
          "no delivery at '%s'; answers are added to a local folder, name one".formatted(delivery));
    }
    Done done = UsageException.refusing(this::add);
    if (output.json()) {
      output.out().println(Json.of(done));
    } else {
      TerminalText.lines("verification", done).forEach(output.out()::println);
    }
    return Exit.DONE;
  }

  private Done add() {
    try {
      AnswerForm form = AnswerForm.of(jobs.definitions());
      FilledForm filled = FilledForm.read(file, form, period);
      if (filled.answers().isEmpty() && filled.problems().isEmpty()) {
        throw new UsageException(
            "%s: none of its %d rows is answered; nothing was added"
                .formatted(file, filled.unanswered()));
      }
      Supplement.Added added =
          new Supplement(delivery, period, complete, LocalDate.now(ZoneId.systemDefault()))
              .add(form, filled);
      return new Done(
          delivery.toString(), period.toString(), added, filled.unanswered(), filled.ignored());
    } catch (RefusedException refused) {
      throw new UsageException("nothing was added\n" + refused.getMessage());
    } catch (IOException e) {
      throw new UsageException(
          "cannot read '%s' (%s); name a file that is there and can be read"
              .formatted(file, e.getClass().getSimpleName()));
    }
  }
}
