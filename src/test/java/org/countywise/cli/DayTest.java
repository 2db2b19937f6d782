package org.countywise.cli;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.time.LocalDate;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;
import picocli.CommandLine.TypeConversionException;

class DayTest {
  private final Day.Converter converter = new Day.Converter();

  @Test
  void shouldReadADay() {
    assertThat(converter.convert("2014-12-31")).isEqualTo(LocalDate.of(2014, 12, 31));
  }

  @ParameterizedTest
  @ValueSource(strings = {"2014-12", "31.12.2014", "2014-02-30", ""})
  void shouldRefuseWhatIsNoDay(String text) {
    assertThatThrownBy(() -> converter.convert(text))
        .as("'%s' as a day", text)
        .isInstanceOf(TypeConversionException.class)
        .hasMessage("'" + text + "' is not a day; write year, month and day as 2014-12-31");
  }
}
