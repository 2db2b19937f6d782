package org.countywise.cli;

import java.nio.file.Path;
import java.time.Duration;
import java.time.Instant;
import java.util.ArrayList;
import java.util.Collection;
import java.util.List;
import java.util.Set;
import java.util.function.Supplier;
import org.apache.hadoop.service.launcher.IrqHandler;
import org.apache.spark.sql.SparkSession;

/**
 * Checks definitions again whenever one is saved, until it is told to end.
 *
 * @param session Spark for the examples, kept between the checks; null where none are run
 */
record CheckWatch(JobsOption jobs, OutputOptions output, Supplier<SparkSession> session) {

  /**
   * What came of a save.
   *
   * @param files what was saved; none at the start
   * @param problems all there are
   * @param examples how many were run
   */
  public record Round(
      List<String> files, List<String> problems, int examples, double seconds, boolean runs) {}

  /** Ends the command as done when Ctrl-C is pressed. */
  static void endOnInterrupt() {
    new IrqHandler(IrqHandler.CONTROL_C, signal -> System.exit(Exit.DONE)).bind();
  }

  /** Checks until this thread is interrupted. */
  void run() {
    try (SavedFiles saved = SavedFiles.in(jobs.folder())) {
      check(Set.of());
      if (session != null) {
        var unused = session.get(); // the first save need not wait for Spark to start
      }
      while (true) {
        check(saved.next());
      }
    } catch (InterruptedException asked) {
      Thread.currentThread().interrupt();
    }
  }

  private void check(Collection<Path> changed) {
    Instant start = Instant.now();
    JobsOption.Read read = jobs.read();
    List<String> problems =
        new ArrayList<>(read.problems().stream().map(Object::toString).toList());
    int examples = 0;
    if (problems.isEmpty() && session != null) {
      WorkedExamples worked = new WorkedExamples(jobs.folder(), read.compilation());
      WorkedExamples.Result result = worked.run(session.get(), worked.touched(changed));
      problems.addAll(result.differences());
      examples = result.examples();
    }
    double seconds = Duration.between(start, Instant.now()).toMillis() / 1000.0;
    List<String> files = changed.stream().map(Path::toString).toList();
    print(new Round(files, problems, examples, seconds, session != null));
  }

  private void print(Round round) {
    if (output.json()) {
      output.out().println(Json.of(round));
    } else {
      TerminalText.lines("check-round", round).forEach(output.out()::println);
    }
  }
}
