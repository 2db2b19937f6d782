package org.countywise.cli;

import static org.assertj.core.api.Assertions.assertThat;
import static org.countywise.report.Outcome.Ending.PUBLISHED;
import static org.countywise.report.Outcome.Ending.REFUSED;
import static org.countywise.report.Outcome.Ending.UNCHANGED;

import java.time.LocalDate;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import org.countywise.report.Finding;
import org.countywise.report.FindingType;
import org.countywise.report.Outcome;
import org.junit.jupiter.api.Test;

class RunSummaryTest {
  private static final Periods JULY = new Periods.Converter().convert("2020-07");

  private static Finding finding(Finding.Severity severity, String rule, String unit) {
    return new Finding(
        rule,
        "employment",
        "2020-07",
        unit,
        severity,
        1,
        List.of("4711"),
        "something is wrong",
        "");
  }

  private static Finding absence(String file, String column) {
    return FindingType.SCHEMA
        .in("village", "2020-07")
        .saying("absent")
        .with("file", file)
        .with("column", column)
        .with("declared", "int32")
        .build();
  }

  private static String text(Outcome outcome) {
    return String.join("\n", new RunSummary(outcome, JULY, "W", 12).lines());
  }

  @Test
  void shouldSayWhatWasPublishedAndHowToLookAtIt() {
    Outcome outcome =
        new Outcome(
            PUBLISHED, "r0007", List.of(), Map.of("A", 4242L), Map.of("employment", 1_234_567L));

    assertThat(text(outcome))
        .as("closing of a published run")
        .contains("employment  1,234,567")
        .contains("A       normal           4,242")
        .contains("Published release r0007 for 2020-07 in 12 s; the tables are in W.")
        .contains("countywise show --warehouse W");
  }

  @Test
  void shouldSayThatNothingChangedAndHowToComputeAgain() {
    Outcome outcome = new Outcome(UNCHANGED, "r0007", List.of(), Map.of("A", 1L), Map.of());

    assertThat(text(outcome))
        .as("closing of a run without news")
        .contains("Nothing changed since release r0007")
        .contains("--again")
        .doesNotContain("Published release");
  }

  @Test
  void shouldSayHowMuchIsWithheld() {
    Outcome outcome =
        new Outcome(
            PUBLISHED,
            "r0007",
            List.of(),
            Map.of("A", 900L, "Q", 100L),
            Map.of(),
            List.of(),
            Map.of("primary", 70L, "complementary", 30L),
            List.of());

    assertThat(text(outcome))
        .as("closing of a run with small numbers")
        .contains(
            "Withheld: 70 rows with too small a number and 30 that would tell one, 10.00 % of all"
                + " rows; an attack on the rest told none.");
  }

  @Test
  void shouldSayWhyNothingWasPublished() {
    Outcome outcome =
        new Outcome(
            REFUSED,
            "",
            List.of(
                finding(Finding.Severity.WARNING, "orphan", "513431"),
                finding(Finding.Severity.BLOCKER, "control_total", "513431")),
            Map.of(),
            Map.of());

    assertThat(new RunSummary(outcome, JULY, "W", 1).lines())
        .as("closing of a blocked run")
        .containsExactly(
            "blocker  employment 2020-07 513431: something is wrong [control_total]",
            "warning  employment 2020-07 513431: something is wrong [orphan]",
            "",
            "Nothing was published for 2020-07: 1 blocking finding; an earlier release stays as it"
                + " is.");
  }

  @Test
  void shouldGatherFindingsOfAKindAndKeepTheListShort() {
    List<Finding> findings = new ArrayList<>();
    for (int rule = 10; rule < 40; rule++) {
      findings.add(finding(Finding.Severity.ERROR, "rule" + rule, "513431"));
      findings.add(finding(Finding.Severity.ERROR, "rule" + rule, "513432"));
    }

    List<String> lines = FindingLines.of(findings);

    assertThat(lines).as("at most twenty kinds and one line for the rest").hasSize(21);
    assertThat(lines.get(0)).as("a kind").endsWith("[rule10], and 1 more of this kind");
    assertThat(lines.get(20)).as("the rest").startsWith("… and 20 more findings");
  }

  @Test
  void shouldNameEveryFileThatBlocksUpToTen() {
    List<Finding> findings = new ArrayList<>();
    for (int file = 10; file < 22; file++) {
      String name = "village/period=2020-07/is part " + file + ".parquet";
      findings.add(absence(name, "'a'"));
      findings.add(absence(name, "'b'"));
    }

    List<String> lines = FindingLines.of(findings);

    assertThat(lines).as("ten files, and where the rest is").hasSize(11);
    assertThat(lines.get(0)).contains("part 10.parquet: column 'a'");
    assertThat(lines.get(9))
        .contains("part 19.parquet: column 'a'")
        .endsWith(", and 14 more of this kind");
  }

  @Test
  void shouldSayWhichDayTheRegionsAreOf() {
    Outcome outcome = new Outcome(PUBLISHED, "r0007", List.of(), Map.of("A", 1L), Map.of());
    RunSummary runSummary = new RunSummary(outcome, JULY, LocalDate.of(2014, 12, 31), "W", 12);

    assertThat(runSummary.lines())
        .as("closing of a run in the regions of another day")
        .anyMatch(line -> line.contains("r0007 for 2020-07 in the regions of 2014-12-31 in 12 s"));
    assertThat(runSummary.json()).containsEntry("regions_as_of", "2014-12-31");
  }

  @Test
  void shouldNeverShowKeysOfRows() {
    Outcome outcome =
        new Outcome(
            REFUSED, "", List.of(finding(Finding.Severity.BLOCKER, "key", "")), Map.of(), Map.of());

    assertThat(text(outcome)).as("text").doesNotContain("4711");
    assertThat(Json.of(new RunSummary(outcome, JULY, "W", 1).json()))
        .as("json")
        .doesNotContain("4711");
  }
}
