package org.countywise.cube;

import static org.assertj.core.api.Assertions.assertThat;

import org.countywise.cube.ObservationStatus.Known;
import org.junit.jupiter.api.Test;

/** One status a value, the first that applies: O, M, Q, U, B, P, A. */
class ObservationStatusTest {
  private static final Known SOUND = new Known(true, true, false, true, true, true);

  @Test
  void shouldBeNormalWhereNothingStandsAgainstIt() {
    assertThat(ObservationStatus.of(SOUND)).isEqualTo(ObservationStatus.NORMAL);
  }

  @Test
  void shouldBeNotDeliveredBeforeAnythingElse() {
    assertThat(ObservationStatus.of(new Known(false, false, true, false, false, false)))
        .isEqualTo(ObservationStatus.NOT_DELIVERED);
  }

  @Test
  void shouldBeMissingWhereItCannotExistHoweverMuchOfItIsHidden() {
    assertThat(ObservationStatus.of(new Known(true, false, true, false, false, false)))
        .isEqualTo(ObservationStatus.MISSING);
  }

  @Test
  void shouldBeSuppressedWhereItsPublisherHidesATermOfIt() {
    assertThat(ObservationStatus.of(new Known(true, true, true, false, false, false)))
        .isEqualTo(ObservationStatus.SUPPRESSED);
  }

  @Test
  void shouldBeOfLowReliabilityWhereTooManyRowsAreRejected() {
    assertThat(ObservationStatus.of(new Known(true, true, false, false, false, false)))
        .isEqualTo(ObservationStatus.LOW_RELIABILITY);
  }

  @Test
  void shouldBeABreakWhereTheTerritoryChangedEvenIfUnitsLackData() {
    assertThat(ObservationStatus.of(new Known(true, true, false, true, false, false)))
        .isEqualTo(ObservationStatus.BREAK);
  }

  @Test
  void shouldBeProvisionalWhereSomeUnitsLackData() {
    assertThat(ObservationStatus.of(new Known(true, true, false, true, false, true)))
        .isEqualTo(ObservationStatus.PROVISIONAL);
  }

  @Test
  void shouldShowAValueWithEveryStatusThatHasOne() {
    assertThat(ObservationStatus.values())
        .filteredOn(ObservationStatus::hasValue)
        .extracting(ObservationStatus::code)
        .containsExactlyInAnyOrder("A", "B", "P", "U");
  }
}
