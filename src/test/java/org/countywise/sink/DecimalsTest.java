package org.countywise.sink;

import static org.assertj.core.api.Assertions.assertThat;

import java.math.BigDecimal;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

/** Decimals that are shown. */
class DecimalsTest {
  @ParameterizedTest
  @CsvSource({
    "percent, 61.53846153846154, 2",
    "yuan, 3, 2",
    "persons, 1234567, 0",
    "persons, 12967005, 0",
    "mu, 12.5, 1",
    "ratio, 0.412311, 6",
    "ratio, 0.33333333333333331, 6",
    "ratio, 0.0000001, 0"
  })
  void shouldBeTwoOfSharesAndMoneyElseThoseOfTheValue(String unit, double value, int decimals) {
    assertThat(Decimals.of(unit, value)).isEqualTo(decimals);
  }

  @ParameterizedTest
  @CsvSource({"5.000000, 0", "0.000000, 0", "1E+3, 0", "2025533.970000, 2"})
  void shouldBeThoseOfAPart(BigDecimal part, int decimals) {
    assertThat(Decimals.of(part)).isEqualTo(decimals);
  }
}
