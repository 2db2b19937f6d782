package org.countywise.cli;

import static org.assertj.core.api.Assertions.assertThat;

import org.junit.jupiter.api.Test;

class ParagraphTest {

  @Test
  void shouldBreakAtBlanksAndKeepAPercentageWhole() {
    assertThat(Paragraph.lines("there are 93.57 % of all those with labour", 15))
        .containsExactly("there are", "93.57 % of all", "those with", "labour");
  }

  @Test
  void shouldBreakBetweenChineseCharactersButNotBeforeAMarkOrInANumber() {
    assertThat(Paragraph.lines("外出务工2,945人，相当于上年", 16)).containsExactly("外出务工2,945", "人，相当于上年");
    assertThat(Paragraph.lines("务工人数，比", 8)).containsExactly("务工人", "数，比");
  }

  @Test
  void shouldLeaveALongWordWhole() {
    assertThat(Paragraph.lines("a zero_employment_households b", 10))
        .containsExactly("a", "zero_employment_households", "b");
  }
}
