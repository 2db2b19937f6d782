package org.countywise.parse;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.Locale;
import java.util.stream.Stream;
import org.countywise.definition.Benchmarks;
import org.countywise.definition.Bulletin;
import org.countywise.definition.Claims;
import org.countywise.definition.Dataset;
import org.countywise.definition.Delivery;
import org.countywise.definition.Disclosure;
import org.countywise.definition.Family;
import org.countywise.definition.Layout;
import org.countywise.definition.Regions;

/** The kinds of files in a jobs folder, in the order in which analysts are told of them. */
enum DefinitionFile {
  REGIONS(Regions.class, "regions.yaml"),
  DELIVERY(Delivery.class, "delivery.yaml"),
  DATASET(Dataset.class, "datasets/<dataset>.yaml"),
  FAMILY(Family.class, "<family>.yaml"),
  DISCLOSURE(Disclosure.class, "disclosure.yaml"),
  BULLETIN(Bulletin.class, "bulletin.yaml"),
  BENCHMARKS(Benchmarks.class, "benchmarks.yaml"),
  LAYOUT(Layout.class, "layout.yaml"),
  CLAIMS(Claims.class, "claims/<name>.yaml");

  private final Class<? extends Record> type;
  private final String pattern;

  DefinitionFile(Class<? extends Record> type, String pattern) {
    this.type = type;
    this.pattern = pattern;
  }

  /** The record that a file of this kind holds. */
  Class<? extends Record> type() {
    return type;
  }

  /** Its place in a jobs folder, as analysts are told. */
  String pattern() {
    return pattern;
  }

  /** What one file of this kind says, in a word. */
  String word() {
    return name().toLowerCase(Locale.ROOT);
  }

  /** Where the schema of this kind is committed, from the top of the checkout. */
  Path schema() {
    return Path.of("jobs/schema", word() + ".schema.json");
  }

  /** The kind of a file, from its place in a jobs folder. */
  static DefinitionFile of(Path yaml) {
    if (yaml.getParent().endsWith("datasets")) {
      return DATASET;
    }
    if (yaml.getParent().endsWith("claims")) {
      return CLAIMS;
    }
    return switch (yaml.getFileName().toString()) {
      case "regions.yaml" -> REGIONS;
      case "delivery.yaml" -> DELIVERY;
      case "disclosure.yaml" -> DISCLOSURE;
      case "bulletin.yaml" -> BULLETIN;
      case "benchmarks.yaml" -> BENCHMARKS;
      case "layout.yaml" -> LAYOUT;
      default -> FAMILY;
    };
  }

  /** Every file of definitions that we ship. */
  static List<Path> shipped() {
    return Stream.of("jobs", "jobs-us", "jobs-poverty")
        .flatMap(jobs -> yaml(Path.of(jobs)).stream())
        .toList();
  }

  private static List<Path> yaml(Path folder) {
    try (Stream<Path> files = Files.walk(folder)) {
      return files.filter(file -> file.toString().endsWith(".yaml")).sorted().toList();
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    }
  }
}
