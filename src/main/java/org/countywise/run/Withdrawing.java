package org.countywise.run;

import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.TreeSet;
import java.util.stream.Collectors;
import org.apache.spark.sql.Dataset;
import org.apache.spark.sql.Row;
import org.apache.spark.sql.SparkSession;
import org.countywise.release.Draft;
import org.countywise.release.Table;
import org.countywise.report.Finding;
import org.countywise.report.FindingType;
import org.countywise.report.Manifest;
import org.countywise.table.IndicatorValue;

/**
 * Takes published indicators out of a release.
 *
 * @param published the exact values of the release before; empty where there is none
 */
record Withdrawing(Withdrawals wished, Optional<Dataset<Row>> published) {
  private static final Table WITHHELD = Table.restricted("withheld");
  private static final List<Table> VALUES =
      List.of(
          Table.restricted("indicator_value"),
          Table.published("indicator_value"),
          Table.published("revision"));

  /** What is wished and published, {@code indicator@period}: what a manifest keeps. */
  List<String> named() {
    Set<String> there = there();
    return wished.named().stream().filter(there::contains).toList();
  }

  private Set<String> there() {
    if (wished.isEmpty() || published.isEmpty()) {
      return Set.of();
    }
    return published
        .get()
        .filter(wished.taken())
        .select(IndicatorValue.INDICATOR.column(), IndicatorValue.PERIOD.column())
        .distinct()
        .collectAsList()
        .stream()
        .map(row -> row.getString(0) + "@" + row.getString(1))
        .collect(Collectors.toSet());
  }

  /** Blockers for indicators of which nothing is published in any of the named periods. */
  List<Finding> findings(List<String> named) {
    Set<String> there =
        named.stream()
            .map(name -> name.substring(0, name.indexOf('@')))
            .collect(Collectors.toSet());
    Set<String> absent = new TreeSet<>();
    wished.indicators().values().forEach(absent::addAll);
    absent.removeAll(there);
    return absent.isEmpty()
        ? List.of()
        : List.of(
            FindingType.NOTHING_TO_WITHDRAW
                .everywhere()
                .with("indicators", String.join(", ", absent))
                .with("periods", String.join(", ", wished.indicators().keySet()))
                .build());
  }

  /** What everybody is told who looks at the findings of a release. */
  static List<Finding> told(List<String> named) {
    return named.isEmpty()
        ? List.of()
        : List.of(
            FindingType.WITHDRAWN.everywhere().with("names", String.join(", ", named)).build());
  }

  /**
   * Publishes a release that only withdraws.
   *
   * @param planned what it is made of, with what it withdraws
   * @param indicators all that were asked for
   */
  Publishing.Result publish(
      SparkSession spark, Draft draft, Manifest.Planned planned, List<String> indicators) {
    take(draft, indicators);
    Dataset<Row> left = draft.read(VALUES.get(0));
    if (left.isEmpty()) {
      return new Publishing.Result(null, List.of(nothingLeft()), Map.of());
    }
    List<Finding> findings = told(planned.scope().withdrawn());
    draft.replace(Table.restricted("finding"), Findings.table(spark, findings));
    draft.replace(Table.restricted("rejected_row"), Findings.nothingRejected(spark));
    Manifest.Contents contents =
        new Manifest.Contents(
            new Manifest.Rows(Map.of(), Map.of()),
            Map.of(FindingType.WITHDRAWN.id(), 1L),
            Content.of(left.limit(0)).hash(),
            List.of());
    return new Publishing.Result(draft.publish(planned, contents), findings, Map.of());
  }

  private static Finding nothingLeft() {
    return FindingType.NO_VALUES.everywhere().saying("release").build();
  }

  /** Removes months of which no indicator is computed. */
  void take(Draft draft, List<String> indicators) {
    List<String> periods =
        wished.indicators().keySet().stream()
            .filter(period -> wished.takes(period, indicators))
            .toList();
    if (periods.isEmpty()) {
      return;
    }
    for (Table table : VALUES) {
      draft
          .before(table)
          .ifPresent(known -> draft.replaceValues(table, known.limit(0), periods, indicators));
    }
    draft
        .before(WITHHELD)
        .ifPresent(
            known ->
                draft.replaceMonths(
                    WITHHELD,
                    wished.left(known.filter(IndicatorValue.PERIOD.in(periods))),
                    periods));
  }
}
