package org.countywise.cube;

import static org.assertj.core.api.Assertions.assertThat;

import java.math.BigDecimal;
import org.junit.jupiter.api.Test;

/** Missing is not zero, and a published total stands in for parts that are not all known. */
class SumTest {
  private static final BigDecimal THREE = new BigDecimal(3);
  private static final BigDecimal TEN = BigDecimal.TEN;

  @Test
  void shouldBeNothingWhereNoTermIsKnown() {
    assertThat(Sum.NONE.plus(Sum.UNKNOWN).known()).isNull();
    assertThat(Sum.NONE.plus(Sum.UNKNOWN).isUnknown()).isTrue();
    assertThat(Sum.NONE.isUnknown()).as("no term is not an unknown one").isFalse();
  }

  @Test
  void shouldAddWhatIsKnownToWhatIsNot() {
    Sum sum = of(THREE).plus(Sum.UNKNOWN).plus(of(TEN));

    assertThat(sum.known()).isEqualByComparingTo("13");
    assertThat(sum.unknown()).isEqualTo(1);
    assertThat(sum.isUnknown()).isFalse();
  }

  @Test
  void shouldBeExactAtTwelveDecimalsTimesAConstant() {
    assertThat(of(new BigDecimal("0.000000000005")).times(new BigDecimal("0.5")).known())
        .isEqualByComparingTo("0.000000000003");
    assertThat(of(new BigDecimal("-0.000000000005")).times(new BigDecimal("0.5")).known())
        .isEqualByComparingTo("-0.000000000003");
    assertThat(
            of(new BigDecimal("99999999999999999999999999")).times(new BigDecimal("0.01")).known())
        .isEqualByComparingTo("999999999999999999999999.99");
  }

  @Test
  void shouldCountTermsOnceWhateverTheConstant() {
    assertThat(of(THREE).times(TEN).terms()).isEqualTo(1);
  }

  @Test
  void shouldTakeTheTotalWhereATermIsUnknownHiddenOrLost() {
    assertThat(new Sum(THREE, 1, 0, 0, 2, TEN, 0, 0).standIn().known()).isEqualTo(TEN);
    assertThat(new Sum(THREE, 0, 1, 0, 2, TEN, 0, 0).standIn().known()).isEqualTo(TEN);
    assertThat(new Sum(THREE, 0, 0, 1, 2, TEN, 0, 0).standIn().known()).isEqualTo(TEN);
    assertThat(new Sum(null, 0, 0, 0, 0, TEN, 0, 0).standIn().known()).isEqualTo(TEN);
  }

  @Test
  void shouldForgetWhatWasNotKnownOnceATotalStandsIn() {
    Sum stood = new Sum(THREE, 1, 2, 3, 9, TEN, 0, 0).standIn();

    assertThat(stood.withoutTotal()).isEqualTo(new Sum(TEN, 0, 0, 0, 1, null, 0, 0));
    assertThat(stood.standIn()).as("once is enough").isEqualTo(stood);
  }

  @Test
  void shouldKeepItsTermsWhereAllAreKnown() {
    Sum known = new Sum(THREE, 0, 0, 0, 2, TEN, 0, 0);

    assertThat(known.standIn()).isEqualTo(known);
    assertThat(known.gap()).hasValueSatisfying(gap -> assertThat(gap).isEqualByComparingTo("7"));
  }

  @Test
  void shouldHaveNoGapWhereItAgreesOrIsNotKnown() {
    assertThat(new Sum(TEN, 0, 0, 0, 2, new BigDecimal("10.00"), 0, 0).gap()).isEmpty();
    assertThat(new Sum(THREE, 1, 0, 0, 2, TEN, 0, 0).gap()).isEmpty();
    assertThat(new Sum(THREE, 0, 0, 0, 2, TEN, 1, 0).gap()).isEmpty();
    assertThat(of(THREE).gap()).as("without a total").isEmpty();
  }

  @Test
  void shouldBeHiddenWhereTheTotalIsHiddenTooAndNoTermIsShown() {
    assertThat(new Sum(null, 0, 2, 0, 2, null, 1, 0).standIn().hidden()).isEqualTo(1);
    assertThat(new Sum(null, 0, 0, 0, 0, null, 1, 0).standIn().hidden()).isEqualTo(1);
    assertThat(new Sum(THREE, 0, 0, 0, 1, null, 1, 0).standIn().hidden()).isZero();
  }

  @Test
  void shouldBeLostWhereTheTotalIsLostAndTheTermsAreNotAllKnown() {
    assertThat(new Sum(THREE, 1, 0, 0, 2, null, 0, 1).standIn().lost()).isEqualTo(1);
    assertThat(new Sum(THREE, 0, 0, 4, 2, null, 0, 1).standIn().lost()).isEqualTo(4);
    assertThat(new Sum(THREE, 0, 0, 0, 1, null, 0, 1).standIn().lost()).isZero();
  }

  private static Sum of(BigDecimal term) {
    return new Sum(term, 0, 0, 0, 1, null, 0, 0);
  }
}
