package org.countywise.sample;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.YearMonth;
import java.util.Map;
import java.util.function.Consumer;
import org.countywise.definition.Dataset;

/**
 * Writes a complete clean delivery of synthetic people for the 52 counties that were under listed
 * supervision in 2020. The same settings give the same rows, whatever the machine or its time zone.
 */
public final class Sample {
  private final Settings settings;
  private final Map<String, Dataset> datasets;

  /**
   * What to write. Scale 1 is the true size, about 2.5 million registered households; below 0.001
   * counties would be empty.
   *
   * @param from the first month of the delivery
   * @param to the last month, included
   */
  public record Settings(double scale, long seed, YearMonth from, YearMonth to) {
    private static final double SMALLEST = 0.001;
    private static final double LARGEST = 10;

    /** Refuses a scale outside 0.001 to 10 and months out of order. */
    public Settings {
      if (!(scale >= SMALLEST && scale <= LARGEST)) {
        throw new IllegalArgumentException(
            "scale " + scale + " is outside 0.001 to 10; 1 is the true size, try 0.01");
      }
      if (from.isAfter(to)) {
        throw new IllegalArgumentException(
            "the sample cannot go from %s to %s: the first month must not be after the last"
                .formatted(from, to));
      }
    }

    /**
     * Fifteen months, so that a base in December and twelve months of income exist: 2019-07 to
     * 2020-09, seed 1.
     */
    public static Settings ofScale(double scale) {
      return new Settings(scale, 1, YearMonth.of(2019, 7), YearMonth.of(2020, 9));
    }

    int months() {
      return Month.of(to).ordinal() - Month.of(from).ordinal() + 1;
    }
  }

  /**
   * A sample with the datasets that are defined, their columns in the order and types of their
   * definitions.
   */
  public Sample(Settings settings, Map<String, Dataset> datasets) {
    this.settings = settings;
    this.datasets = datasets;
  }

  /** The settings and the definitions: two that say the same write the same rows. */
  @Override
  public String toString() {
    return settings + " of " + datasets;
  }

  /**
   * Writes the delivery to a folder that is absent, empty, or an older sample, which is replaced.
   * The folder appears complete or not at all.
   *
   * @param delivery a local folder
   * @param progress hears how far it is, in a few words
   * @throws IllegalArgumentException if the folder holds something else, or a definition demands a
   *     column that the sample does not know
   * @throws UncheckedIOException if the folder cannot be written
   */
  public void write(Path delivery, Consumer<String> progress) {
    try {
      Folder folder = Folder.open(delivery);
      SyntheticPopulation people = SyntheticPopulation.of(settings);
      new DeliveryWriter(people, datasets, folder.draft()).write(progress);
      Files.writeString(folder.draft().resolve(Folder.README), Readme.of(people));
      folder.publish();
    } catch (IOException e) {
      throw new UncheckedIOException("cannot write the sample to " + delivery, e);
    }
  }
}
