package org.countywise.cli;

import picocli.CommandLine.Option;

/** What a run computes: a delivery and months of it. */
class DeliveryOptions extends DeliveryOption {
  @Option(
      names = "--period",
      paramLabel = "PERIOD",
      required = true,
      converter = Periods.Converter.class,
      description = "A month or months: 2020-07 or 2020-01..2020-07.")
  private Periods periods;

  final Periods periods() {
    return periods;
  }
}
