package org.countywise.cli;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import org.countywise.sink.Csv;
import picocli.CommandLine.Mixin;
import picocli.CommandLine.Option;

/** A list as a file instead of on the terminal. */
final class CsvOption {
  @Option(
      names = "--csv",
      paramLabel = "FILE",
      description = "Writes the whole list to a CSV file, instead of showing it.")
  private Path file;

  @Mixin private ForOption reader;

  /** The file, null where the list is shown. */
  Path file() {
    if (file == null && reader.given()) {
      throw new UsageException("--for says who opens the file of --csv; add --csv FILE");
    }
    return file;
  }

  /** Writes the file. */
  void write(List<String> names, List<? extends List<?>> rows) {
    Csv csv = new Csv(reader.use());
    StringBuilder text = new StringBuilder(csv.head(names)).append(Csv.END);
    rows.forEach(row -> text.append(csv.line(row)).append(Csv.END));
    try {
      Files.writeString(file, text, StandardCharsets.UTF_8);
    } catch (IOException e) {
      throw new UncheckedIOException("cannot write the list to " + file, e);
    }
  }
}
