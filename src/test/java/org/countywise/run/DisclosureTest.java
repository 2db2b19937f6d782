package org.countywise.run;

import static org.assertj.core.api.Assertions.assertThat;

import java.nio.file.Path;
import java.sql.SQLException;
import java.time.YearMonth;
import java.util.List;
import java.util.Map;
import java.util.stream.IntStream;
import org.countywise.Workbench;
import org.countywise.oracle.Intruder;
import org.countywise.release.Table;
import org.countywise.report.Outcome;
import org.countywise.sink.ParquetSink;
import org.junit.jupiter.api.Test;

/** Nobody can tell the small numbers of a release, with nothing but its published tables. */
class DisclosureTest {
  private static final List<YearMonth> JULY = List.of(YearMonth.of(2020, 7));
  private static final int MIN_COUNT = 5;
  private static final int ATTACKED = 60;

  @Test
  void shouldLeaveAnIntruderNothing() throws SQLException {
    Workbench.Bench bench = Workbench.bench("disclosure");
    String[] families = {"registry", "employment", "industry", "guarantees", "relocation"};

    Outcome outcome = bench.run(Workbench.sample(), "jobs", JULY, families);

    assertThat(outcome.published()).as("%s", outcome.findings()).isTrue();
    assertThat(outcome.withheld().get("primary")).isPositive();
    assertThat(outcome.withheld().get("complementary")).isPositive();
    assertThat(outcome.statuses().get("Q"))
        .isLessThanOrEqualTo(outcome.withheld().values().stream().mapToLong(n -> n).sum());
    try (Intruder intruder = Intruder.over(export(bench))) {
      attack(intruder, exact(bench));
    }
  }

  @Test
  void shouldFindRoomBesideWhatEarlierReleasesShow() throws SQLException {
    Workbench.Bench bench = Workbench.bench("disclosure-later");
    List<YearMonth> august = List.of(YearMonth.of(2020, 8));
    for (var run :
        List.of(
            Map.entry("employment", JULY),
            Map.entry("registry", JULY),
            Map.entry("employment", august))) {
      Outcome outcome = bench.run(Workbench.sample(), "jobs", run.getValue(), run.getKey());
      assertThat(outcome.published()).as("%s: %s", run, outcome.findings()).isTrue();
    }
    try (Intruder intruder = Intruder.over(export(bench))) {
      attack(intruder, exact(bench));
    }
  }

  private static void attack(Intruder intruder, Path exact) throws SQLException {
    List<Intruder.Secret> secrets = intruder.secrets(exact, MIN_COUNT);
    assertThat(secrets).hasSizeGreaterThan(ATTACKED);
    assertThat(intruder.recovered()).as("hidden numbers that follow").isEmpty();
    List<Intruder.Told> told =
        IntStream.range(0, ATTACKED)
            .mapToObj(i -> secrets.get(i * secrets.size() / ATTACKED))
            .map(intruder::tell)
            .filter(of -> Intruder.narrower(of, MIN_COUNT - 1))
            .toList();
    assertThat(told).as("small numbers told to within %d", MIN_COUNT - 1).isEmpty();
  }

  private static Path export(Workbench.Bench bench) {
    Path export = bench.folder().resolve("export");
    for (String table : List.of("indicator_value", "dim_region")) {
      new ParquetSink().write(bench.published(table), export.resolve(table).toString());
    }
    return export;
  }

  private static Path exact(Workbench.Bench bench) {
    Path exact = bench.folder().resolve("exact");
    new ParquetSink().write(bench.table(Table.restricted("indicator_value"), ""), exact.toString());
    return exact;
  }
}
