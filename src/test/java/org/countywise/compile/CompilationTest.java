package org.countywise.compile;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.util.List;
import java.util.Map;
import org.countywise.BadDefinition;
import org.countywise.definition.Definitions;
import org.countywise.parse.DefinitionReader;
import org.countywise.parse.Parsed;
import org.countywise.report.Places;
import org.junit.jupiter.api.Test;

/** Definitions become a plan, or what is wrong with them. */
class CompilationTest {
  private static final Parsed FAULTLESS = DefinitionReader.read(BadDefinition.BASE);

  @Test
  void shouldPlanWhatHasNoProblem() {
    Compilation compilation = Compilation.of(FAULTLESS.definitions(), FAULTLESS.places());

    assertThat(compilation.problems()).isEmpty();
    assertThat(compilation.plan(List.of()))
        .hasToString(Compilation.plan(FAULTLESS.definitions(), List.of()).toString());
  }

  @Test
  void shouldPlanNothingThatHasProblems() {
    Compilation compilation = Compilation.of(withoutDatasets(), new Places(Map.of()));

    assertThat(compilation.problems()).isNotEmpty();
    assertThatThrownBy(() -> compilation.plan(List.of()))
        .isInstanceOf(IllegalStateException.class)
        .hasMessageContaining(compilation.problems().get(0).message());
    assertThatThrownBy(compilation::warnings).isInstanceOf(IllegalStateException.class);
  }

  @Test
  void shouldNameTheFamiliesThereAreWhereOneIsUnknown() {
    assertThatThrownBy(() -> Compilation.plan(FAULTLESS.definitions(), List.of("welfair")))
        .isInstanceOf(IllegalArgumentException.class)
        .hasMessage("unknown family 'welfair'; known families are welfare");
  }

  private static Definitions withoutDatasets() {
    Definitions all = FAULTLESS.definitions();
    return new Definitions(
        all.regions(),
        all.delivery(),
        Map.of(),
        all.families(),
        all.disclosure(),
        all.bulletin(),
        all.benchmarks(),
        all.layout(),
        all.claims());
  }
}
