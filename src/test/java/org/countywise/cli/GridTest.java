package org.countywise.cli;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import org.junit.jupiter.api.Test;

class GridTest {

  @Test
  void shouldAlignColumnsThatHoldChineseNames() {
    // given names that take two columns a character beside names that take one
    Grid grid =
        new Grid(Grid.Edge.LEFT, Grid.Edge.RIGHT)
            .head("region", "value")
            .row("昭觉县", "12")
            .row("Zhaojue", "1,234");

    // then every value ends in the same column of the terminal
    assertThat(grid.lines())
        .as("lines of the table")
        .containsExactly("region   value", "───────  ─────", "昭觉县      12", "Zhaojue  1,234");
    assertThat(grid.lines().stream().map(Width::of).distinct())
        .as("widths of the lines on a terminal")
        .hasSize(1);
  }

  @Test
  void shouldSetTextsOfSeveralLinesBesideEachOther() {
    Grid grid = new Grid(Grid.Edge.LEFT, Grid.Edge.LEFT).row("a", "b\nc").row("", "d");

    assertThat(grid.lines()).as("lines of the table").containsExactly("a  b", "   c", "   d");
  }

  @Test
  void shouldRefuseARowThatDoesNotFit() {
    Grid grid = new Grid(Grid.Edge.LEFT, Grid.Edge.RIGHT);

    assertThatThrownBy(() -> grid.row("only one"))
        .as("a row of one text in a table of two columns")
        .hasMessage("a row of 1 texts in a table of 2 columns");
  }

  @Test
  void shouldCountTerminalColumnsNotCharacters() {
    assertThat(Width.of("abc")).as("three letters").isEqualTo(3);
    assertThat(Width.of("挂牌督战县")).as("five characters").isEqualTo(10);
    assertThat(Width.of("（县）")).as("fullwidth brackets").isEqualTo(6);
    assertThat(Width.of("e\u0301")).as("a letter with a combining accent").isEqualTo(1);
  }

  @Test
  void shouldCutToAWidthOnTheTerminal() {
    assertThat(Width.cut("昭觉县 (Zhaojue)", 9)).as("cut inside").isEqualTo("昭觉县 (…");
    assertThat(Width.cut("昭觉县", 6)).as("fits exactly").isEqualTo("昭觉县");
    assertThat(Width.cut("昭觉县", 4)).as("no half characters").isEqualTo("昭…");
  }
}
