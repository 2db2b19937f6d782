package org.countywise.cli;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import org.apache.spark.sql.SparkSession;
import org.countywise.run.Version;
import org.countywise.sample.Sample;

/** Sample deliveries in folders. */
final class SampleDelivery {
  private SampleDelivery() {}

  /**
   * Writes a delivery.
   *
   * @throws UsageException when the folder holds something else
   */
  static void write(
      SparkSession session, Sample.Settings settings, Path folder, ProgressLine progressLine) {
    UsageException.refusing(
        () -> {
          new Sample(settings)
              .write(session, folder, dataset -> progressLine.report("sample", dataset));
          return folder;
        });
  }

  /** Writes a delivery unless the folder holds the same one already. */
  static void keep(
      SparkSession session, Sample.Settings settings, Path folder, ProgressLine progressLine) {
    Path note = folder.resolveSibling(folder.getFileName() + ".settings");
    String wanted = settings + " by " + Version.engine();
    try {
      if (Files.isDirectory(folder)
          && Files.exists(note)
          && Files.readString(note).equals(wanted)) {
        return;
      }
      Files.deleteIfExists(note);
      Files.createDirectories(folder.toAbsolutePath().getParent());
      write(session, settings, folder, progressLine);
      Files.writeString(note, wanted);
    } catch (IOException e) {
      throw new UncheckedIOException("cannot write the sample to " + folder, e);
    }
  }
}
