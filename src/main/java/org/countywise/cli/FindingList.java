package org.countywise.cli;

import java.util.ArrayList;
import java.util.Arrays;
import java.util.Comparator;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;
import java.util.stream.IntStream;
import java.util.stream.Stream;
import org.apache.spark.sql.Dataset;
import org.apache.spark.sql.Row;
import org.countywise.release.Table;
import org.countywise.release.Warehouse;
import org.countywise.report.Finding;
import org.countywise.report.Manifest;
import org.countywise.run.Findings;

/**
 * Findings for the terminal, for a script, for a file.
 *
 * @param findings those of a refused run first, the gravest first
 * @param rules all rules that found something, whatever is listed
 * @param restricted whether keys of rows may be seen
 */
public record FindingList(
    List<Found> findings, List<String> rules, String rule, boolean restricted) {
  private static final Table FINDING = Table.restricted("finding");
  private static final List<String> OPEN =
      List.of(
          "release",
          "severity",
          "rule",
          "dataset",
          "period",
          "county_code",
          "breakdown",
          "rows",
          "message");

  /**
   * A finding and what it was found for.
   *
   * @param release empty for a run that published nothing
   */
  public record Found(String release, Finding finding) {}

  /**
   * Everything that was found in the current release, and by a later run that was refused.
   *
   * @throws UsageException when no run has come so far
   */
  static FindingList read(Warehouse warehouse, boolean restricted) {
    Optional<Manifest> latest = warehouse.latest();
    Optional<Dataset<Row>> refused = warehouse.refused(FINDING);
    if (latest.isEmpty() && refused.isEmpty()) {
      throw new UsageException(
          "nothing is published in this warehouse yet, and no run was refused; run 'countywise run'"
              + " first");
    }
    List<Found> found = new ArrayList<>(found("", refused));
    latest.ifPresent(
        manifest -> found.addAll(found(manifest.release(), warehouse.read(FINDING, manifest))));
    List<String> rules = found.stream().map(f -> f.finding().rule()).distinct().sorted().toList();
    return new FindingList(List.copyOf(found), rules, "", restricted);
  }

  private static List<Found> found(String release, Optional<Dataset<Row>> table) {
    return table.map(Findings::read).orElse(List.of()).stream()
        .sorted(
            Comparator.comparing(Finding::severity)
                .reversed()
                .thenComparing(Finding::rule)
                .thenComparing(Finding::period)
                .thenComparing(Finding::unit)
                .thenComparing(Finding::dataset)
                .thenComparing(Finding::message))
        .map(finding -> new Found(release, finding))
        .toList();
  }

  /** Those of a rule, empty for all, and of some months, none for all. */
  FindingList of(String wanted, List<String> periods) {
    List<Found> some =
        findings.stream()
            .filter(found -> wanted.isEmpty() || found.finding().rule().equals(wanted))
            .filter(found -> periods.isEmpty() || periods.contains(found.finding().period()))
            .toList();
    return new FindingList(some, rules, wanted, restricted);
  }

  /** For people. */
  List<String> lines() {
    return TerminalText.lines("findings", this);
  }

  /** What they were found for, in their order. */
  public List<String> releases() {
    return findings.stream().map(Found::release).distinct().toList();
  }

  /** What may have been meant by a rule that found nothing anywhere; null where that is known. */
  public String remedy() {
    return rule.isEmpty() || rules.contains(rule) ? null : Nearest.remedy(rule, rules);
  }

  private static String severity(Finding finding) {
    return finding.severity().name().toLowerCase(Locale.ROOT);
  }

  /** Columns of a file. */
  List<String> columns() {
    return restricted ? Stream.concat(OPEN.stream(), Stream.of("sample_keys")).toList() : OPEN;
  }

  /** Rows of a file. */
  List<List<Object>> rows() {
    return findings.stream().map(this::row).toList();
  }

  private List<Object> row(Found found) {
    Finding of = found.finding();
    List<Object> row =
        new ArrayList<>(
            Arrays.asList(
                found.release(),
                severity(of),
                of.rule(),
                of.dataset(),
                of.period(),
                of.unit(),
                of.breakdown(),
                of.rows(),
                of.message()));
    if (restricted) {
      row.add(String.join("; ", of.sampleKeys()));
    }
    return row;
  }

  /** For scripts. */
  Map<String, Object> json() {
    List<String> columns = columns();
    return Map.of(
        "findings",
        rows().stream()
            .map(
                row -> {
                  Map<String, Object> object = new LinkedHashMap<>();
                  IntStream.range(0, columns.size())
                      .forEach(i -> object.put(columns.get(i), row.get(i)));
                  return object;
                })
            .toList());
  }
}
