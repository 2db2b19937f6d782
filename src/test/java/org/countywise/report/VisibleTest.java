package org.countywise.report;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.List;
import org.junit.jupiter.api.Test;

/** Nobody has to guess why two texts that look alike are not. */
class VisibleTest {
  @Test
  void shouldShowWhatHasNoShapeAndLeaveTheRest() {
    assertThat(Visible.text("人口数 of a\uFEFFb\u00A0c\u200Bd"))
        .isEqualTo("人口数 of a<U+FEFF byte order mark>b<U+00A0 no-break blank>c<U+200B>d");
  }

  @Test
  void shouldShowBlanksAroundAValueOnly() {
    assertThat(Visible.quoted(" two words ")).isEqualTo("'<U+0020 blank>two words<U+0020 blank>'");
  }

  @Test
  void shouldTellWhatIsLeftWithoutThem() {
    assertThat(Visible.without("\uFEFF 640422\u00A0")).isEqualTo("640422");
  }

  @Test
  void shouldShowThemInFindings() {
    Finding finding =
        new Finding(
            "rule",
            "d",
            "2020-07",
            "\uFEFF64042",
            Finding.Severity.ERROR,
            1,
            List.of(),
            "a\u00A0b",
            "");

    assertThat(finding.line())
        .isEqualTo("d 2020-07 <U+FEFF byte order mark>64042: a<U+00A0 no-break blank>b [rule]");
  }
}
