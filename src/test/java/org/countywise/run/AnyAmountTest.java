package org.countywise.run;

import static org.assertj.core.api.Assertions.assertThat;

import java.math.BigDecimal;
import java.math.BigInteger;
import java.math.RoundingMode;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.stream.IntStream;
import org.countywise.Workbench;
import org.countywise.definition.Definitions;
import org.countywise.definition.Family;
import org.junit.jupiter.api.Test;

/** Our own definitions hold for every amount that the type of its column allows. */
class AnyAmountTest {
  private static final String COUNTY = "522633";
  private static final String VILLAGE = "522633100001";
  private static final String PERIOD = "2020-07";
  private static final BigInteger GREATEST = BigInteger.valueOf(Long.MAX_VALUE);
  private static final BigInteger LINE = BigInteger.valueOf(400_000);

  private final Map<String, List<Map<String, String>>> given = new LinkedHashMap<>();
  private final List<Family.Expectation> expected = new ArrayList<>();

  @Test
  void shouldSumAmountsThatInt64DoesNotHold() {
    household(1, 2, "registered_poor");
    household(2, 3, "exited");
    for (int person = 1; person <= 3; person++) {
      given(
          "employment",
          "person_id",
          person,
          "household_id",
          1,
          "village_code",
          VILLAGE,
          "workplace_code",
          COUNTY,
          "wage_fen",
          GREATEST);
    }
    BigDecimal wages = new BigDecimal(GREATEST.multiply(BigInteger.valueOf(3)));
    expect("average_monthly_wage", "numerator", wages.movePointLeft(2));
    expect("average_monthly_wage", "denominator", new BigDecimal(3));

    assertThat(differences("employment")).isEmpty();
  }

  @Test
  void shouldSumIncomesAndInvestmentsThatInt64DoesNotHold() {
    household(1, 2, "registered_poor");
    for (int project = 1; project <= 2; project++) {
      given(
          "industry_project",
          "project_id",
          project,
          "village_code",
          VILLAGE,
          "in_catalogue",
          true,
          "status",
          "running",
          "invested_fen",
          GREATEST);
      given(
          "industry_participation",
          "household_id",
          1,
          "project_id",
          project,
          "village_code",
          VILLAGE,
          "income_fen",
          GREATEST);
    }
    BigDecimal twice = new BigDecimal(GREATEST.multiply(BigInteger.TWO)).movePointLeft(2);
    expect("industry_invested", "numerator", twice);
    expect("industry_income_per_household", "numerator", twice);

    assertThat(differences("industry")).isEmpty();
  }

  /** Nothing about it is wrong by the contract: the row is kept and warned of. */
  @Test
  void shouldMeasureThePovertyOfAHouseholdFarBelowZero() {
    line();
    BigInteger below = BigInteger.valueOf(-20_000_000_000L);
    household(1, 4, "registered_poor");
    household(2, 1, "registered_poor");
    year(1, below);
    year(2, GREATEST);
    BigInteger need = LINE.multiply(BigInteger.valueOf(4));
    BigInteger gap = need.subtract(below);
    expect("income_per_person", "numerator", yuan(GREATEST.add(below)));
    expect("poverty_gap", "numerator", yuan(gap));
    expect("poverty_severity", "numerator", severity(gap, 4));
    expect("below_line_rate", "numerator", new BigDecimal(4));

    assertThat(differences("income")).isEmpty();
  }

  @Test
  void shouldAddIncomesBeyondInt64InOneRowAndOverTheYear() {
    line();
    household(1, 1, "exited");
    for (String month : months()) {
      account(1, month, GREATEST, GREATEST, GREATEST, GREATEST);
    }
    expect("income_per_person", "numerator", yuan(GREATEST.multiply(BigInteger.valueOf(48))));
    expect("income_wage_share", "value", new BigDecimal("25"));
    expect("poverty_gap", "numerator", BigDecimal.ZERO);

    assertThat(differences("income")).isEmpty();
  }

  /** It has an income and no line to compare it with. */
  @Test
  void shouldCompareAHouseholdWithoutPersonsWithNoLine() {
    line();
    household(1, 0, "registered_poor");
    household(2, 2, "registered_poor");
    year(1, BigInteger.valueOf(-5_000));
    year(2, BigInteger.ZERO);
    expect("income_per_person", "numerator", new BigDecimal("-50"));
    expect("poverty_gap", "numerator", yuan(LINE.multiply(BigInteger.TWO)));
    expect("poverty_severity", "numerator", BigDecimal.valueOf(2));
    expect("below_line_rate", "numerator", BigDecimal.valueOf(2));

    assertThat(differences("income")).isEmpty();
  }

  @Test
  void shouldWatchHouseholdsWhateverTheirAmounts() {
    line();
    household(1, 4, "exited");
    household(2, 0, "exited");
    for (String month : months()) {
      account(1, month, GREATEST, GREATEST, BigInteger.ZERO, BigInteger.ONE);
      account(2, month, GREATEST.negate(), BigInteger.ZERO, BigInteger.ZERO, BigInteger.ZERO);
    }
    expected.add(alerts("implausible", "2"));
    expected.add(alerts("below_line", "1"));
    expected.add(alerts("low_income", "1"));

    assertThat(differences("monitoring")).isEmpty();
  }

  /** Nothing and much, as many of each: one half, whatever the sums come to. */
  @Test
  void shouldMeasureInequalityOfAmountsWhoseProductsHaveManyDigits() {
    String many = "9000000000";
    given("income_survey", "record_id", 1, "country_code", "ABC", "weight", many, "welfare", 0);
    String much = "900000000000";
    given("income_survey", "record_id", 2, "country_code", "ABC", "weight", many, "welfare", much);
    expected.add(new Family.Expectation("gini", "ABC", null, "0.5", null, null, "A"));
    expected.add(new Family.Expectation("gini", "WORLD", null, "0.5", null, null, "A"));

    assertThat(differences("jobs-poverty", "poverty")).isEmpty();
  }

  private List<String> differences(String family) {
    return differences("jobs", family);
  }

  private List<String> differences(String jobs, String family) {
    Definitions definitions = Workbench.definitions(jobs);
    Family.Example example = new Family.Example("any amount", PERIOD, given, List.of(), expected);
    return new Examples(Workbench.session(Map.of()), definitions).differences(family, example);
  }

  private void line() {
    given("poverty_line", "year", 2020, "line_fen", LINE, "monitoring_line_fen", 500_000);
  }

  private void household(int id, int persons, String registration) {
    for (String month : months()) {
      given(
          "household",
          "period",
          month,
          "household_id",
          id,
          "village_code",
          VILLAGE,
          "registration",
          registration,
          "persons",
          persons);
    }
  }

  /** Accounts of twelve months, of which the last says all. */
  private void year(int household, BigInteger fen) {
    BigInteger none = BigInteger.ZERO;
    months()
        .forEach(
            month ->
                account(household, month, month.equals(PERIOD) ? fen : none, none, none, none));
  }

  private void account(
      int household,
      String month,
      BigInteger wage,
      BigInteger business,
      BigInteger property,
      BigInteger transfer) {
    given(
        "household_account",
        "period",
        month,
        "household_id",
        household,
        "village_code",
        VILLAGE,
        "wage_fen",
        wage,
        "business_fen",
        business,
        "property_fen",
        property,
        "transfer_fen",
        transfer);
  }

  private static List<String> months() {
    return IntStream.rangeClosed(0, 11)
        .mapToObj(back -> java.time.YearMonth.parse(PERIOD).minusMonths(back).toString())
        .toList();
  }

  private void given(String dataset, Object... columns) {
    Map<String, String> row = new LinkedHashMap<>();
    for (int i = 0; i < columns.length; i += 2) {
      row.put(columns[i].toString(), columns[i + 1].toString());
    }
    given.computeIfAbsent(dataset, d -> new ArrayList<>()).add(row);
  }

  private void expect(String indicator, String part, BigDecimal value) {
    String text = value.toPlainString();
    expected.add(
        new Family.Expectation(
            indicator,
            COUNTY,
            null,
            part.equals("value") ? text : null,
            part.equals("numerator") ? text : null,
            part.equals("denominator") ? text : null,
            "A"));
  }

  private static Family.Expectation alerts(String rule, String count) {
    return new Family.Expectation("alerts_open", COUNTY, "rule=" + rule, count, null, null, null);
  }

  private static BigDecimal yuan(BigInteger fen) {
    return new BigDecimal(fen).movePointLeft(2);
  }

  /** Persons times the square of the gap per line, at 12 decimals, shown at 6. */
  private static BigDecimal severity(BigInteger gap, int persons) {
    BigDecimal exact =
        new BigDecimal(gap.multiply(gap))
            .divide(
                new BigDecimal(LINE.multiply(LINE).multiply(BigInteger.valueOf(persons))),
                12,
                RoundingMode.HALF_UP);
    return exact.setScale(6, RoundingMode.HALF_UP);
  }
}
