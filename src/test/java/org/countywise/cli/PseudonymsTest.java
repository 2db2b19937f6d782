package org.countywise.cli;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.math.BigDecimal;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.stream.Stream;
import org.countywise.table.Alerts;
import org.junit.jupiter.api.Test;

/** Households under keyed pseudonyms. */
class PseudonymsTest {
  private static final String KEY = "0123456789abcdef0123456789abcdef";

  /** Computed with {@code openssl dgst -sha256 -hmac} over the column, a zero byte and the id. */
  @Test
  void shouldBeTheKeyedHashThatOthersCompute() {
    assertThat(keyed(KEY).of("household_id", "60000017"))
        .isEqualTo("370d2c5c03c137afdcb2b13e0fe901d8");
  }

  @Test
  void shouldDependOnKeyColumnAndIdentifier() {
    assertThat(
            Stream.of(
                    keyed(KEY).of("household_id", "1"),
                    keyed(KEY + "0").of("household_id", "1"),
                    keyed(KEY).of("person_id", "1"),
                    keyed(KEY).of("household_id", "2"))
                .distinct())
        .hasSize(4);
    assertThat(keyed(KEY).of("household_id", "1")).isEqualTo(keyed(KEY).of("household_id", "1"));
  }

  @Test
  void shouldAskForASecretThatCannotBeGuessedAndNeverRepeatIt() {
    assertThatThrownBy(() -> Pseudonyms.of(Map.of()))
        .isInstanceOf(UsageException.class)
        .hasMessageStartingWith("COUNTYWISE_PSEUDONYM_KEY is not set; ");
    assertThatThrownBy(() -> Pseudonyms.of(Map.of(Pseudonyms.VARIABLE, "secret")))
        .isInstanceOf(UsageException.class)
        .hasMessageContaining("has 6 bytes; pseudonyms need a secret of at least 32 bytes")
        .hasMessageNotContaining("'secret'");
  }

  @Test
  void shouldLeaveNeitherIdsNorTheirOrderInAList() {
    AlertList list =
        new AlertList(
            "2020-09",
            "",
            List.of(alert(101, "0.5"), alert(102, "0.5"), alert(103, "0.2")),
            Map.of(),
            false);
    AlertList hidden = list.under(keyed(KEY));

    assertThat(list.restricted()).isEqualTo("restricted: names households");
    assertThat(hidden.restricted()).isEqualTo("restricted: households under pseudonyms");
    assertThat(hidden.rows().toString() + hidden.lines(0) + hidden.json())
        .doesNotContain("101", "102", "103");
    assertThat(hidden.alerts()).extracting(AlertRow::distance).isEqualTo(distances(list));
    assertThat(hidden.alerts().subList(0, 2))
        .extracting(alert -> alert.text(Alerts.KEY.name()))
        .isSorted();
  }

  private static List<String> distances(AlertList list) {
    return list.alerts().stream().map(AlertRow::distance).toList();
  }

  private static Pseudonyms keyed(String key) {
    return Pseudonyms.of(Map.of(Pseudonyms.VARIABLE, key));
  }

  private static AlertRow alert(int household, String distance) {
    Map<String, Object> columns = new LinkedHashMap<>();
    Alerts.TABLE.forEach(field -> columns.put(field.name(), null));
    columns.put(Alerts.KEY.name(), BigDecimal.valueOf(household));
    columns.put(Alerts.DISTANCE.name(), new BigDecimal(distance));
    return new AlertRow(columns);
  }
}
