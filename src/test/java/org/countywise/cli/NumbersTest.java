package org.countywise.cli;

import static org.assertj.core.api.Assertions.assertThat;

import java.math.BigDecimal;
import java.util.List;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;

class NumbersTest {

  @Test
  void shouldShowAsManyDecimalsAsTheUnitBears() {
    assertThat(Numbers.of(new BigDecimal("116.196"), "percent")).as("percent").isEqualTo("116.20");
    assertThat(Numbers.of(new BigDecimal("2956800"), "persons"))
        .as("persons")
        .isEqualTo("2,956,800");
    assertThat(Numbers.of(new BigDecimal("1986"), "yuan")).as("yuan").isEqualTo("1,986.00");
  }

  @Test
  void shouldTellDifferentValuesApart() {
    assertThat(shown("percent", "12.3412", "12.3424")).containsExactly("12.341", "12.342");
    assertThat(shown("percent", "0.0004", "0")).containsExactly("0.0004", "0.0000");
    assertThat(shown("coefficient", "0.41231", "0.4")).containsExactly("0.4123", "0.4");
    assertThat(shown("persons", "12", "12")).containsExactly("12", "12");
    assertThat(shown("yuan", "1.5", "2")).containsExactly("1.50", "2.00");
  }

  private static List<String> shown(String unit, String... numbers) {
    List<BigDecimal> values = Stream.of(numbers).map(BigDecimal::new).toList();
    int decimals = Numbers.decimals(values, unit);
    return values.stream().map(value -> Numbers.of(value, unit, decimals)).toList();
  }

  @Test
  void shouldNotTakeNothingForZero() {
    assertThat(Numbers.of(null, "persons")).as("no value").isEqualTo("–");
    assertThat(Numbers.of(BigDecimal.ZERO, "persons")).as("zero").isEqualTo("0");
  }

  @Test
  void shouldKeepTheDecimalsThatSomebodyElseWrote() {
    assertThat(Numbers.fixed(new BigDecimal("12.5"), 2)).isEqualTo("12.50");
    assertThat(Numbers.fixed(new BigDecimal("2850000"), 0)).isEqualTo("2,850,000");
  }

  @Test
  void shouldShowExactPartsInFull() {
    assertThat(Numbers.exact(new BigDecimal("1234.500000"))).as("part").isEqualTo("1,234.5");
    assertThat(Numbers.exact(new BigDecimal("0.000001"))).as("smallest part").isEqualTo("0.000001");
  }
}
