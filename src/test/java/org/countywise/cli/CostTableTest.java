package org.countywise.cli;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.List;
import java.util.Map;
import org.countywise.report.Cost;
import org.countywise.report.Manifest;
import org.countywise.report.PlainManifest;
import org.junit.jupiter.api.Test;

class CostTableTest {
  private static final List<Cost> COSTS =
      List.of(
          Cost.of("read", 1.25, null),
          Cost.of("cube", 61.5, 1_234_567L),
          Cost.of("measure", "person", new Cost.Rows(95_643, 756_576, 1_000_000, 3)).with(2_169L),
          Cost.of("measure", "region", new Cost.Rows(486, 10_170, 0, 0)));

  @Test
  void shouldShowStepsAndWhatBecameOfTheRowsOfEachDataset() {
    assertThat(CostTable.of(manifest(COSTS)).lines())
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
  void shouldSayThatAnOlderManifestHoldsNoCosts() {
    assertThat(CostTable.of(manifest(List.of())).lines())
        .containsExactly("Release r0001 does not say what it cost: an older version made it.");
  }

  private static Manifest manifest(List<Cost> costs) {
    return PlainManifest.of(
        "r0001",
        PlainManifest.PLANNED,
        new Manifest.Contents(new Manifest.Rows(Map.of(), Map.of()), Map.of(), "hash", costs));
  }
}
