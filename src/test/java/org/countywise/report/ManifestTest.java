package org.countywise.report;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.Test;

/** What a warehouse keeps of a release. */
class ManifestTest {
  private static final Manifest.Sources SOURCES =
      new Manifest.Sources(
          "1.2", "d0", "/D", List.of(new Manifest.Input("person", "2020-09", 12, "f0")));
  private static final Manifest.Scope SCOPE =
      new Manifest.Scope(
          List.of("registry"), List.of("2020-09"), "2020-02-29", List.of("labourers@2020-09"));
  private static final Manifest.Planned PLANNED = new Manifest.Planned(SOURCES, SCOPE);
  private static final Manifest MANIFEST =
      Manifest.of(
          PLANNED,
          new Manifest.Contents(
              new Manifest.Rows(Map.of("Q", 2L, "A", 1L), Map.of("2020-09 labourers county", 2L)),
              Map.of("balance", 3L),
              "c0",
              List.of(Cost.of("read", 1.25, null))),
          new Manifest.Standing("r0002", "r0001", Map.of("published.dim_period", 7L)));

  /** Written down once: releases of today are read by later versions. */
  private static final String WRITTEN =
      """
      {"release":"r0002","base":"r0001","engine":"1.2","definitions":"d0","delivery":"/D",\
      "families":["registry"],"periods":["2020-09"],"regionsAsOf":"2020-02-29",\
      "inputs":[{"dataset":"person","period":"2020-09","rows":12,"fingerprint":"f0"}],\
      "statuses":{"A":1,"Q":2},"withheld":{"2020-09 labourers county":2},\
      "findings":{"balance":3},"content":"c0","tables":{"published.dim_period":7},\
      "withdrawn":["labourers@2020-09"],\
      "costs":[{"step":"read","dataset":"","seconds":1.25,"rows":null,"bytes":null,\
      "reused":null,"rejected":null,"cells":null}]}""";

  @Test
  void shouldBeWrittenAsItEverWasAndReadBack() {
    assertThat(MANIFEST.json()).isEqualTo(WRITTEN);
    assertThat(Manifest.of(WRITTEN)).isEqualTo(MANIFEST);
  }

  @Test
  void shouldReadOlderOnesThatSayNothingOfAnotherDayOfWithdrawalsOrCosts() {
    String older =
        WRITTEN
            .replaceFirst("\"regionsAsOf\":\"[^\"]*\",", "")
            .replaceFirst(",\"withdrawn\":.*\\]\\}$", "}");
    assertThat(older)
        .doesNotContain("regionsAsOf")
        .endsWith("\"tables\":{\"published.dim_period\":7}}");

    Manifest read = Manifest.of(older);

    assertThat(read.dayOfRegions()).isNull();
    assertThat(read.withdrawn()).isEmpty();
    assertThat(read.costs()).isEmpty();
    assertThat(read.content()).isEqualTo("c0");
  }

  @Test
  void shouldRefuseOneThatHoldsWhatThisVersionDoesNotKnow() {
    String later = WRITTEN.replaceFirst("\\{", "{\"later\":1,");

    assertThatThrownBy(() -> Manifest.of(later))
        .isInstanceOf(IllegalStateException.class)
        .hasMessageStartingWith("this warehouse was made by another version of Countywise");
  }

  @Test
  void shouldTellWhetherAReleaseIsWhatIsPlanned() {
    assertThat(PLANNED.isThatOf(MANIFEST)).as("contents, costs and place aside").isTrue();
    assertThat(of("1.2", "d0", "/elsewhere").isThatOf(MANIFEST)).as("same files").isTrue();
    assertThat(of("1.3", "d0", "/D").isThatOf(MANIFEST)).as("another engine").isFalse();
    assertThat(of("1.2", "d1", "/D").isThatOf(MANIFEST)).as("other definitions").isFalse();
    assertThat(
            new Manifest.Planned(new Manifest.Sources("1.2", "d0", "/D", List.of()), SCOPE)
                .isThatOf(MANIFEST))
        .as("other files")
        .isFalse();
    assertThat(
            new Manifest.Planned(
                    SOURCES,
                    new Manifest.Scope(
                        SCOPE.families(), SCOPE.periods(), SCOPE.regionsAsOf(), List.of()))
                .isThatOf(MANIFEST))
        .as("nothing withdrawn")
        .isFalse();
  }

  private static Manifest.Planned of(String engine, String definitions, String delivery) {
    return new Manifest.Planned(
        new Manifest.Sources(engine, definitions, delivery, SOURCES.inputs()), SCOPE);
  }
}
