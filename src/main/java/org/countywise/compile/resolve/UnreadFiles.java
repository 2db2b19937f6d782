package org.countywise.compile.resolve;

import java.util.List;
import org.countywise.compile.resolve.DefinitionIndex.Kind;
import org.countywise.report.Places;

/** What files name that could not be read, or not in the place where something stands. */
record UnreadFiles(Places places) {
  private static final List<String> SINGLE =
      List.of(
          "regions.yaml",
          "delivery.yaml",
          "disclosure.yaml",
          "bulletin.yaml",
          "benchmarks.yaml",
          "layout.yaml");

  /** Whether a thing of this name was meant to be, as far as anybody can tell. */
  boolean mayName(Kind kind, String name) {
    boolean dataset = kind == Kind.DATASET || kind == Kind.VIEW;
    return (dataset && places.has("datasets/" + name + ".yaml"))
        || places.lines().keySet().stream()
            .anyMatch(at -> at.endsWith("#" + kind.key() + "." + name))
        || (kind != Kind.DATASET && anyFamilyIsUnread());
  }

  /** Whether a file could not be read at all, so that nobody knows what it names. */
  private boolean anyFamilyIsUnread() {
    return places.lines().keySet().stream()
        .filter(file -> !file.contains("#") && !file.startsWith("datasets/"))
        .filter(file -> !file.startsWith("claims/"))
        .filter(file -> !SINGLE.contains(file))
        .anyMatch(
            file -> places.lines().keySet().stream().noneMatch(at -> at.startsWith(file + "#")));
  }
}
