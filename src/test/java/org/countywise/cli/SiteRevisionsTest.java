package org.countywise.cli;

import static org.assertj.core.api.Assertions.assertThat;

import com.fasterxml.jackson.databind.JsonNode;
import java.math.BigDecimal;
import java.nio.file.Path;
import java.util.List;
import java.util.Map;
import org.apache.spark.sql.Dataset;
import org.apache.spark.sql.Row;
import org.apache.spark.sql.RowFactory;
import org.apache.spark.sql.types.StructType;
import org.countywise.Workbench;
import org.countywise.release.Draft;
import org.countywise.release.Table;
import org.countywise.report.Manifest;
import org.countywise.report.PlainManifest;
import org.countywise.site.ReadSite;
import org.countywise.table.IndicatorValue;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/**
 * What the report says of revised values. The second release corrects a rate and hides a count; the
 * third says no other number, and has found that earlier ones tell a small one.
 */
class SiteRevisionsTest {
  private static final String MONTH = "2020-07";
  private static final List<String> INDICATORS = List.of("employed_labour", "employment_rate");

  private static Workbench.Bench bench;

  @TempDir private Path folder;

  @BeforeAll
  static void publish() {
    bench = Workbench.bench("site-revisions");
    Row first = rate(8, "r0001");
    Row count = value("employed_labour", 40.0, "40", null, "A", "r0001");
    publish(List.of(first, count), "r0001", "f1", Map.of());
    Row corrected = rate(9, "r0002");
    Row hidden = value("employed_labour", null, null, null, "Q", "r0002");
    publish(List.of(corrected, hidden), "r0002", "f2", Map.of());
    publish(List.of(corrected, hidden), "r0002", "f2", Map.of("told_before", 1L));
  }

  private static void publish(
      List<Row> values, String revised, String fingerprint, Map<String, Long> findings) {
    try (Draft draft = bench.warehouse().draft()) {
      draft.replaceValues(
          Table.published("indicator_value"),
          bench.spark().createDataFrame(values, IndicatorValue.SCHEMA),
          List.of(MONTH),
          INDICATORS);
      draft.replaceValues(
          Table.published("revision"),
          table(
              "indicator string, region_code string, period string, breakdown string, region_level"
                  + " string, first_published string, last_revised string",
              INDICATORS.stream().map(id -> revision(id, revised)).toArray(Row[]::new)),
          List.of(MONTH),
          INDICATORS);
      draft.merge(Table.published("dim_indicator"), indicators());
      draft.merge(
          Table.published("dim_region"),
          table(
              "region_code string, region_level string, name_zh string, name_en string,"
                  + " parent_code string",
              RowFactory.create("CN", "nation", "全国", "Nation", null),
              RowFactory.create("522633", "county", "从江县", "Congjiang", "CN")));
      draft.publish(
          PlainManifest.planned(
              List.of("employment"),
              List.of(MONTH),
              List.of(
                  new Manifest.Input("employment", MONTH, 12, fingerprint),
                  new Manifest.Input("village", MONTH, 3, "same"))),
          PlainManifest.contents(findings));
    }
  }

  private static Row rate(int employed, String release) {
    return value("employment_rate", 100.0 * employed / 13, "" + employed, "13", "A", release);
  }

  private static Row value(
      String indicator,
      Double value,
      String numerator,
      String denominator,
      String status,
      String release) {
    return RowFactory.create(
        indicator,
        "522633",
        "county",
        MONTH,
        "",
        value,
        numerator == null ? null : new BigDecimal(numerator),
        denominator == null ? null : new BigDecimal(denominator),
        status,
        release);
  }

  private static Row revision(String indicator, String last) {
    return RowFactory.create(indicator, "522633", MONTH, "", "county", "r0001", last);
  }

  private static Dataset<Row> indicators() {
    return table(
        "indicator string, title_en string, title_zh string, unit string, formula string, numerator"
            + " string, denominator string, additivity string, job_file string, formula_zh string,"
            + " numerator_zh string, denominator_zh string",
        indicator("employed_labour", "persons"),
        indicator("employment_rate", "percent"));
  }

  private static Row indicator(String id, String unit) {
    return RowFactory.create(
        id, id, id, unit, "f", "n", "d", "ratio", "employment.yaml", "f", "n", "d");
  }

  private static Dataset<Row> table(String columns, Row... rows) {
    return bench.spark().createDataFrame(List.of(rows), StructType.fromDDL(columns));
  }

  @Test
  void shouldSayWhatWasSaidBeforeAndWhatWasOtherwiseThen() {
    ReadSite site = report("r0002");

    assertThat(revision(site, "employment_rate"))
        .hasToString(
            "{\"in\":\"r0002\",\"s\":\"A\",\"v\":%s,\"n\":8,\"d\":13}".formatted(100.0 * 8 / 13));
    assertThat(site.data("quality").path("steps"))
        .hasToString(
            "[{\"release\":\"r0002\",\"base\":\"r0001\",\"definitions\":false,"
                + "\"datasets\":[\"employment\"]}]");
  }

  @Test
  void shouldNotSayWhatWasSaidBeforeOfWhatIsHiddenNow() {
    ReadSite site = report("r0002");

    assertThat(revision(site, "employed_labour")).hasToString("{\"in\":\"r0002\"}");
    assertThat(site.files().get("data/region/522633.js")).doesNotContain("40");
  }

  @Test
  void shouldSayNothingOfBeforeWhereThatTellsSmallNumbers() {
    ReadSite site = report("r0003");

    assertThat(revision(site, "employment_rate")).hasToString("{\"in\":\"r0002\"}");
  }

  private ReadSite report(String release) {
    Path out = folder.resolve(release);
    Terminal terminal =
        Terminal.type(
            "report",
            "--quiet",
            "--warehouse",
            bench.folder().resolve("warehouse").toString(),
            "--out",
            out.toString(),
            "--release",
            release);
    assertThat(terminal.code()).as(terminal.err()).isZero();
    return new ReadSite(out);
  }

  private static JsonNode revision(ReadSite site, String indicator) {
    for (JsonNode series : site.data("region/522633")) {
      if (series.path("of").asText().equals(indicator)) {
        return series.path("r").path(MONTH);
      }
    }
    throw new AssertionError("no " + indicator);
  }
}
