package org.countywise.release;

import java.util.HashMap;
import java.util.Map;
import java.util.Objects;
import java.util.stream.Stream;
import org.countywise.report.Manifest;

/**
 * Which tables of releases are still there. Each table is asked once, however many releases are.
 */
final class KnownStates {
  private final References references;
  private final Map<String, Map<Long, Long>> written = new HashMap<>();

  KnownStates(References references) {
    this.references = references;
  }

  /** Whether all tables of a release are still there. */
  boolean readable(Manifest manifest) {
    return times(manifest).noneMatch(Objects::isNull);
  }

  /** When a release was published, milliseconds since 1970; 0 for one that has been expired. */
  long published(Manifest manifest) {
    return times(manifest).filter(Objects::nonNull).mapToLong(Long::longValue).max().orElse(0);
  }

  /** When each table of a release was written; null for one that is gone. */
  private Stream<Long> times(Manifest manifest) {
    return manifest.tables().entrySet().stream()
        .map(
            of ->
                written
                    .computeIfAbsent(of.getKey(), key -> references.states(Table.of(key)))
                    .get(of.getValue()));
  }
}
