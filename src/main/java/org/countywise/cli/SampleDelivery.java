package org.countywise.cli;

import java.nio.file.Path;
import org.countywise.run.Version;
import org.countywise.sample.Sample;

/** Sample deliveries in folders. */
final class SampleDelivery {
  private SampleDelivery() {}

  /**
   * Writes a delivery.
   *
   * @throws UsageException when the folder holds something else, or the definitions demand what the
   *     sample does not know
   */
  static void write(Sample sample, Path folder, ProgressLine progressLine) {
    UsageException.refusing(
        () -> {
          sample.write(folder, state -> progressLine.report("sample", state));
          return folder;
        });
  }

  /** Writes a delivery unless the folder holds the same one already. */
  static void keep(Sample sample, Path folder, ProgressLine progressLine) {
    String settings = sample + " by " + Version.engine();
    new MadeFolder(folder, settings).unlessThere(() -> write(sample, folder, progressLine));
  }
}
