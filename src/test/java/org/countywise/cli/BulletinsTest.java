package org.countywise.cli;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.YearMonth;
import java.util.List;
import java.util.Map;
import org.countywise.Folders;
import org.countywise.Workbench;
import org.countywise.report.Outcome;
import org.countywise.run.Without;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;

/** The bulletin of a month for which one of the 52 counties delivers nothing. */
class BulletinsTest {
  private static final String ZHAOJUE = "513431";
  private static final Periods SEPTEMBER =
      new Periods(YearMonth.of(2020, 9), YearMonth.of(2020, 9));
  private static Workbench.Bench bench;
  private static Bulletins bulletins;

  @BeforeAll
  static void runWithoutACounty() {
    bench = Workbench.bench("bulletins");
    Path delivery = Folders.copy(Workbench.sample(), bench.folder().resolve("delivery"));
    Without.county(Workbench.session(Map.of()), delivery, ZHAOJUE, "2020-09");
    Outcome outcome = bench.run(delivery, "jobs", SEPTEMBER.months(), "registry", "employment");
    assertThat(outcome.published()).as("%s", outcome.findings()).isTrue();
    bulletins = write(Workbench.definitions("jobs"));
  }

  private static Bulletins write(org.countywise.definition.Definitions definitions) {
    return Bulletins.write(
        bench.spark(), definitions, SEPTEMBER, bench.folder().resolve("warehouse").toString());
  }

  @Test
  void shouldSayInWordsThatACountyDidNotDeliver() {
    String text = String.join("\n", bulletins.lines()).replaceAll("\\s+", " ");

    assertThat(text)
        .contains("[provisional] registered labourers have migrant work")
        .contains("Provisional (P): 1 county did not deliver, 513431 昭觉县 (Zhaojue County);")
        .contains("without it: migrant_labour, migrant_to_base, migrant_yoy, employed_labour,")
        .contains("暂定（P）：1个县（市、区、旗）未报送，即513431 昭觉县；");
  }

  @Test
  void shouldSayWhatTheFamiliesOfTheRunDoNotCompute() {
    assertThat(String.join("\n", bulletins.lines()).replaceAll("\\s+", " "))
        .contains("[not computed] public-welfare posts are open")
        .contains("Not computed: public_posts_open, public_posts_filled, public_posts_new_ytd; no")
        .contains("Left out: The roster, Characteristic industry, ")
        .contains("no run has published any of it for 2020-09.")
        .contains("未列入：挂牌名单、特色产业、")
        .doesNotContain("industry_coverage_rate_able");
  }

  @Test
  void shouldFitATerminal() {
    assertThat(bulletins.lines().subList(0, bulletins.lines().size() - 1))
        .allSatisfy(line -> assertThat(Width.of(line)).as(line).isLessThanOrEqualTo(100));
  }

  @Test
  void shouldWriteMarkdownBesideTheTablesAndNothingUnfinished() throws IOException {
    Path folder = bench.folder().resolve("warehouse/bulletin");
    String markdown = Files.readString(folder.resolve("2020-09.md"));

    assertThat(markdown)
        .startsWith("# Bulletin of listed supervision, 2020-09: ")
        .contains("\n# 挂牌督战通报（2020-09）：挂牌督战县\n")
        .contains("| `migrant_to_base` | Migrant labour against last year's total | ")
        .contains(", migrant labour of last December, the whole of last year | P provisional |")
        .contains("1 county did not deliver, 513431");
    write(Workbench.definitions("jobs"));
    assertThat(folder.resolve("2020-09.md")).hasContent(markdown);
    try (var files = Files.list(folder)) {
      assertThat(files.map(file -> file.getFileName().toString()))
          .doesNotContain(".2020-09.md.unfinished");
    }
  }

  @Test
  void shouldWriteNoneWhereTheDefinitionsHaveNone() {
    assertThat(write(Workbench.definitions("jobs-us")).lines()).isEqualTo(List.of());
  }
}
