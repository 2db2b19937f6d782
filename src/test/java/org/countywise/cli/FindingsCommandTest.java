package org.countywise.cli;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.Map;
import org.apache.spark.sql.Dataset;
import org.apache.spark.sql.Row;
import org.apache.spark.sql.RowFactory;
import org.countywise.Workbench;
import org.countywise.release.Draft;
import org.countywise.release.Table;
import org.countywise.report.PlainManifest;
import org.countywise.table.Findings;
import org.countywise.table.IndicatorValue;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** All findings, of the release and of a run that published nothing. */
class FindingsCommandTest {
  private static final Table FINDING = Table.restricted("finding");
  private static final String KEY = "880088880088";

  private final Workbench.Bench bench = Workbench.bench("findings");

  @TempDir private Path folder;

  @Test
  void shouldListAllAndTellTheRefusedRunFromTheRelease() throws IOException {
    publish(table("total_differs", "2020-07"));
    bench.warehouse().keepRefused(Map.of(FINDING, table("control_total", "2020-08")));

    String all = findings().out();
    assertThat(all)
        .containsSubsequence(
            "the last run, which published nothing: 1 finding",
            "control_total",
            "release r0001: 1 finding",
            "error  total_differs  person 2020-07 451028 kind=road, 3 rows")
        .doesNotContain(KEY);
    assertThat(findings("--rule", "total_differs").out()).doesNotContain("control_total");
    assertThat(findings("--period", "2020-08..2020-09").out()).doesNotContain("total_differs");
    assertThat(findings("--restricted").out()).contains(KEY);
    assertThat(findings("--rule", "total_difers").out())
        .contains("no findings of rule 'total_difers'; did you mean 'total_differs'?");

    Path file = folder.resolve("findings.csv");
    assertThat(findings("--csv", file.toString()).code()).isZero();
    assertThat(Files.readString(file))
        .startsWith("release,severity,rule,dataset,period,county_code,breakdown,rows,message\r\n")
        .contains(
            "r0001,error,total_differs,person,2020-07,451028,kind=road,3,\"=says, \"\"x\"\"\"\r\n")
        .doesNotContain(KEY);
    findings("--csv", file.toString(), "--for", "spreadsheet", "--restricted");
    assertThat(Files.readString(file)).startsWith("\uFEFFrelease").contains("\"'=says", KEY);
  }

  @Test
  void shouldReadWhatWasWrittenBeforeThereWereBreakdowns() {
    publish(table("old_rule", "2020-07").drop("breakdown"));

    assertThat(findings().out()).contains("old_rule  person 2020-07 451028, 3 rows");

    publish(table("new_rule", "2020-08"));

    assertThat(findings().out()).contains("new_rule  person 2020-08 451028 kind=road");
  }

  @Test
  void shouldSayThatNoRunHasCome() {
    Terminal terminal = findings();

    assertThat(terminal.code()).isEqualTo(64);
    assertThat(terminal.err()).contains("nothing is published in this warehouse yet");
  }

  @Test
  void shouldNotShowAReleaseWithoutValues() {
    try (Draft draft = bench.warehouse().draft()) {
      draft.replaceValues(
          Table.published("indicator_value"),
          bench.spark().createDataFrame(List.of(), IndicatorValue.SCHEMA),
          List.of("2020-07"),
          List.of("migrant_labour"));
      publish(draft);
    }

    Terminal terminal =
        Terminal.type("show", "-q", "--warehouse", bench.folder().resolve("warehouse").toString());

    assertThat(terminal.code()).isEqualTo(64);
    assertThat(terminal.err()).contains("release 'r0001' has no values");
  }

  private void publish(Dataset<Row> rows) {
    try (Draft draft = bench.warehouse().draft()) {
      draft.replace(FINDING, rows);
      publish(draft);
    }
    bench.warehouse().settle(10);
  }

  private static void publish(Draft draft) {
    draft.publish(PlainManifest.PLANNED, PlainManifest.CONTENTS);
  }

  private Dataset<Row> table(String rule, String period) {
    Row row =
        RowFactory.create(
            rule,
            "person",
            period,
            "451028",
            "error",
            3L,
            new String[] {KEY},
            "=says, \"x\"",
            "kind=road");
    return bench.spark().createDataFrame(List.of(row), Findings.FINDING);
  }

  private Terminal findings(String... words) {
    List<String> all =
        new ArrayList<>(
            List.of(
                "findings", "-q", "--warehouse", bench.folder().resolve("warehouse").toString()));
    all.addAll(Arrays.asList(words));
    return Terminal.type(all.toArray(String[]::new));
  }
}
