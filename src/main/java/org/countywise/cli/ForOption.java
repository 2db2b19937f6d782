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
   * How it is written for them.
   *
   * @throws UsageException for anybody but a spreadsheet
   */
  Csv csv() {
    if (given() && !reader.equalsIgnoreCase(Csv.SPREADSHEET.name())) {
      throw new UsageException("unknown --for '" + reader + "'; known is spreadsheet");
    }
    return given() ? Csv.SPREADSHEET : Csv.PLAIN;
  }
}
