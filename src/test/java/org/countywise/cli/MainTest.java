package org.countywise.cli;

import static org.assertj.core.api.Assertions.assertThat;

import java.nio.file.Path;
import java.util.List;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

class MainTest {
  @TempDir private Path folder;

  @ParameterizedTest
  @ValueSource(
      strings = {
        "demo",
        "sample",
        "check",
        "plan",
        "run",
        "show",
        "alerts",
        "verification",
        "claims",
        "export",
        "findings",
        "catalogue"
      })
  void shouldExplainEveryCommand(String command) {
    Terminal terminal = Terminal.type(command, "--help");

    assertThat(terminal.code()).as("exit code of help").isZero();
    assertThat(terminal.out()).as("help").startsWith("Usage: countywise " + command);
    assertThat(terminal.err()).as("complaints").isEmpty();
  }

  @Test
  void shouldNameTheCommandsWhenNoneIsGiven() {
    Terminal terminal = Terminal.type();

    assertThat(terminal.code()).as("exit code").isEqualTo(64);
    assertThat(terminal.err())
        .as("complaint")
        .startsWith("countywise: no command given; known commands are demo, sample, check")
        .hasLineCount(1);
  }

  @Test
  void shouldSuggestTheFlagThatWasMeant() {
    Terminal terminal =
        Terminal.type("run", "--delivery", "D", "--warehouse", "W", "--perod", "2020-07");

    assertThat(terminal.code()).as("exit code").isEqualTo(64);
    assertThat(terminal.err()).as("complaint").contains("--perod").contains("--period");
    assertThat(terminal.err()).as("complaint").hasLineCount(1);
  }

  @Test
  void shouldExplainAPeriodThatIsNone() {
    Terminal terminal =
        Terminal.type("run", "--delivery", "D", "--warehouse", "W", "--period", "2020-13");

    assertThat(terminal.code()).as("exit code").isEqualTo(64);
    assertThat(terminal.err())
        .as("complaint")
        .contains("'2020-13' is not a period; write a month as 2020-07 or months as")
        .doesNotContain("Exception");
  }

  @Test
  void shouldNameTheFolderOfDefinitionsThatIsNotThere() {
    Terminal terminal = Terminal.type("plan", "--jobs", folder.resolve("nowhere").toString());

    assertThat(terminal.code()).as("exit code").isEqualTo(64);
    assertThat(terminal.err())
        .as("complaint")
        .contains("no definitions at '" + folder.resolve("nowhere") + "'", "--jobs");
  }

  @Test
  void shouldPrintThePlanOfAFamily() {
    Terminal terminal = Terminal.type("plan", "registry");

    assertThat(terminal.code()).as("exit code; said: %s", terminal.err()).isZero();
    assertThat(terminal.out()).as("plan").contains("scan household", "poor_headcount_rate = ");
  }

  @Test
  void shouldSuggestTheFamilyThatWasMeant() {
    Terminal terminal = Terminal.type("plan", "employmnt");

    assertThat(terminal.code()).as("exit code").isEqualTo(64);
    assertThat(terminal.err())
        .as("complaint")
        .isEqualToIgnoringNewLines(
            "countywise: unknown family 'employmnt'; did you mean 'employment'?");
  }

  @Test
  void shouldListFormatsBeforeAnythingElse() {
    Terminal terminal =
        Terminal.type("export", "--warehouse", "W", "--format", "xls", "--out", "E");

    assertThat(terminal.code()).as("exit code").isEqualTo(64);
    assertThat(terminal.err())
        .as("complaint")
        .isEqualToIgnoringNewLines(
            "countywise: unknown format 'xls'; did you mean 'xlsx'? Known formats are csv, parquet,"
                + " postgres, sdmx-csv, xlsx");
  }

  @Test
  void shouldKnowSpreadsheetsOnlyAndForCsvOnly() {
    Terminal unknown =
        Terminal.type(
            "export", "--warehouse", "W", "--format", "csv", "--out", "E", "--for", "printers");
    Terminal parquet =
        Terminal.type(
            "export",
            "--warehouse",
            "W",
            "--format",
            "parquet",
            "--out",
            "E",
            "--for",
            "spreadsheet");
    Terminal list = Terminal.type("findings", "--warehouse", "W", "--for", "spreadsheet");

    assertThat(List.of(unknown.code(), parquet.code(), list.code())).containsOnly(64);
    assertThat(unknown.err()).contains("unknown --for 'printers'; known is spreadsheet");
    assertThat(parquet.err()).contains("--for spreadsheet is for CSV");
    assertThat(list.err()).contains("add --csv FILE");
  }

  @Test
  void shouldRefuseASampleOfNoSize() {
    Terminal terminal = Terminal.type("sample", "--out", "S", "--scale", "0");

    assertThat(terminal.code()).as("exit code").isEqualTo(64);
    assertThat(terminal.err()).as("complaint").contains("scale 0.0 is outside 0.001 to 10");
  }

  @Test
  void shouldSayWhenSettingsAreNotThere() {
    Terminal terminal =
        Terminal.type("show", "--warehouse", folder.toString(), "--conf", "nowhere.yaml");

    assertThat(terminal.code()).as("exit code").isEqualTo(64);
    assertThat(terminal.err()).as("complaint").contains("no settings at 'nowhere.yaml'");
  }
}
