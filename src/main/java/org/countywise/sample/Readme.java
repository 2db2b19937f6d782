package org.countywise.sample;

import java.io.IOException;
import java.io.InputStream;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;

/** The text that goes with a sample: what it is, how it was made, which figures it aims at. */
final class Readme {
  private Readme() {}

  static String of(SyntheticPopulation syntheticPopulation) {
    Sample.Settings settings = syntheticPopulation.settings();
    return Folder.TITLE
        + template()
            .replace("{scale}", String.valueOf(settings.scale()))
            .replace("{seed}", String.valueOf(settings.seed()))
            .replace("{from}", settings.from().toString())
            .replace("{to}", settings.to().toString())
            .replace("{stories}", syntheticPopulation.stories().summary());
  }

  private static String template() {
    try (InputStream in = Readme.class.getResourceAsStream("readme.md")) {
      return new String(in.readAllBytes(), StandardCharsets.UTF_8);
    } catch (IOException e) {
      throw new UncheckedIOException("cannot read readme.md of the sample", e);
    }
  }
}
