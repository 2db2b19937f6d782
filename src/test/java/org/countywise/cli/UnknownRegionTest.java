package org.countywise.cli;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.List;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

class UnknownRegionTest {
  private static final List<Region> KNOWN =
      List.of(
          new Region("CN", "nation", "全国", "China"),
          new Region("513431", "county", "昭觉县", "Zhaojue County"),
          new Region("522633", "county", "从江县", "Congjiang County"),
          new Region("group:listed", "group", "挂牌督战县", "Counties under listed supervision"));

  @ParameterizedTest
  @CsvSource({
    "昭觉, 513431",
    "昭觉县, 513431",
    "照觉县, 513431",
    "Zhaojue, 513431",
    "zhaojeu, 513431",
    "Congjang County, 522633",
    "congjiang, 522633",
    "522663, 522633",
    "group:listd, group:listed"
  })
  void shouldKnowTheRegionThatWasMeant(String typed, String meant) {
    assertThat(UnknownRegion.remedy(typed, KNOWN)).contains("did you mean '" + meant + "'");
  }

  @ParameterizedTest
  @CsvSource({"Springfield", "999999"})
  void shouldListCodesWhereNothingIsNear(String typed) {
    assertThat(UnknownRegion.remedy(typed, KNOWN)).startsWith("known are 513431, 522633, CN");
  }
}
