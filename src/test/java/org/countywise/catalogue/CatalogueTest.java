package org.countywise.catalogue;

import static org.assertj.core.api.Assertions.assertThat;

import java.nio.file.Path;
import org.countywise.Generated;
import org.countywise.Workbench;
import org.countywise.definition.Definitions;
import org.countywise.definition.Title;
import org.countywise.report.Language;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.EnumSource;

/** Readers find every dataset, measure, indicator and rule, as the definitions say it today. */
class CatalogueTest {
  private static final Definitions JOBS = Workbench.definitions("jobs");

  @ParameterizedTest
  @EnumSource
  void shouldBeWhatTheDefinitionsSay(Language language) {
    Generated.of(Path.of("jobs").resolve(Catalogue.file(language)), CatalogueTest.class)
        .is(new Catalogue(JOBS, language).markdown());
  }

  @ParameterizedTest
  @EnumSource
  void shouldHaveARowForEverything(Language language) {
    String text = new Catalogue(JOBS, language).markdown();

    JOBS.datasets().keySet().forEach(name -> assertThat(text).contains("\n### " + name + "\n"));
    JOBS.families()
        .values()
        .forEach(
            family -> {
              family.measures().keySet().forEach(name -> assertThat(text).contains(row(name)));
              if (family.watch() != null) {
                family.watch().rules().keySet().forEach(r -> assertThat(text).contains(row(r)));
              }
              family.balances().keySet().forEach(name -> assertThat(text).contains(row(name)));
              family
                  .indicators()
                  .forEach(
                      (id, of) ->
                          assertThat(text).contains(row(id) + title(of.title(), language) + " |"));
            });
  }

  @Test
  void shouldWriteOtherMonthsIntoTheFormula() {
    assertThat(new Catalogue(JOBS, Language.EN).markdown())
        .contains("`migrant_labour - migrant_labour[same_month_last_year]`");
  }

  private static String title(Title title, Language language) {
    return language == Language.EN ? title.en() : title.zh();
  }

  private static String row(String name) {
    return "\n| `" + name + "` | ";
  }
}
