package org.countywise.cli;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.List;
import java.util.stream.IntStream;
import org.junit.jupiter.api.Test;

class NearestTest {

  @Test
  void shouldSuggestTheNameThatWasMeant() {
    assertThat(Nearest.remedy("migrant_labor", List.of("employed_labour", "migrant_labour")))
        .as("remedy for a typo")
        .isEqualTo("did you mean 'migrant_labour'?");
  }

  @Test
  void shouldListWhatThereIsWhenNothingIsNear() {
    assertThat(Nearest.remedy("parquett", List.of("xml", "csv")))
        .as("remedy for something else")
        .isEqualTo("known are csv, xml");
  }

  @Test
  void shouldKeepALongListShort() {
    List<String> many = IntStream.range(100, 120).mapToObj(i -> "indicator" + i).toList();

    assertThat(Nearest.remedy("x", many)).as("list of twenty").endsWith("and 8 more");
  }
}
