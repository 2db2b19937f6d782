package org.countywise.geography.history;

import static org.assertj.core.api.Assertions.assertThat;

import java.time.LocalDate;
import org.junit.jupiter.api.Test;

/** The finest code that says where something lies decides; what none decides keeps its unit. */
class RelocationTest {
  private static final LocalDate OLD = LocalDate.of(2014, 12, 31);
  private static final LocalDate NEW = LocalDate.of(2020, 12, 31);

  /** County 530121 was divided into 530102 and 530103; 530104 lies in the other prefecture. */
  private static Annals divided() {
    return Annals.province()
        .until("2016-01-01", "530121", "5301")
        .from("2016-01-01", "530102", "5301")
        .from("2016-01-01", "530103", "5301")
        .change("2016-01-01", "split", "530121", "530102", "530103");
  }

  @Test
  void shouldLeaveAVillageWithItsCodeInWhateverCountyItLiesNow() {
    Relocation relocation =
        divided()
            .until("2016-01-01", "530121001001", "530121")
            .from("2016-01-01", "530121001001", "530103")
            .relocation();

    assertThat(relocation.of("530121001001", OLD, NEW)).contains(in("530121001001"));
    assertThat(relocation.unitOf("530121001001", OLD)).contains("530121");
    assertThat(relocation.unitOf("530121001001", NEW)).contains("530103");
  }

  @Test
  void shouldAssignASplitByTheVillagesOwnChange() {
    Relocation relocation =
        divided()
            .until("2016-01-01", "530121001001", "530121")
            .from("2016-01-01", "530102001001", "530102")
            .change("2016-01-01", "recode", "530121001001", "530102001001")
            .relocation();

    assertThat(relocation.of("530121001001", OLD, NEW)).contains(in("530102001001"));
  }

  @Test
  void shouldAssignASplitByTheTownship() {
    Relocation relocation =
        divided()
            .until("2016-01-01", "530121001", "530121")
            .until("2016-01-01", "530121001001", "530121001")
            .from("2016-01-01", "530103001", "530103")
            .change("2016-01-01", "recode", "530121001", "530103001")
            .relocation();

    assertThat(relocation.of("530121001001", OLD, NEW)).contains(in("530103001"));
  }

  @Test
  void shouldPutAVillageThatWasDividedWithinACountyInTheCounty() {
    Relocation relocation =
        Annals.province()
            .always("530102", "5301")
            .until("2016-01-01", "530102001001", "530102")
            .from("2016-01-01", "530102001002", "530102")
            .from("2016-01-01", "530102001003", "530102")
            .change("2016-01-01", "split", "530102001001", "530102001002", "530102001003")
            .relocation();

    assertThat(relocation.of("530102001001", OLD, NEW)).contains(in("530102"));
  }

  @Test
  void shouldPutAVillageThatIsGoneInTheCountyThatTookOverItsOwn() {
    Relocation relocation =
        Annals.province()
            .until("2016-01-01", "530121", "5301")
            .from("2016-01-01", "530102", "5301")
            .until("2016-01-01", "530121001001", "530121")
            .change("2016-01-01", "recode", "530121", "530102")
            .relocation();

    assertThat(relocation.of("530121001001", OLD, NEW)).contains(in("530102"));
  }

  @Test
  void shouldKeepADividedCountyUnderItsOldCodeInTheLowestRegionThatHoldsAllOfIt() {
    Relocation relocation = divided().until("2016-01-01", "530121001001", "530121").relocation();

    assertThat(relocation.of("530121001001", OLD, NEW)).contains(kept("530121", "5301"));
    assertThat(relocation.of("530121", OLD, NEW)).contains(kept("530121", "5301"));
  }

  @Test
  void shouldKeepACountyDividedOverPrefecturesInTheProvince() {
    Relocation relocation =
        Annals.province()
            .until("2016-01-01", "530121", "5301")
            .from("2016-01-01", "530102", "5301")
            .from("2016-01-01", "530203", "5302")
            .change("2016-01-01", "split", "530121", "530102", "530203")
            .relocation();

    assertThat(relocation.of("530121", OLD, NEW)).contains(kept("530121", "53"));
  }

  @Test
  void shouldKeepACountyOfWhichNothingIsSaidWhereItLay() {
    Relocation relocation = Annals.province().until("2016-01-01", "530121", "5301").relocation();

    assertThat(relocation.of("530121", OLD, NEW)).contains(kept("530121", "5301"));
  }

  @Test
  void shouldGoBackInTime() {
    Relocation relocation =
        Annals.province()
            .until("2016-01-01", "530121", "5301")
            .from("2016-01-01", "530102", "5301")
            .always("530102001", "530102")
            .from("2018-01-01", "530102001009", "530102001")
            .from("2018-01-01", "530102009001", "530102")
            .change("2016-01-01", "recode", "530121", "530102")
            .relocation();

    assertThat(relocation.of("530102", NEW, OLD)).contains(in("530121"));
    assertThat(relocation.of("530102001009", NEW, OLD))
        .as("a newer village lies in its township")
        .contains(in("530102001"));
    assertThat(relocation.of("530102009001", NEW, OLD))
        .as("or in the county under its older code")
        .contains(in("530121"));
    assertThat(relocation.unitOf("530102001", OLD))
        .as("a township whose parent has another code that day")
        .contains("530121");
  }

  @Test
  void shouldLocateACodeThatIsUsedLongerOrEarlierThanTheRosterKnowsIt() {
    Relocation relocation =
        Annals.province()
            .until("2016-01-01", "530121", "5301")
            .from("2016-01-01", "530102", "5301")
            .change("2016-01-01", "recode", "530121", "530102")
            .relocation();

    assertThat(relocation.of("530121", NEW, NEW)).contains(in("530102"));
    assertThat(relocation.of("530102", OLD, OLD)).contains(in("530121"));
  }

  @Test
  void shouldLocateACodeThatOnlyChangesName() {
    Relocation relocation =
        Annals.province()
            .from("2016-01-01", "530102", "5301")
            .change("2016-01-01", "recode", "530121", "530102")
            .relocation();

    assertThat(relocation.of("530121", NEW, NEW)).contains(in("530102"));
  }

  @Test
  void shouldKnowNothingOfACodeThatNothingNames() {
    assertThat(Annals.province().relocation().of("999999", NEW, NEW)).isEmpty();
  }

  private static Relocation.Answer in(String region) {
    return new Relocation.Answer(region, null);
  }

  private static Relocation.Answer kept(String code, String parent) {
    return new Relocation.Answer(code, new UnassignedRegion(code, "county", parent));
  }
}
