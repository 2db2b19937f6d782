package org.countywise.cli;

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
    return fileBeside(null);
  }

  /** The file, null for none, where another file of CSV may be written beside it. */
  Path fileBeside(Path other) {
    if (file == null && other == null && reader.given()) {
      throw new UsageException("--for says who opens the file of --csv; add --csv FILE");
    }
    return file;
  }

  /** Whether a spreadsheet opens it. */
  boolean forSpreadsheet() {
    return reader.csv() == Csv.SPREADSHEET;
  }

  /**
   * Writes the file, which only its owner can read, replacing what was there.
   *
   * @throws UsageException when it cannot be written
   */
  void write(List<String> names, List<? extends List<?>> rows) {
    writeTo(file, names, rows);
  }

  /** Writes another file for the same readers, in the same way. */
  void writeTo(Path other, List<String> names, List<? extends List<?>> rows) {
    Csv csv = reader.csv();
    new RestrictedFile(other).write(out -> csv.write(out, names, rows.iterator()));
  }
}
