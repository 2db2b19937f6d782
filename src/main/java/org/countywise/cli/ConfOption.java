package org.countywise.cli;

import java.io.IOException;
import java.io.InputStream;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.StandardCopyOption;
import java.util.Map;
import java.util.TreeMap;
import org.countywise.conf.Settings;
import org.countywise.parse.SettingsReader;
import picocli.CommandLine.Option;

/** Where and how the numbers are made. */
final class ConfOption {
  @Option(
      names = "--conf",
      paramLabel = "FILE",
      description =
          "Settings of the engine; default: conf/local.yaml of Countywise, or its"
              + " conf/cluster.yaml under spark-submit.")
  private Path conf;

  /** Spark settings, with those of the catalog; what {@code spark-submit} was told wins. */
  Map<String, String> spark() {
    Settings read = settings();
    Map<String, String> settings = new TreeMap<>(read.spark());
    settings.keySet().removeIf(name -> System.getProperty(name) != null);
    settings.putAll(CatalogSettings.of(read, System.getenv()));
    return settings;
  }

  /** How many releases a warehouse keeps. */
  int keep() {
    int keep = settings().keep();
    if (keep < 1) {
      throw new UsageException(
          "keep is " + keep + " in the settings; a warehouse keeps at least 1 release");
    }
    return keep;
  }

  private Settings settings() {
    return UsageException.refusing(() -> SettingsReader.read(file()));
  }

  private Path file() {
    if (conf == null) {
      return embedded(System.getProperty("spark.master") == null ? "local.yaml" : "cluster.yaml");
    }
    if (!Files.isRegularFile(conf)) {
      throw new UsageException(
          "no settings at '" + conf + "': the file does not exist; leave out --conf for defaults");
    }
    return conf;
  }

  private static Path embedded(String name) {
    try (InputStream text = ConfOption.class.getResourceAsStream("/conf/" + name)) {
      if (text == null) {
        throw new IllegalStateException("this build has no conf/" + name);
      }
      Path copy = Files.createTempFile("countywise-", "-" + name);
      copy.toFile().deleteOnExit();
      Files.copy(text, copy, StandardCopyOption.REPLACE_EXISTING);
      return copy;
    } catch (IOException e) {
      throw new UncheckedIOException("cannot read the default settings " + name, e);
    }
  }
}
