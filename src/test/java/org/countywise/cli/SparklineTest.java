package org.countywise.cli;

import static org.assertj.core.api.Assertions.assertThat;

import java.math.BigDecimal;
import java.util.ArrayList;
import java.util.List;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

class SparklineTest {
  @ParameterizedTest
  @CsvSource({
    "0 1 2 3 4 5 6, ▁▂▃▄▅▆▇",
    "10 16, ▁▇",
    "-5 0 5, ▁▄▇",
    "3 3 3, ▁▁▁",
    "0 – 6, ▁·▇",
    "– –, ··",
    "0.001 0.0011 0.0012, ▁▄▇"
  })
  void shouldHaveABarForEachNumberAndAPointForNone(String numbers, String line) {
    List<BigDecimal> values = new ArrayList<>();
    for (String number : numbers.split(" ", -1)) {
      values.add(number.equals("–") ? null : new BigDecimal(number));
    }

    assertThat(Sparkline.of(values)).isEqualTo(line);
  }
}
