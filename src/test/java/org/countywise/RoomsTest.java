package org.countywise;

import static org.assertj.core.api.Assertions.assertThat;

import com.tngtech.archunit.core.domain.JavaClasses;
import com.tngtech.archunit.core.importer.ClassFileImporter;
import com.tngtech.archunit.core.importer.ImportOption;
import com.tngtech.archunit.lang.ArchRule;
import java.nio.file.Path;
import java.util.List;
import org.countywise.rooms.Rules;
import org.junit.jupiter.api.Nested;
import org.junit.jupiter.api.Test;

/** The doors between the rooms hold, and each rule that says so is known to bite. */
class RoomsTest {

  /** What is built keeps the rules. */
  @Nested
  class TheHouse {
    private static final JavaClasses HOUSE =
        new ClassFileImporter()
            .withImportOption(new ImportOption.DoNotIncludeTests())
            .withImportOption(new ImportOption.DoNotIncludeJars())
            .importPackages("org.countywise");

    private final Rules rules =
        new Rules("org.countywise", Path.of("src/main/java/org/countywise"));

    @Test
    void shouldHaveKnownRoomsOnly() {
      rules.knownRooms().check(HOUSE);
    }

    @Test
    void shouldUseTheDoorsOfEachRoomOnly() {
      rules.doors().check(HOUSE);
    }

    @Test
    void shouldHaveNoCycleOfRooms() {
      rules.noCycles().check(HOUSE);
    }

    @Test
    void shouldHaveNoAttic() {
      rules.honestNames().check(HOUSE);
    }

    @Test
    void shouldNameColumnsInTableOnly() {
      rules.columnsNamedInTable().check(HOUSE);
    }

    @Test
    void shouldStartNoSparkJobInRows() {
      rules.noActionInRows().check(HOUSE);
    }

    @Test
    void shouldReadNoDefinitionInRows() {
      rules.rowsReadNoDefinition().check(HOUSE);
    }

    @Test
    void shouldPrintExitAndReadClockOrEnvironmentInCliOnly() {
      rules.worldOnlyInCli().check(HOUSE);
    }

    @Test
    void shouldMakeSessionsInRunOnly() {
      rules.sessionOwnedByRun().check(HOUSE);
    }

    @Test
    void shouldTouchCatalystInExpressionOnly() {
      rules.catalystOnlyInExpression().check(HOUSE);
    }

    @Test
    void shouldExplainEveryRoomInTenLines() {
      rules.roomsExplained().check(HOUSE);
    }
  }

  /** Planted classes break each rule, so each rule is seen to fail. */
  @Nested
  class ThePlanted {
    private static final String ROOT = "org.countywise.rooms.planted";
    private static final JavaClasses PLANTED = new ClassFileImporter().importPackages(ROOT);

    private final Rules rules =
        new Rules(ROOT, Path.of("src/test/java/org/countywise/rooms/planted"));

    @Test
    void shouldFindAnUnknownRoomAndARoomWithinARoom() {
      assertThat(violations(rules.knownRooms()))
          .as("classes outside the map")
          .hasSize(3)
          .anyMatch(said -> said.contains("planted.attic.Leftover"))
          .anyMatch(said -> said.contains("planted.rows.inner.Deep"))
          .anyMatch(said -> said.contains("planted.util.Anything"));
    }

    @Test
    void shouldFindARoomBehindAClosedDoor() {
      assertThat(violations(rules.doors()))
          .as("a definition that uses the plan, which no door allows")
          .anyMatch(said -> said.contains("definition.ReachesOut") && said.contains("plan.There"));
    }

    @Test
    void shouldFindALibraryBehindAClosedDoor() {
      assertThat(violations(rules.doors()))
          .as("a parser that uses Spark, a class outside every room that uses a library")
          .anyMatch(said -> said.contains("parse.Borrows") && said.contains("spark.sql.Row"))
          .anyMatch(said -> said.contains("attic.Leftover") && said.contains("spark.sql.Row"));
    }

    @Test
    void shouldLetClassesThroughOpenDoors() {
      assertThat(violations(rules.doors()))
          .as("cli may use picocli and every room, plan may use definition, table may use Spark")
          .noneMatch(said -> said.contains("cli.Welcome"))
          .noneMatch(said -> said.contains("Class <" + ROOT + ".plan.There>"))
          .noneMatch(said -> said.contains("table.Names"));
    }

    @Test
    void shouldFindACycle() {
      assertThat(violations(rules.noCycles()))
          .as("definition and plan use each other")
          .anyMatch(said -> said.contains("Slice definition") && said.contains("Slice plan"));
    }

    @Test
    void shouldFindAtticsByPackageAndBySuffix() {
      assertThat(violations(rules.honestNames()))
          .as("names like an attic")
          .hasSize(2)
          .anyMatch(said -> said.contains("planted.util.Anything"))
          .anyMatch(said -> said.contains("planted.report.RowHelper"));
    }

    @Test
    void shouldFindAColumnNamedOutsideTable() {
      assertThat(violations(rules.columnsNamedInTable()))
          .as("columns named outside table, by call and by reference")
          .hasSize(2)
          .allMatch(said -> said.contains("sink.NamesColumns"));
    }

    @Test
    void shouldFindSparkActionsInRows() {
      assertThat(violations(rules.noActionInRows()))
          .as("actions in rows, by call, in a lambda and by reference; none elsewhere")
          .hasSize(3)
          .allMatch(said -> said.contains("rows.Acts"))
          .anyMatch(said -> said.contains("Dataset.count()"))
          .anyMatch(said -> said.contains("Dataset.write()"))
          .anyMatch(said -> said.contains("Dataset.collectAsList()"));
    }

    @Test
    void shouldFindADefinitionReadInRows() {
      assertThat(violations(rules.rowsReadNoDefinition()))
          .as("definitions read in rows")
          .isNotEmpty()
          .allMatch(said -> said.contains("rows.ReadsWhatIsWritten"));
    }

    @Test
    void shouldFindTouchesOfTheWorldOutsideCli() {
      assertThat(violations(rules.worldOnlyInCli()))
          .as("terminal, process, clock and environment outside cli")
          .allMatch(said -> said.contains("run.TouchesTheWorld"))
          .anyMatch(said -> said.contains("System.out"))
          .anyMatch(said -> said.contains("System.err"))
          .anyMatch(said -> said.contains("System.exit("))
          .anyMatch(said -> said.contains("System.getenv("))
          .anyMatch(said -> said.contains("System.nanoTime("))
          .anyMatch(said -> said.contains("System.currentTimeMillis("))
          .anyMatch(said -> said.contains("Clock.systemUTC("))
          .anyMatch(said -> said.contains("Instant.now("))
          .anyMatch(said -> said.contains("printStackTrace("));
    }

    @Test
    void shouldFindASessionMadeOutsideRun() {
      assertThat(violations(rules.sessionOwnedByRun()))
          .as("sessions made outside run")
          .hasSize(1)
          .allMatch(said -> said.contains("sink.OwnSession"));
    }

    @Test
    void shouldFindCatalystOutsideCheck() {
      assertThat(violations(rules.catalystOnlyInExpression()))
          .as("Catalyst outside compile.expression")
          .isNotEmpty()
          .allMatch(said -> said.contains("release.TouchesCatalyst"));
    }

    @Test
    void shouldFindRoomsThatSayNothingOrTooMuch() {
      assertThat(violations(rules.roomsExplained()))
          .as("rooms without a package-info or with a long one")
          .contains("delivery/package-info.java has 12 lines, at most ten are read")
          .contains("release has no package-info.java")
          .noneMatch(said -> said.startsWith("rows"));
    }

    private static List<String> violations(ArchRule rule) {
      return rule.evaluate(PLANTED).getFailureReport().getDetails();
    }
  }
}
