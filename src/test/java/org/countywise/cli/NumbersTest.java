package org.countywise.cli;

import static org.assertj.core.api.Assertions.assertThat;

import java.math.BigDecimal;
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
  void shouldNotTakeNothingForZero() {
    assertThat(Numbers.of(null, "persons")).as("no value").isEqualTo("–");
    assertThat(Numbers.of(BigDecimal.ZERO, "persons")).as("zero").isEqualTo("0");
  }

  @Test
  void shouldShowExactPartsInFull() {
    assertThat(Numbers.exact(new BigDecimal("1234.500000"))).as("part").isEqualTo("1,234.5");
    assertThat(Numbers.exact(new BigDecimal("0.000001"))).as("smallest part").isEqualTo("0.000001");
  }
}
