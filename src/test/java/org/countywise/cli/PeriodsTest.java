package org.countywise.cli;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;
import picocli.CommandLine.TypeConversionException;

class PeriodsTest {
  private final Periods.Converter converter = new Periods.Converter();

  @Test
  void shouldReadOneMonth() {
    assertThat(converter.convert("2020-07").names()).as("one month").containsExactly("2020-07");
  }

  @Test
  void shouldReadMonthsAcrossAYear() {
    assertThat(converter.convert("2019-11..2020-02").names())
        .as("months with both ends")
        .containsExactly("2019-11", "2019-12", "2020-01", "2020-02");
  }

  @Test
  void shouldSayWhenMonthsRunBackwards() {
    assertThatThrownBy(() -> converter.convert("2020-07..2020-01"))
        .as("a range that ends before it begins")
        .isInstanceOf(TypeConversionException.class)
        .hasMessage("'2020-07..2020-01' ends before it begins; write the earlier month first");
  }

  @ParameterizedTest
  @ValueSource(strings = {"2020-13", "2020", "July 2020", "2020-07..", "..2020-07", "2020-7", ""})
  void shouldRefuseWhatIsNoMonth(String text) {
    assertThatThrownBy(() -> converter.convert(text))
        .as("'%s' as a period", text)
        .isInstanceOf(TypeConversionException.class)
        .hasMessage(
            "'"
                + text
                + "' is not a period; write a month as 2020-07 or months as 2020-01..2020-07");
  }
}
