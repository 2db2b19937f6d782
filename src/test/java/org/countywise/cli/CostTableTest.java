package org.countywise.cli;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.List;
import java.util.Map;
import org.countywise.report.Cost;
import org.countywise.report.Manifest;
import org.junit.jupiter.api.Test;

class CostTableTest {
  private static final Manifest MANIFEST =
      Manifest.planned("1", "", "D", List.of(), List.of("2020-09"), "", List.of())
          .saying("r0001", new Manifest.Rows(Map.of(), Map.of()), Map.of(), "hash");
  private static final List<Cost> COSTS =
      List.of(
          Cost.of("read", 1.25, null),
          Cost.of("cube", 61.5, 1_234_567L),
          Cost.of("measure", "person", new Cost.Rows(95_643, 756_576, 1_000_000, 3)).with(2_169L),
          Cost.of("measure", "region", new Cost.Rows(486, 10_170, 0, 0)));

  @Test
  void shouldShowStepsAndWhatBecameOfTheRowsOfEachDataset() {
    assertThat(CostTable.of(MANIFEST.costing(COSTS)).lines())
        .containsExactly(
            "What release r0001 cost:",
            "",
            "step  seconds      cells",
            "────  ───────  ─────────",
            "read      1.2          –",
            "cube     61.5  1,234,567",
            "",
            "dataset  rows read  bytes of files  rows reused  rejected  cells",
            "───────  ─────────  ──────────────  ───────────  ────────  ─────",
            "person      95,643         756,576    1,000,000         3  2,169",
            "region         486          10,170            0         0      –");
  }

  @Test
  void shouldReadManifestsBackWithTheirCostsAndOlderOnesWithout() {
    Manifest costing = MANIFEST.costing(COSTS);

    assertThat(Manifest.of(costing.json())).isEqualTo(costing);
    assertThat(costing.madeLike(MANIFEST)).as("costs make no other release").isTrue();
    assertThat(costing.content()).isEqualTo(MANIFEST.content());
    String older = MANIFEST.json().replaceFirst(",?\"costs\":\\[\\]", "");
    assertThat(older).doesNotContain("costs");
    assertThat(CostTable.of(Manifest.of(older)).lines())
        .containsExactly("Release r0001 does not say what it cost: an older version made it.");
  }
}
