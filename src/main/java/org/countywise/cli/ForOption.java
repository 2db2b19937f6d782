package org.countywise.cli;

import org.countywise.sink.Csv;
import picocli.CommandLine.Option;

/** Who opens CSV files. */
final class ForOption {
  @Option(
      names = "--for",
      paramLabel = "spreadsheet",
      description = {
        "For CSV that a spreadsheet opens: marks it as UTF-8, and puts ' before texts that begin with",
        "= + - or @, so that none is taken for a formula."
      })
  private String reader;

  boolean given() {
    return reader != null;
  }

  /**
   * Who it is.
   *
   * @throws UsageException for anybody but a spreadsheet
   */
  Csv.Use use() {
    if (given() && !reader.equalsIgnoreCase(Csv.Use.SPREADSHEET.name())) {
      throw new UsageException("unknown --for '" + reader + "'; known is spreadsheet");
    }
    return given() ? Csv.Use.SPREADSHEET : Csv.Use.PROGRAMS;
  }
}
