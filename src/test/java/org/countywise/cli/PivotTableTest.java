package org.countywise.cli;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.List;
import java.util.Map;
import org.countywise.table.ValueRow;
import org.junit.jupiter.api.Test;

class PivotTableTest {
  private static final Region ZHAOJUE = new Region("513431", "county", "昭觉县", "Zhaojue");
  private static final Region LISTED = new Region("group:listed", "group", "", "Listed counties");
  private static final PivotTable TABLE =
      new PivotTable(
          List.of(
              PivotTable.Column.of("migrant_labour", "migrant", "labour"),
              PivotTable.Column.of("employment_rate", "employed", "%")),
          Map.of(
              "migrant_labour", new Title("migrant_labour", "", "", "persons"),
              "employment_rate", new Title("employment_rate", "", "", "percent")));

  private static ValueRow cell(String indicator, Region region, Double value, String status) {
    return new ValueRow(
        indicator,
        region.code(),
        region.level(),
        "2020-09",
        "",
        value,
        null,
        null,
        status,
        "r0001");
  }

  @Test
  void shouldPutIndicatorsSideBySide() {
    List<String> lines =
        TABLE.lines(
            List.of(ZHAOJUE, LISTED),
            List.of(
                cell("migrant_labour", ZHAOJUE, 45678.0, "A"),
                cell("employment_rate", ZHAOJUE, 81.234, "A"),
                cell("migrant_labour", LISTED, 2956800.0, "A"),
                cell("employment_rate", LISTED, 79.5, "A")));

    assertThat(lines)
        .as("table")
        .containsExactly(
            "                    migrant  employed",
            "                     labour         %",
            "────────────────  ─────────  ────────",
            "昭觉县 (Zhaojue)     45,678     81.23",
            "Listed counties   2,956,800     79.50");
  }

  @Test
  void shouldTellTheRegionsOfAColumnApart() {
    List<String> lines =
        TABLE.lines(
            List.of(ZHAOJUE, LISTED),
            List.of(
                cell("migrant_labour", ZHAOJUE, 45678.0, "A"),
                cell("employment_rate", ZHAOJUE, 81.23412, "A"),
                cell("migrant_labour", LISTED, 45679.0, "A"),
                cell("employment_rate", LISTED, 81.23441, "A")));

    assertThat(lines.get(3)).endsWith("45,678   81.2341");
    assertThat(lines.get(4)).endsWith("45,679   81.2344");
  }

  @Test
  void shouldMarkAndExplainWhatIsNotNormal() {
    List<String> lines =
        TABLE.lines(
            List.of(ZHAOJUE, LISTED),
            List.of(
                cell("migrant_labour", ZHAOJUE, null, "O"),
                cell("employment_rate", ZHAOJUE, 81.234, "A"),
                cell("migrant_labour", LISTED, 2956800.0, "P"),
                cell("employment_rate", LISTED, 79.5, "A")));

    assertThat(lines.get(3)).as("not delivered").isEqualTo("昭觉县 (Zhaojue)          – O     81.23");
    assertThat(lines.get(4)).as("provisional").isEqualTo("Listed counties   2,956,800 P     79.50");
    assertThat(lines)
        .as("what the marks mean")
        .endsWith(
            "",
            "O  not delivered: data it needs are missing",
            "P  provisional: some expected counties have not delivered");
  }

  @Test
  void shouldBreakALongIdOverTwoLines() {
    assertThat(PivotTable.Column.of("zero_employment_households", "households").heads())
        .as("heads")
        .containsExactly("zero_", "employment_households", "households");
    assertThat(PivotTable.Column.of("employment_rate", "percent").heads())
        .as("heads of a rate")
        .containsExactly("employment_", "rate", "%");
  }
}
