package org.countywise.cli;

import static org.apache.spark.sql.functions.expr;
import static org.assertj.core.api.Assertions.assertThat;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import java.io.IOException;
import java.math.BigDecimal;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import org.countywise.Folders;
import org.countywise.Workbench;
import org.countywise.run.Without;
import org.countywise.site.ReadSite;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;

/**
 * The difference between a release and one with a county that came late, wages corrected, workers
 * withdrawn and one definition changed is split into just these parts.
 */
class DiffTest {
  private static final String LATE = "522633";
  private static final String WITHDRAWN = "513431";
  private static final String CORRECTED = "640422";
  private static final String MONTH = "period=2020-09";

  private static Workbench.Bench bench;
  private static JsonNode diff;

  @BeforeAll
  static void publishTwice() throws IOException {
    bench = Workbench.bench("diff");
    Path first = Folders.copy(Workbench.sample(), bench.folder().resolve("first"));
    Path second = Folders.copy(Workbench.sample(), bench.folder().resolve("second"));
    Without.county(bench.spark(), first, LATE, "2020-09");
    String withdrawn = "startswith(village_code, '%s') and person_id %% 5 = 1".formatted(WITHDRAWN);
    Path employment = second.resolve("employment").resolve(MONTH);
    long before = rows(employment);
    Without.rewrite(
        bench.spark(), employment, rows -> rows.filter(expr("not (" + withdrawn + ")")));
    long gone = before - rows(employment);
    Without.rewrite(
        bench.spark(),
        second.resolve("delivery").resolve(MONTH),
        rows ->
            rows.withColumn(
                "row_count",
                expr(
                    "if(dataset = 'employment' and county_code = '%s', row_count - %d, row_count)"
                        .formatted(WITHDRAWN, gone))));
    Without.rewrite(
        bench.spark(),
        employment,
        rows ->
            rows.withColumn(
                "wage_fen",
                expr(
                    "if(startswith(village_code, '%s'), wage_fen + 100, wage_fen)"
                        .formatted(CORRECTED))));
    Path jobs = Folders.copy(Path.of("jobs"), bench.folder().resolve("jobs"));
    Path family = jobs.resolve("employment.yaml");
    Files.writeString(
        family,
        Files.readString(family)
            .replace(
                "workshop_labour: {view: worker, count: rows, where: channel = 'workshop'",
                "workshop_labour: {view: worker, count: rows, where: channel <> 'migrant'"));
    run(first, Path.of("jobs"));
    run(second, jobs);
    Terminal terminal = type("diff", "--from", "r0001", "--to", "r0002", "--restricted", "--json");
    assertThat(terminal.code()).as(terminal.err()).isZero();
    diff = new ObjectMapper().readTree(terminal.out());
  }

  private static long rows(Path folder) {
    return bench.spark().read().parquet(folder.toString()).count();
  }

  private static void run(Path delivery, Path jobs) {
    Terminal terminal =
        type(
            "run",
            "--delivery",
            delivery.toString(),
            "--jobs",
            jobs.toString(),
            "--period",
            "2020-09",
            "employment");
    assertThat(terminal.code()).as(terminal.err() + terminal.out()).isZero();
  }

  private static Terminal type(String command, String... words) {
    List<String> all =
        new ArrayList<>(
            List.of(
                command, "--quiet", "--warehouse", bench.folder().resolve("warehouse").toString()));
    all.addAll(List.of(words));
    return Terminal.type(all.toArray(String[]::new));
  }

  @Test
  void shouldHavePartsThatAddUpToEveryDifference() {
    assertThat(diff.get("causes_unknown").asText()).isEmpty();
    assertThat(diff.get("cells")).hasSizeGreaterThan(100);
    for (JsonNode cell : diff.get("cells")) {
      BigDecimal sum = BigDecimal.ZERO;
      for (JsonNode part : cell.get("causes")) {
        sum = sum.add(part.decimalValue());
      }
      assertThat(sum.doubleValue())
          .as("%s", cell)
          .isCloseTo(
              cell.get("difference").doubleValue(), org.assertj.core.data.Offset.offset(1e-9));
    }
  }

  @Test
  void shouldNameTheLateCounty() {
    JsonNode cell = cell("migrant_labour", LATE);

    assertThat(cell.get("before").get("status").asText()).isEqualTo("O");
    assertThat(cell.get("after").get("status").asText()).isEqualTo("A");
    assertThat(causes(cell)).containsExactly("late delivery");
    assertThat(causes(cell("migrant_labour", "CN")))
        .containsExactly("late delivery", "new or withdrawn records");
  }

  @Test
  void shouldNameWithdrawnAndCorrectedRecords() {
    assertThat(causes(cell("employed_labour", WITHDRAWN)))
        .containsExactly("new or withdrawn records");
    assertThat(causes(cell("average_monthly_wage", CORRECTED)))
        .containsExactly("corrected records");
    assertThat(cell("average_monthly_wage", CORRECTED).get("difference").doubleValue())
        .isCloseTo(1.0, org.assertj.core.data.Offset.offset(1e-9));
    assertThat(causes(cell("average_monthly_wage", "CN")))
        .containsExactly("late delivery", "new or withdrawn records", "corrected records");
  }

  @Test
  void shouldNameTheChangedDefinition() {
    assertThat(causes(cell("workshop_labour", CORRECTED))).containsExactly("changed definition");
  }

  @Test
  void shouldNotSayInTheReportWhatWasSaidBeforeWhereBothReleasesTellSmallNumbers() {
    Terminal report = type("report", "--out", bench.folder().resolve("site").toString());
    assertThat(report.code()).as(report.err()).isZero();
    ReadSite site = new ReadSite(bench.folder().resolve("site"));

    assertThat(type("findings", "--rule", "told_before").out()).contains("told_before");
    assertThat(site.data("quality").path("revised").path("r0002")).isNotEmpty();
    assertThat(site.data("region/" + LATE).toString())
        .contains("\"r\":{\"2020-09\":{\"in\":\"r0002\"}}")
        .doesNotContain("\"in\":\"r0002\",");
    assertThat(site.data("quality").path("steps").path(0).toString())
        .startsWith("{\"release\":\"r0002\",\"base\":\"r0001\",\"definitions\":true")
        .contains("\"delivery\"", "\"employment\"")
        .doesNotContain("\"village\"");
  }

  @Test
  void shouldReadWellOnATerminal() {
    Terminal terminal =
        type(
            "diff",
            "--from",
            "r0001",
            "--to",
            "r0002",
            "--restricted",
            "--limit",
            "3",
            "--delivery-to",
            bench.folder().resolve("nowhere").toString());

    assertThat(terminal.code()).isZero();
    assertThat(terminal.out())
        .contains(
            "cells differ between r0001 and r0002.", "Why is not known: no delivery at", "… and ");
  }

  private static JsonNode cell(String indicator, String region) {
    for (JsonNode cell : diff.get("cells")) {
      if (cell.get("indicator").asText().equals(indicator)
          && cell.get("region_code").asText().equals(region)
          && cell.get("breakdown").asText().isEmpty()) {
        return cell;
      }
    }
    throw new AssertionError("no difference in " + indicator + " of " + region);
  }

  private static List<String> causes(JsonNode cell) {
    List<String> causes = new ArrayList<>();
    cell.get("causes").fieldNames().forEachRemaining(causes::add);
    return causes;
  }
}
