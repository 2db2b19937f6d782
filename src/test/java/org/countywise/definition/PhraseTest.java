package org.countywise.definition;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

class PhraseTest {

  @Test
  void shouldTellWordsFromFigures() {
    assertThat(Phrase.of("{poor} of {rate.denominator}, 住房{open[category=housing]}件").pieces())
        .containsExactly(
            new Phrase.Figure("poor", "", Phrase.Part.VALUE),
            new Phrase.Words(" of "),
            new Phrase.Figure("rate", "", Phrase.Part.DENOMINATOR),
            new Phrase.Words(", 住房"),
            new Phrase.Figure("open", "category=housing", Phrase.Part.VALUE),
            new Phrase.Words("件"));
  }

  @ParameterizedTest
  @ValueSource(strings = {"poor", "rate.denominator", "rate.numerator", "open[category=housing]"})
  void shouldShowAFigureAsItIsWritten(String written) {
    assertThat(Phrase.of("{" + written + "}").figures().get(0)).hasToString(written);
  }

  @ParameterizedTest
  @ValueSource(strings = {"{}", "{Poor}", "{rate.base}", "{open[housing]}", "{open[]}", "{a b}"})
  void shouldRefuseWhatIsNoFigure(String text) {
    assertThatThrownBy(() -> Phrase.of("x " + text))
        .isInstanceOf(IllegalArgumentException.class)
        .hasMessageStartingWith("'" + text + "' is no figure; write {indicator},");
  }

  @ParameterizedTest
  @ValueSource(strings = {"{poor", "poor}", "{a{b}}"})
  void shouldRefuseABraceAlone(String text) {
    assertThatThrownBy(() -> Phrase.of(text))
        .isInstanceOf(IllegalArgumentException.class)
        .hasMessage("a brace without its counterpart; write a figure as {indicator}");
  }
}
