package org.countywise.cli;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
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
    Path note = folder.resolveSibling(folder.getFileName() + ".settings");
    String wanted = sample + " by " + Version.engine();
    try {
      if (Files.isDirectory(folder)
          && Files.exists(note)
          && Files.readString(note).equals(wanted)) {
        return;
      }
      Files.deleteIfExists(note);
      Files.createDirectories(folder.toAbsolutePath().getParent());
      write(sample, folder, progressLine);
      Files.writeString(note, wanted);
    } catch (IOException e) {
      throw new UncheckedIOException("cannot write the sample to " + folder, e);
    }
  }
}
