package org.countywise.cli;

import static org.assertj.core.api.Assertions.assertThat;

import java.math.BigDecimal;
import java.util.EnumMap;
import java.util.List;
import java.util.Map;
import org.countywise.release.Table;
import org.countywise.report.PlainManifest;
import org.countywise.run.RevisionAnalysis;
import org.countywise.run.RevisionCause;
import org.junit.jupiter.api.Test;

/** Changes between releases, in words. */
class ChangeListTest {
  private static final RevisionAnalysis.Said NOTHING = new RevisionAnalysis.Said(null, null, null);
  private static final RevisionAnalysis.Said WAGE =
      new RevisionAnalysis.Said(new BigDecimal("1234.567"), null, null);

  private static ReleaseReader release(String name) {
    return new ReleaseReader(
        null, PlainManifest.of(name, PlainManifest.PLANNED), Table.Space.PUBLISHED);
  }

  @Test
  void shouldSayWhatChangedAndWhy() {
    Change added =
        new Change(
            new RevisionAnalysis.Cell("wage", "513431", "2020-09", "kind=road"),
            NOTHING,
            WAGE,
            "",
            "A",
            new EnumMap<>(
                Map.of(
                    RevisionCause.REGIONS,
                    new BigDecimal("-3.5"),
                    RevisionCause.RECORDS,
                    new BigDecimal("1238.067"))));
    Change lost =
        new Change(
            new RevisionAnalysis.Cell("wage", "52", "2020-09", ""),
            WAGE,
            NOTHING,
            "P",
            "O",
            Map.of());
    Changes changes =
        new Changes(release("r0001"), release("r0002"), List.of(added, lost, lost), "");

    assertThat(
            new ChangeList(
                    changes,
                    2,
                    Map.of("wage", new Title("wage", "Wage", "工资", "yuan")),
                    Map.of("513431", new Region("513431", "county", "昭觉县", "Zhaojue")))
                .lines())
        .containsExactly(
            "3 cells differ between r0001 and r0002.",
            "",
            "cause                     cells",
            "────────────────────────  ─────",
            "changed region code           1",
            "new or withdrawn records      1",
            "",
            "indicator        region         period       before     after  by cause",
            "───────────────  ─────────────  ───────  ──────────  ────────"
                + "  ─────────────────────────────────────────────────────────────",
            "wage[kind=road]  513431 昭觉县  2020-09      no row  1,234.57"
                + "  -3.50 changed region code, +1,238.07 new or withdrawn records",
            "wage             52             2020-09  1,234.57 P       – O",
            "… and 1 more; --limit shows them");
  }
}
