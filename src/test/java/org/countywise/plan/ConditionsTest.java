package org.countywise.plan;

import static org.assertj.core.api.Assertions.assertThat;

import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

class ConditionsTest {
  @ParameterizedTest
  @CsvSource(
      delimiter = '|',
      quoteCharacter = '"',
      value = {
        "a = 1 | a = 1",
        "a = 1 and b in (1, 2) | a = 1; b in (1, 2)",
        "a between 1 and 2 AND b | a between 1 and 2; b",
        "(a and b) and c | (a and b); c",
        "a or b and c | a or b and c",
        "(a or b) and c | (a or b); c",
        "case when a and b then 1 end = 1 and c | case when a and b then 1 end = 1; c",
        "a = 'x and y' and `or` = 1 | a = 'x and y'; `or` = 1",
        "band = 'it''s' and hand | band = 'it''s'; hand"
      })
  void shouldSplitWhereConditionsMustAllHold(String where, String conditions) {
    assertThat(String.join("; ", Conditions.of(where))).isEqualTo(conditions);
  }

  @org.junit.jupiter.api.Test
  void shouldHaveNoneWhereThereIsNoFilter() {
    assertThat(Conditions.of("")).isEmpty();
  }
}
