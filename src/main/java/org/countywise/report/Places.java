package org.countywise.report;

import java.util.Map;

/**
 * Where everything in a folder of definitions is written.
 *
 * @param lines place by path: the file within the folder, {@code #}, the keys joined by dots; for
 *     example {@code industry.yaml#indicators.industry_coverage_rate.unit}; items of lists are
 *     numbered from 0
 */
public record Places(Map<String, Place> lines) {
  public Places {
    lines = Map.copyOf(lines);
  }

  /** True where the path was written, whether or not it could be read. */
  public boolean has(String path) {
    return lines.containsKey(path);
  }

  /** The place of a path, or of what encloses it where it was not written. */
  public Place of(String path) {
    String at = path;
    while (!lines.containsKey(at)) {
      int end = Math.max(at.lastIndexOf('.'), at.lastIndexOf('#'));
      if (end < 0 || end < at.indexOf('#')) {
        return new Place(path.substring(0, Math.max(0, path.indexOf('#'))), 0);
      }
      at = at.substring(0, end);
    }
    return lines.get(at);
  }
}
