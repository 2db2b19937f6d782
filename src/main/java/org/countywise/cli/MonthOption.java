package org.countywise.cli;

import java.time.YearMonth;
import picocli.CommandLine.Option;

/** The one month a command looks at. */
final class MonthOption {
  @Option(
      names = "--period",
      paramLabel = "YYYY-MM",
      required = true,
      converter = Periods.Month.class,
      description = "A month.")
  private YearMonth month;

  YearMonth month() {
    return month;
  }
}
