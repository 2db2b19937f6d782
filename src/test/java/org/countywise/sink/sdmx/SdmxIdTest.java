package org.countywise.sink.sdmx;

import static org.assertj.core.api.Assertions.assertThat;

import net.jqwik.api.ForAll;
import net.jqwik.api.Property;
import net.jqwik.api.constraints.StringLength;
import org.junit.jupiter.api.Test;

/** Ids of codes. */
class SdmxIdTest {
  @Test
  void shouldKeepWhatSdmxAllowsAndMarkWhatPartsACode() {
    assertThat(SdmxId.of("rule=low_income", '=')).isEqualTo("rule@low_income");
    assertThat(SdmxId.of("group:listed", ':')).isEqualTo("group@listed");
    assertThat(SdmxId.of("kind=农", '=')).isEqualTo("kind@$519C");
    assertThat(SdmxId.of("a@b$c", '=')).isEqualTo("a$0040b$0024c");
  }

  @Property
  void shouldGiveAllowedIdsThatTellCodesApart(
      @ForAll @StringLength(min = 1, max = 12) String one,
      @ForAll @StringLength(min = 1, max = 12) String other) {
    assertThat(SdmxId.of(one, '=')).matches("[A-Za-z0-9_@$-]+");
    assertThat(SdmxId.of(one, '=').equals(SdmxId.of(other, '='))).isEqualTo(one.equals(other));
  }
}
