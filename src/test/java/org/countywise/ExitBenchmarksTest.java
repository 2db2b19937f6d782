package org.countywise;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.List;
import java.util.Map;
import java.util.TreeMap;
import java.util.stream.Collectors;
import java.util.stream.IntStream;
import java.util.stream.Stream;
import org.apache.spark.sql.Row;
import org.apache.spark.sql.RowFactory;
import org.apache.spark.sql.types.StructType;
import org.countywise.definition.Benchmarks;
import org.countywise.definition.Definitions;
import org.junit.jupiter.api.Test;

/**
 * The report holds counties against the limits of {@code benchmarks.yaml}; who is ready to exit is
 * computed of the limits in {@code exit.yaml}. They are the same in every province.
 */
class ExitBenchmarksTest {
  private static final Definitions JOBS = Workbench.definitions("jobs");
  private static final Benchmarks BENCHMARKS = JOBS.benchmarks();
  private static final long BASE = 1_000;

  /** A county of every province that there is, or could be. */
  private static final List<String> COUNTIES =
      IntStream.rangeClosed(11, 82).mapToObj(code -> code + "0101").toList();

  /** The measures of which the exit is computed. Nobody is registered who has exited. */
  private static final StructType MEASURES =
      StructType.fromDDL(
          "region_code string, poor_persons bigint, wrongly_exited_persons bigint, omitted_persons"
              + " bigint, approving_households bigint, rural_persons bigint, registered_persons"
              + " bigint, exited_persons bigint, exited_persons_sampled bigint,"
              + " unregistered_persons_sampled bigint, households_surveyed bigint");

  @Test
  void shouldComputeTheExitOfTheLimitsThatTheReportShows() {
    assertThat(BENCHMARKS.criteria())
        .containsOnlyKeys(
            "exit_composite_rate", "wrong_exit_rate", "omission_rate", "exit_approval_rate");
    assertThat(ready(0, 0, 0, 0)).as("at every limit").containsOnly(1);
    assertThat(ready(1, 0, 0, 0)).as("one poor too many").containsOnly(0);
    assertThat(ready(0, 1, 0, 0)).as("one wrong exit too many").containsOnly(0);
    assertThat(ready(0, 0, 1, 0)).as("one omission too many").containsOnly(0);
    assertThat(ready(0, 0, 0, -1)).as("one approval too few").containsOnly(0);
  }

  @Test
  void shouldAskLessOfTheWest() {
    assertThat(limits("522633")).containsEntry("exit_composite_rate", 3L);
    assertThat(limits("411324")).containsEntry("exit_composite_rate", 2L);
  }

  /** Whether each county is ready that lies beside its limits by so many persons or households. */
  private static List<Integer> ready(long poor, long wrong, long omitted, long approving) {
    List<Row> counties =
        COUNTIES.stream()
            .map(
                code -> {
                  Map<String, Long> limits = limits(code);
                  return RowFactory.create(
                      code,
                      limits.get("exit_composite_rate") * BASE / 100 + poor,
                      limits.get("wrong_exit_rate") * BASE / 100 + wrong,
                      limits.get("omission_rate") * BASE / 100 + omitted,
                      limits.get("exit_approval_rate") * BASE / 100 + approving,
                      BASE,
                      BASE,
                      0L,
                      BASE,
                      BASE,
                      BASE);
                })
            .toList();
    String sql =
        JOBS.families().get("exit").measures().get("exit_ready_counties").value()
            + " as exit_ready";
    return Workbench.session(Map.of())
        .createDataFrame(counties, MEASURES)
        .selectExpr(sql)
        .collectAsList()
        .stream()
        .map(row -> row.getInt(0))
        .toList();
  }

  private static Map<String, Long> limits(String code) {
    return BENCHMARKS.criteria().entrySet().stream()
        .collect(
            Collectors.toMap(
                Map.Entry::getKey,
                of -> Long.valueOf(limit(of.getValue(), code)),
                (one, other) -> one,
                TreeMap::new));
  }

  private static String limit(Benchmarks.Criterion criterion, String code) {
    return criterion.areas().keySet().stream()
        .filter(area -> BENCHMARKS.areas().get(area).stream().anyMatch(code::startsWith))
        .findFirst()
        .map(criterion.areas()::get)
        .orElseGet(
            () ->
                Stream.of(criterion.notAbove(), criterion.notBelow())
                    .filter(java.util.Objects::nonNull)
                    .findFirst()
                    .orElseThrow());
  }
}
