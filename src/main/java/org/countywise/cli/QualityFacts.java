package org.countywise.cli;

import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;
import java.util.stream.Stream;
import org.apache.spark.sql.Column;
import org.countywise.release.Table;
import org.countywise.report.Finding;
import org.countywise.report.Manifest;
import org.countywise.run.Findings;
import org.countywise.table.IndicatorValue;

/**
 * What is known about the quality of a release in some of its months.
 *
 * @param findings of these months and of none
 * @param statuses published rows by indicator and status, without breakdowns
 * @param regions by code
 */
public record QualityFacts(
    Manifest manifest,
    List<String> periods,
    List<Finding> findings,
    Map<String, Map<String, Long>> statuses,
    Map<String, Title> titles,
    Map<String, Region> regions) {

  /**
   * Reads a release.
   *
   * @param wished months, null for all that the release speaks of
   * @throws UsageException when it does not speak of one of them
   */
  static QualityFacts read(ReleaseReader release, Periods wished) {
    Manifest manifest = release.manifest();
    List<String> periods = wished == null ? manifest.periods() : List.of(wished.names());
    periods.stream()
        .filter(period -> !manifest.periods().contains(period))
        .findFirst()
        .ifPresent(
            period -> {
              throw new UsageException(
                  "release "
                      + manifest.release()
                      + " does not speak of '"
                      + period
                      + "', it speaks of "
                      + String.join(", ", manifest.periods())
                      + "; 'countywise releases' lists the others");
            });
    return new QualityFacts(
        manifest,
        periods,
        findings(release, periods),
        statuses(release, periods),
        release.titles(),
        release.regions(release.levels()));
  }

  private static List<Finding> findings(ReleaseReader release, List<String> periods) {
    return release.find(Table.restricted("finding")).map(Findings::read).orElse(List.of()).stream()
        .filter(finding -> concerns(finding, release.manifest(), periods))
        .toList();
  }

  /** Months before those of the release were read for it and concern every month. */
  private static boolean concerns(Finding finding, Manifest manifest, List<String> periods) {
    return periods.contains(finding.period()) || !manifest.periods().contains(finding.period());
  }

  private static Map<String, Map<String, Long>> statuses(
      ReleaseReader release, List<String> periods) {
    Column here =
        IndicatorValue.PERIOD
            .column()
            .isin(periods.toArray())
            .and(IndicatorValue.BREAKDOWN.column().equalTo(""));
    Map<String, Map<String, Long>> statuses = new TreeMap<>();
    release
        .values()
        .filter(here)
        .groupBy(IndicatorValue.INDICATOR.column(), IndicatorValue.STATUS.column())
        .count()
        .collectAsList()
        .forEach(
            row ->
                statuses
                    .computeIfAbsent(row.getString(0), indicator -> new TreeMap<>())
                    .put(row.getString(1), row.getLong(2)));
    return statuses;
  }

  /** Published rows by status. */
  public Map<String, Long> byStatus() {
    Map<String, Long> counts = new TreeMap<>();
    statuses.values().forEach(of -> of.forEach((s, rows) -> counts.merge(s, rows, Long::sum)));
    return counts;
  }

  /** Units with findings, the worst first: errors before warnings, then rows. */
  public List<Trouble> ranking() {
    Map<String, List<Finding>> units = new TreeMap<>();
    findings.stream()
        .filter(finding -> !finding.unit().isEmpty())
        .forEach(f -> units.computeIfAbsent(f.unit(), unit -> new ArrayList<>()).add(f));
    return units.entrySet().stream()
        .map(unit -> new Trouble(unit.getKey(), unit.getValue()))
        .sorted(Trouble.WORST_FIRST)
        .toList();
  }

  long number(Finding.Severity severity) {
    return findings.stream().filter(finding -> finding.severity() == severity).count();
  }

  /** A unit's findings. */
  public record Trouble(String unit, List<Finding> findings) {
    static final Comparator<Trouble> WORST_FIRST =
        Comparator.comparing(Trouble::errors)
            .thenComparing(Trouble::rowsOfErrors)
            .thenComparing(Trouble::warnings)
            .thenComparing(Trouble::rowsOfWarnings)
            .reversed()
            .thenComparing(Trouble::unit);

    public long errors() {
      return of(Finding.Severity.ERROR).count();
    }

    public long rowsOfErrors() {
      return of(Finding.Severity.ERROR).mapToLong(Finding::rows).sum();
    }

    public long warnings() {
      return of(Finding.Severity.WARNING).count();
    }

    public long rowsOfWarnings() {
      return of(Finding.Severity.WARNING).mapToLong(Finding::rows).sum();
    }

    private Stream<Finding> of(Finding.Severity severity) {
      return findings.stream().filter(finding -> finding.severity() == severity);
    }

    /** Names of its rules, those of errors first. */
    public List<String> rules() {
      return findings.stream()
          .sorted(Comparator.comparing(Finding::severity).reversed())
          .map(Finding::rule)
          .distinct()
          .toList();
    }
  }
}
