package org.countywise.cli;

import java.time.Instant;
import java.util.Arrays;
import java.util.List;
import java.util.Map;
import org.countywise.release.Warehouse;
import org.countywise.report.Cost;
import org.countywise.report.Manifest;

/**
 * The releases of a warehouse, the newest last.
 *
 * @param adopted null where the warehouse was not made whole
 */
public record ReleaseList(Adopted adopted, List<Told> releases) {

  /**
   * A warehouse that was made whole.
   *
   * @param torn releases that were not wholly there
   */
  public record Adopted(String folder, List<String> torn) {}

  /**
   * A release, for scripts too.
   *
   * @param published when, null where it has expired
   * @param rows published rows by status
   * @param findings by rule
   * @param costs of its run, step by step; none where an older engine made it
   */
  public record Told(
      String release,
      String base,
      boolean readable,
      String published,
      List<String> periods,
      List<String> families,
      String engine,
      String definitions,
      String delivery,
      String content,
      Map<String, Long> rows,
      Map<String, Long> findings,
      List<String> withdrawn,
      List<Cost> costs) {

    static Told of(Warehouse.Listed listed) {
      Manifest manifest = listed.manifest();
      return new Told(
          manifest.release(),
          manifest.base(),
          listed.readable(),
          listed.readable() ? Instant.ofEpochMilli(listed.published()).toString() : null,
          manifest.periods(),
          manifest.families(),
          manifest.engine(),
          manifest.definitions(),
          manifest.delivery(),
          manifest.content(),
          manifest.statuses(),
          manifest.findings(),
          manifest.withdrawn(),
          manifest.costs());
    }
  }

  static ReleaseList of(Adopted adopted, List<Warehouse.Listed> releases) {
    return new ReleaseList(adopted, releases.stream().map(Told::of).toList());
  }

  /** Columns of a file. */
  static final List<String> COLUMNS =
      List.of(
          "release",
          "base",
          "readable",
          "published",
          "periods",
          "families",
          "engine",
          "definitions",
          "delivery",
          "content",
          "rows",
          "findings",
          "withdrawn");

  /** Rows of a file, a release each; what there are several of stands apart by blanks. */
  List<List<Object>> rows() {
    return releases.stream().map(ReleaseList::row).toList();
  }

  private static List<Object> row(Told of) {
    return Arrays.asList(
        of.release(),
        of.base(),
        of.readable(),
        of.published(),
        String.join(" ", of.periods()),
        String.join(" ", of.families()),
        of.engine(),
        of.definitions(),
        of.delivery(),
        of.content(),
        sum(of.rows()),
        sum(of.findings()),
        String.join(" ", of.withdrawn()));
  }

  private static long sum(Map<String, Long> counts) {
    return counts.values().stream().mapToLong(Long::longValue).sum();
  }

  /** For people. */
  List<String> lines() {
    return TerminalText.lines("releases", this);
  }
}
