package org.countywise.cli;

import static org.assertj.core.api.Assertions.assertThat;

import java.math.BigDecimal;
import java.util.List;
import java.util.Map;
import org.countywise.Workbench;
import org.countywise.compile.Compilation;
import org.countywise.plan.Disclosure;
import org.countywise.run.UnitPreview;
import org.countywise.table.ValueRow;
import org.junit.jupiter.api.Test;

/** A trial shows what differs, and no number of too few people. */
class TrialComparisonTest {
  private static final Disclosure DISCLOSURE =
      Compilation.plan(Workbench.definitions("jobs"), List.of("employment")).disclosure();
  private static final String COUNT = "migrant_labour";

  @Test
  void shouldSayByHowMuchEachSideMoved() {
    Trial.Moved moved = only(false, cell("100", "A"), value("120", "A", false));

    assertThat(moved.isOne()).isTrue();
    assertThat(moved.before()).isEqualByComparingTo("100");
    assertThat(moved.after()).isEqualByComparingTo("120");
    assertThat(moved.numerator()).isEqualByComparingTo("20");
  }

  @Test
  void shouldLeaveOutASmallNumber() {
    Trial.Moved moved = only(false, cell("100", "A"), value("3", "A", true));

    assertThat(moved.after()).isNull();
    assertThat(moved.numerator()).isNull();
    assertThat(moved.statusAfter()).isEqualTo("Q");
    assertThat(moved.hidden()).isTrue();
  }

  @Test
  void shouldLeaveOutAChangeThatIsASmallNumberItself() {
    Trial.Moved moved = only(false, cell("100", "A"), value("103", "A", false));

    assertThat(moved.after()).isNull();
    assertThat(moved.numerator()).isNull();
    assertThat(moved.isOne()).isTrue();
  }

  @Test
  void shouldTellNothingOfWhatTheReleaseHides() {
    Trial.Moved moved = only(false, cell(null, "Q"), value("120", "A", false));

    assertThat(moved.after()).isNull();
    assertThat(moved.isUnknown()).isTrue();
    assertThat(moved.isOne()).isFalse();
  }

  @Test
  void shouldShowAllToThoseWhoMaySeeIt() {
    Trial.Moved moved = only(true, cell("100", "A"), value("3", "A", true));

    assertThat(moved.after()).isEqualByComparingTo("3");
    assertThat(moved.numerator()).isEqualByComparingTo("-97");
  }

  @Test
  void shouldFindNothingWhereNothingDiffers() {
    assertThat(only(false, cell("100", "A"), value("100.000", "A", true)).isOne()).isFalse();
  }

  @Test
  void shouldNameWhatIsNewAndWhatIsGone() {
    TrialComparison comparison = new TrialComparison(Map.of(), DISCLOSURE, false);

    assertThat(comparison.rows(List.of(), List.of(value("20", "A", false))))
        .singleElement()
        .matches(row -> row.statusBefore().isEmpty() && row.isOne());
    assertThat(comparison.rows(List.of(cell("20", "A")), List.of()))
        .singleElement()
        .matches(row -> row.statusAfter().isEmpty() && row.isOne());
  }

  private static Trial.Moved only(boolean restricted, ValueRow before, UnitPreview.Value after) {
    return new TrialComparison(Map.of(), DISCLOSURE, restricted)
        .rows(List.of(before), List.of(after))
        .get(0);
  }

  private static ValueRow cell(String number, String status) {
    BigDecimal numerator = number == null ? null : new BigDecimal(number);
    Double value = number == null ? null : Double.valueOf(number);
    return new ValueRow(
        COUNT, "522633", "county", "2020-07", "", value, numerator, null, status, "r0001");
  }

  private static UnitPreview.Value value(String number, String status, boolean hidden) {
    return new UnitPreview.Value(
        COUNT, "", Double.valueOf(number), new BigDecimal(number), null, status, hidden);
  }
}
