package org.countywise.cli;

import static org.assertj.core.api.Assertions.assertThat;

import java.math.BigDecimal;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import org.countywise.release.Table;
import org.countywise.report.Manifest;
import org.countywise.report.PlainManifest;
import org.countywise.run.Explanation;
import org.countywise.table.ValueRow;
import org.junit.jupiter.api.Test;

/** Where a number comes from, in words. */
class ProvenanceReportTest {
  private static final BigDecimal TIMES_ONE = BigDecimal.ONE;

  private static ProvenanceReport passport(String status, Table.Space space) {
    Manifest made =
        PlainManifest.of(
            "r0002",
            new Manifest.Planned(
                new Manifest.Sources(
                    "1.0",
                    "abcdef0123456789",
                    "/delivery",
                    List.of(
                        new Manifest.Input("employment", "2020-08", 5, "0000000000000000"),
                        new Manifest.Input("employment", "2020-09", 1234, "0123456789abcdef"),
                        new Manifest.Input("region", "", 70000, "fedcba9876543210"))),
                new Manifest.Scope(List.of("employment"), List.of("2020-09"), "", List.of())));
    Map<String, String> dimension = new LinkedHashMap<>();
    dimension.put("title_en", "Migrant labour");
    dimension.put("title_zh", "务工人数");
    dimension.put("unit", "persons");
    dimension.put("formula", "migrant_labour");
    dimension.put("denominator", null);
    ValueRow cell =
        new ValueRow(
            "migrant_labour",
            "513431",
            "county",
            "2020-09",
            "",
            status.equals("A") ? 1230d : null,
            status.equals("A") ? new BigDecimal("1230") : null,
            null,
            status,
            "r0002");
    return new ProvenanceReport(
        new ReleaseReader(null, made, space),
        cell,
        made,
        dimension,
        List.of("r0001", "r0002"),
        List.of(),
        Map.of("513431", new Region("513431", "county", "昭觉县", "Zhaojue")),
        null,
        "");
  }

  private static Explanation explanation(String computed) {
    return new Explanation(
        List.of(
            new Explanation.Funnel(
                "numerator",
                "migrant_labour",
                "employment",
                "2020-09",
                TIMES_ONE,
                1234,
                List.of(new Explanation.Lost("outside: channel = 'migrant'", 4)),
                1230,
                new BigDecimal("1230"))),
        List.of(),
        List.of(new Explanation.Child("513431001", new BigDecimal("1230"), null, "A")),
        computed == null ? null : new BigDecimal(computed),
        null);
  }

  @Test
  void shouldFollowRowsFromTheFilesToTheNumber() {
    ProvenanceReport provenanceReport =
        passport("A", Table.Space.PUBLISHED).with(explanation("1230"));

    assertThat(provenanceReport.lines())
        .containsExactly(
            "migrant_labour  Migrant labour  务工人数",
            "513431 昭觉县 (Zhaojue), 2020-09: 1,230 persons",
            "status A  normal",
            "",
            "migrant_labour",
            "  numerator    1,230",
            "",
            "Release r0002 by engine 1.0, definitions abcdef012345, from /delivery",
            "First published in r0001, last revised in r0002.",
            "",
            "Rows of the numerator",
            "  migrant_labour of employment 2020-09",
            "      1,234  rows of the region were read",
            "        − 4  outside: channel = 'migrant'",
            "    = 1,230  counted; they come to 1,230",
            "  together 1,230, as computed",
            "",
            "input       period    rows  fingerprint",
            "──────────  ───────  ─────  ────────────",
            "employment  2020-09  1,234  0123456789ab",
            "",
            "region below  numerator  denominator  status",
            "────────────  ─────────  ───────────  ──────",
            "513431001         1,230            –  A");
  }

  @Test
  void shouldSayWhereRowsDoNotAddUpToWhatIsPublished() {
    ProvenanceReport provenanceReport = passport("A", Table.Space.PUBLISHED);

    assertThat(provenanceReport.with(explanation("1233")).lines())
        .contains(
            "  together 1,230; computed is 1,233: a published total stands in for parts that are"
                + " hidden or rejected");
    assertThat(provenanceReport.with(explanation(null)).lines())
        .contains("  together 1,230; nothing is published");
  }

  @Test
  void shouldSayWhyRowsAreNotFollowed() {
    ProvenanceReport suppressed = passport("Q", Table.Space.PUBLISHED);

    assertThat(suppressed.mayBeFollowed()).isFalse();
    assertThat(suppressed.lines())
        .endsWith("Its rows are not followed, since it is suppressed; --restricted follows them.");
    assertThat(Json.of(suppressed.told())).contains("\"not_followed\" : \"suppressed\"");
    assertThat(passport("Q", Table.Space.RESTRICTED).withoutRows("it is gone").lines())
        .endsWith("Its rows are not followed: it is gone.");
  }

  @Test
  void shouldGiveScriptsTheColumnsOfThePublishedTable() {
    ProvenanceReport provenanceReport = passport("A", Table.Space.PUBLISHED);

    assertThat(Json.of(provenanceReport.with(explanation("1230")).told()))
        .contains("\"region_code\" : \"513431\"", "\"made_by\" : \"r0002\"", "\"funnels\" : [")
        .doesNotContain("not_followed", "\"cell\"", "\"rows\" : null");
  }
}
