package org.countywise.cli;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Collection;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.function.Supplier;
import java.util.stream.Stream;
import org.countywise.Workbench;
import org.countywise.catalogue.Catalogue;
import org.countywise.claim.Judge;
import org.countywise.claim.Published;
import org.countywise.definition.Claims;
import org.countywise.definition.Definitions;
import org.countywise.definition.Title;
import org.countywise.release.Table;
import org.countywise.release.Warehouse;
import org.countywise.report.FindingType;
import org.countywise.report.Language;
import org.countywise.report.Manifest;
import org.countywise.report.Outcome;
import org.countywise.report.PlainManifest;
import org.countywise.sink.WorkbookText;
import org.countywise.sink.postgres.Exported;
import org.countywise.supplement.Supplement;
import org.countywise.table.ValueRow;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;

/** Every text is there of a record that holds as little as it may. */
class TextsTest {
  private static final Definitions JOBS = Workbench.definitions("jobs");
  private static final Manifest MANIFEST =
      PlainManifest.of("r0001", PlainManifest.planned(List.of(), List.of("2020-09"), List.of()));
  private static final Figures NO_FIGURES =
      new Figures(new Figures.Month("r0001", "2020-09", "CN"), List.of(), Map.of(), Map.of());

  private static final AlertFiles.File FILE = new AlertFiles.File("verification", "W/f.csv", 1);

  private static final Map<String, Supplier<String>> TEXTS = texts();

  private static Map<String, Supplier<String>> texts() {
    Map<String, Supplier<String>> texts = new LinkedHashMap<>();
    for (Language language : Language.values()) {
      texts.put(
          "bulletin.%s.md".formatted(language.code()),
          () -> new BulletinText(JOBS, NO_FIGURES, language).markdown());
      texts.put(
          "catalogue.%s.md".formatted(language.code()),
          () -> new Catalogue(JOBS, language).markdown());
      texts.put(
          "workbook.%s.txt".formatted(language.code()),
          () -> new WorkbookText("r0001", true).about(language).toString());
      texts.put(
          "workbook-notes.%s.txt".formatted(language.code()),
          () -> new WorkbookText("r0001", false).notes(language).toString());
    }
    texts.put(
        "bulletin.txt",
        () -> joined(new Bulletins(JOBS, List.of(NO_FIGURES), List.of("W/2020-09.md")).lines()));
    texts.put("answers.txt", () -> joined(answers().lines()));
    texts.put("passport.txt", () -> joined(provenanceReport().withoutRows("it is gone").lines()));
    texts.put("closing.txt", () -> joined(runSummary().lines()));
    texts.put(
        "finding-kinds.txt",
        () -> joined(FindingLines.of(List.of(FindingType.NO_ROWS.in("village", "").build()))));
    texts.put(
        "findings.txt", () -> joined(new FindingList(List.of(), List.of(), "", false).lines()));
    texts.put(
        "releases.txt",
        () ->
            joined(
                ReleaseList.of(null, List.of(new Warehouse.Listed(MANIFEST, 0, false))).lines()));
    texts.put("costs.txt", () -> joined(CostTable.of(MANIFEST).lines()));
    texts.put(
        "alerts.txt",
        () -> joined(new AlertList("2020-09", "", List.of(), Map.of(), false).lines(1)));
    texts.put(
        "alert-files.txt",
        () ->
            joined(
                TerminalText.lines(
                    "alert-files", new AlertFiles.Written("restricted", List.of(FILE), 0))));
    texts.put(
        "verification.txt",
        () ->
            joined(
                TerminalText.lines(
                    "verification",
                    new VerificationCommand.Done(
                        "D", "2020-09", new Supplement.Added("F", 1, List.of()), 0, List.of()))));
    texts.put(
        "alert-sweep.txt",
        () ->
            joined(
                TerminalText.lines(
                    "alert-sweep",
                    new AlertsCommand.Sweep("2020-09", "low_income", Map.of("100", 1L)))));
    ReleaseReader release = new ReleaseReader(null, MANIFEST, Table.Space.PUBLISHED);
    texts.put(
        "changes.txt",
        () ->
            joined(
                new ChangeList(new Changes(release, release, List.of(), ""), 1, Map.of(), Map.of())
                    .lines()));
    Exported.Reader reader = new Exported.Reader("r", Exported.Access.READS);
    texts.put(
        "export-postgres.txt",
        () ->
            joined(
                TerminalText.lines(
                    "export-postgres",
                    new PostgresReport(
                        "host/db", "s", "r0001", new Exported(Map.of(), List.of(), reader)))));
    texts.put(
        "check-round.txt",
        () ->
            joined(
                TerminalText.lines(
                    "check-round", new CheckWatch.Round(List.of(), List.of(), 0, 0, true))));
    texts.put(
        "trial.txt",
        () ->
            joined(
                Trial.of(
                        new Trial.Head(
                            "f", new Region("1", "county", "", ""), "2020-09", "r1", true, true),
                        List.of())
                    .lines()));
    texts.put("doctor.txt", () -> joined(new Checkup(List.of()).lines()));
    texts.put("legend.txt", () -> joined(Status.legend(List.of("P"))));
    return texts;
  }

  private static String joined(List<String> lines) {
    return String.join("\n", lines);
  }

  private static RunSummary runSummary() {
    Outcome outcome = new Outcome(Outcome.Ending.PUBLISHED, "r0001", List.of(), Map.of(), Map.of());
    return new RunSummary(outcome, new Periods.Converter().convert("2020-09"), "W", 1);
  }

  private static ProvenanceReport provenanceReport() {
    Map<String, String> dimension = new LinkedHashMap<>();
    dimension.put("title_en", null);
    dimension.put("title_zh", null);
    dimension.put("unit", "persons");
    dimension.put("formula", "a");
    dimension.put("denominator", null);
    return new ProvenanceReport(
        new ReleaseReader(null, MANIFEST, Table.Space.PUBLISHED),
        new ValueRow("a", "CN", "nation", "2020-09", "", null, null, null, "O", "r0001"),
        MANIFEST,
        dimension,
        List.of(),
        List.of(),
        Map.of(),
        null,
        "");
  }

  private static Answers answers() {
    Claims.Statement statement =
        new Claims.Statement(
            new Claims.Wording("said", "说"),
            null,
            "a",
            null,
            null,
            "CN",
            "2020-09",
            "1",
            null,
            null,
            List.of(),
            List.of());
    Claims claims = new Claims(new Title("Claims", "说法"), List.of(), Map.of("said", statement));
    return new Answers(claims, "r0001", new Judge(new NothingPublished(), claims).answers());
  }

  /** No row at all. */
  private static final class NothingPublished implements Published {
    @Override
    public Optional<Figure> find(At cell) {
      return Optional.empty();
    }

    @Override
    public Collection<String> indicators() {
      return List.of();
    }

    @Override
    public Collection<String> regions() {
      return List.of();
    }

    @Override
    public Collection<String> periods() {
      return List.of();
    }

    @Override
    public List<String> populations() {
      return List.of();
    }
  }

  static Collection<String> names() {
    return TEXTS.keySet();
  }

  @ParameterizedTest
  @MethodSource("names")
  void shouldSaySomethingOfTheLeastRecord(String name) {
    assertThat(TEXTS.get(name).get()).isNotBlank();
  }

  @Test
  void shouldLeaveNoTextOut() throws IOException {
    List<String> templates;
    try (Stream<Path> files = Files.list(Path.of("src/main/resources/org/countywise/report"))) {
      templates =
          files
              .map(file -> file.getFileName().toString())
              .filter(name -> name.endsWith(".md.ftl") || name.endsWith(".txt.ftl"))
              .map(name -> name.replaceFirst("\\.ftl$", ""))
              .toList();
    }
    assertThat(TEXTS.keySet()).containsExactlyInAnyOrderElementsOf(templates);
  }
}
