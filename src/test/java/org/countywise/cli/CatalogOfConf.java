package org.countywise.cli;

import java.nio.file.Path;
import java.util.Map;
import org.countywise.parse.SettingsReader;

/** What a command tells Spark of the catalog in a file of settings, for tests of other packages. */
public final class CatalogOfConf {
  private CatalogOfConf() {}

  /** The settings by their names. */
  public static Map<String, String> settings(Path conf) {
    return CatalogSettings.of(SettingsReader.read(conf), System.getenv());
  }
}
