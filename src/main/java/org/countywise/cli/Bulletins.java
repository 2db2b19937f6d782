package org.countywise.cli;

import java.io.IOException;
import java.io.OutputStream;
import java.nio.charset.StandardCharsets;
import java.util.ArrayList;
import java.util.EnumSet;
import java.util.List;
import java.util.stream.Collectors;
import java.util.stream.IntStream;
import java.util.stream.Stream;
import org.apache.hadoop.fs.CreateFlag;
import org.apache.hadoop.fs.FSError;
import org.apache.hadoop.fs.FileContext;
import org.apache.hadoop.fs.Options;
import org.apache.hadoop.fs.Path;
import org.apache.spark.sql.SparkSession;
import org.countywise.definition.Definitions;
import org.countywise.release.Warehouse;
import org.countywise.report.Language;

/**
 * The bulletins a run ends with, one per period: on the terminal that of the last one, and each as
 * {@code bulletin/<period>.md} in the warehouse folder, beside the tables.
 *
 * @param figures one per period, oldest first; empty where the definitions have no bulletin
 * @param files what was written, in the same order
 */
record Bulletins(Definitions definitions, List<Figures> figures, List<String> files) {

  /** Where definitions have no bulletin, or nothing was published. */
  static Bulletins none() {
    return new Bulletins(null, List.of(), List.of());
  }

  /** Reads the newest release and writes the bulletins of some periods. */
  static Bulletins write(
      SparkSession session, Definitions definitions, Periods periods, String warehouse) {
    if (definitions.bulletin() == null) {
      return none();
    }
    ReleaseReader release = ReleaseReader.of(Warehouse.open(session), "");
    List<Figures> figures = new ArrayList<>();
    List<String> files = new ArrayList<>();
    for (String period : periods.names()) {
      Figures read = Figures.read(release, definitions, period);
      figures.add(read);
      files.add(
          write(
              new Path(new Path(warehouse, "bulletin"), period + ".md"),
              markdown(definitions, read),
              session));
    }
    return new Bulletins(definitions, List.copyOf(figures), List.copyOf(files));
  }

  /** Readers see the file of the run before or the whole new one. */
  private static String write(Path file, String text, SparkSession session) {
    try {
      FileContext files =
          FileContext.getFileContext(file.toUri(), session.sparkContext().hadoopConfiguration());
      Path unfinished = new Path(file.getParent(), "." + file.getName() + ".unfinished");
      try (OutputStream out =
          files.create(
              unfinished,
              EnumSet.of(CreateFlag.CREATE, CreateFlag.OVERWRITE),
              Options.CreateOpts.createParent())) {
        out.write(text.getBytes(StandardCharsets.UTF_8));
      }
      files.rename(unfinished, file, Options.Rename.OVERWRITE);
      return file.toString();
    } catch (IOException | FSError e) {
      IllegalStateException failure =
          new IllegalStateException(
              "the release is published, but its bulletin cannot be written to "
                  + file
                  + ": "
                  + ErrorMessages.reason(e));
      failure.addSuppressed(e);
      throw failure;
    }
  }

  /** All of it in English, then all of it in Chinese. */
  static String markdown(Definitions definitions, Figures figures) {
    return Stream.of(Language.values())
        .map(language -> new BulletinText(definitions, figures, language).markdown())
        .collect(Collectors.joining());
  }

  /** For people: the last period's. */
  List<String> lines() {
    return figures.isEmpty() ? List.of() : TerminalText.lines("bulletin", BulletinLines.of(this));
  }

  /** A bulletin that was written, for scripts. */
  record Written(String period, String file, List<String> notes) {}

  /** For scripts. */
  List<Written> json() {
    return IntStream.range(0, files.size())
        .mapToObj(
            i ->
                new Written(
                    figures.get(i).month().period(),
                    files.get(i),
                    new BulletinText(definitions, figures.get(i), Language.EN).notes()))
        .toList();
  }
}
