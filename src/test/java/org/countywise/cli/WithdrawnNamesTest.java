package org.countywise.cli;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.util.List;
import java.util.Map;
import java.util.Set;
import org.countywise.Workbench;
import org.countywise.compile.Compilation;
import org.countywise.plan.Plan;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

/** What {@code --withdraw} understands. */
class WithdrawnNamesTest {
  private static final Plan PLAN =
      Compilation.plan(Workbench.definitions("jobs"), List.of("public-posts"));
  private static final Periods PERIODS = new Periods.Converter().convert("2020-06..2020-08");

  @Test
  void shouldTakeAnIndicatorOfOneMonthOrOfAll() {
    assertThat(named("public_posts_open@2020-07", "public_posts_new"))
        .isEqualTo(
            Map.of(
                "2020-06", Set.of("public_posts_new"),
                "2020-07", Set.of("public_posts_open", "public_posts_new"),
                "2020-08", Set.of("public_posts_new")));
    assertThat(named("public_posts_open@2020-06..2020-07").keySet())
        .containsExactly("2020-06", "2020-07");
  }

  @Test
  void shouldTakeAFamilyForAllItsIndicators() {
    assertThat(named("public-posts@2020-07").get("2020-07"))
        .hasSameSizeAs(PLAN.indicators())
        .contains("public_posts_open", "public_posts_by_kind");
  }

  @ParameterizedTest
  @CsvSource(
      delimiter = '|',
      value = {
        "public_post_open|cannot withdraw 'public_post_open': the families of this run have no such"
            + " indicator; did you mean 'public_posts_open'?",
        "public_posts_open@2020-05|cannot withdraw 'public_posts_open@2020-05': the run is of"
            + " 2020-06..2020-08; name that in --period",
        "public_posts_open@July|cannot withdraw 'public_posts_open@July': 'July' is not a period;"
            + " write a month as 2020-07 or months as 2020-01..2020-07"
      })
  void shouldExplainWhatItDoesNotKnow(String name, String message) {
    assertThatThrownBy(() -> named(name)).isInstanceOf(UsageException.class).hasMessage(message);
  }

  private static Map<String, Set<String>> named(String... names) {
    return WithdrawnNames.of(List.of(names), PLAN, PERIODS).indicators();
  }
}
