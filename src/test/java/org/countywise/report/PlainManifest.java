package org.countywise.report;

import java.util.List;
import java.util.Map;

/** Manifests of releases of which a test looks at something else. */
public final class PlainManifest {
  /** Of nothing and of no month. */
  public static final Manifest.Planned PLANNED = planned(List.of(), List.of(), List.of());

  /** No row, no finding. */
  public static final Manifest.Contents CONTENTS = contents(Map.of());

  private PlainManifest() {}

  /** A release of some months, with the regions of each, that withdraws nothing. */
  public static Manifest.Planned planned(
      List<String> families, List<String> periods, List<Manifest.Input> inputs) {
    return new Manifest.Planned(
        new Manifest.Sources("1", "abc", "D", inputs),
        new Manifest.Scope(families, periods, "", List.of()));
  }

  /** No row, but findings by rule. */
  public static Manifest.Contents contents(Map<String, Long> findings) {
    return new Manifest.Contents(
        new Manifest.Rows(Map.of(), Map.of()), findings, "hash", List.of());
  }

  /** The first release of a warehouse, of no table. */
  public static Manifest of(String release, Manifest.Planned planned) {
    return of(release, planned, CONTENTS);
  }

  /** The same with what it says. */
  public static Manifest of(String release, Manifest.Planned planned, Manifest.Contents contents) {
    return Manifest.of(planned, contents, new Manifest.Standing(release, "", Map.of()));
  }
}
