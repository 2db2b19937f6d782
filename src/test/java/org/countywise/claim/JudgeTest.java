package org.countywise.claim;

import static org.assertj.core.api.Assertions.assertThat;
import static org.countywise.claim.ClaimRating.CANNOT_BE_CHECKED;
import static org.countywise.claim.ClaimRating.CONFIRMED;
import static org.countywise.claim.ClaimRating.DIFFERS;
import static org.countywise.claim.ClaimRating.WRONG_BASE;
import static org.countywise.claim.ClaimRating.WRONG_POPULATION;

import java.math.BigDecimal;
import java.util.List;
import java.util.Map;
import org.countywise.definition.Claims;
import org.countywise.definition.Claims.Against;
import org.countywise.definition.Claims.Comparison;
import org.countywise.definition.Claims.Says;
import org.countywise.definition.Phrase;
import org.countywise.definition.Title;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

class JudgeTest {
  private static final String LISTED = "group:listed";
  private static final String JULY = "2020-07";

  /** The 52 counties as published in 2020, with a July of 2019 that nobody published. */
  private static FakePublished published() {
    return new FakePublished()
        .count("migrant_labour", LISTED, "2019-07", "2141700")
        .count("migrant_labour", LISTED, "2019-12", "2544700")
        .count("migrant_labour", LISTED, "2020-06", "2814700")
        .count("migrant_labour", LISTED, JULY, "2850012")
        .count("migrant_labour", "CN", "2019-12", "27292000")
        .count("migrant_labour", "CN", JULY, "28669500")
        .count("poor_persons", LISTED, JULY, "340000")
        .rate("coverage", LISTED, JULY, "784", "810")
        .rate("coverage_able", LISTED, JULY, "784", "790");
  }

  /** A statement that is changed one piece at a time. */
  private record Draft(
      String indicator, Claims.Formula formula, String value, String unit, Comparison comparison) {

    static Draft value(String indicator, String value, String unit) {
      return new Draft(indicator, null, value, unit, null);
    }

    static Draft says(Says says, String stated, Against against) {
      Comparison comparison = new Comparison(says, stated, null, against, null);
      return new Draft("migrant_labour", null, null, null, comparison);
    }

    Claims.Statement of(List<Claims.Population> populations, List<String> otherBases) {
      return new Claims.Statement(
          new Claims.Wording("said", "说"),
          null,
          indicator,
          null,
          formula,
          LISTED,
          JULY,
          value,
          unit,
          comparison,
          populations,
          otherBases);
    }

    Claims.Statement statement() {
      return of(List.of(), List.of());
    }
  }

  private static Answer judged(
      Published published, Claims.Statement statement, Claims.KnownBase... bases) {
    Claims claims =
        new Claims(new Title("Claims", "说法"), List.of(bases), Map.of("said", statement));
    return new Judge(published, claims).answers().get(0);
  }

  private static Answer.Part part(Claims.Statement statement) {
    return judged(published(), statement).parts().get(0);
  }

  @ParameterizedTest(name = "{0} published, stated as {1} rounded to {2}: {3}")
  @CsvSource({
    "2850012, 2850000, 10000, CONFIRMED",
    "2854999, 2850000, 10000, CONFIRMED",
    "2855000, 2850000, 10000, DIFFERS",
    "2855000, 2860000, 10000, CONFIRMED",
    "2845000, 2850000, 10000, CONFIRMED",
    "2844999, 2850000, 10000, DIFFERS",
    "2844999.999999, 2850000, 10000, DIFFERS",
    "2850012, 2850000, , DIFFERS",
    "2850012, 2850012, , CONFIRMED",
    "2850012, 2850012.0, , CONFIRMED",
    "116.25, 116.3, , CONFIRMED",
    "116.249999, 116.3, , DIFFERS",
    "116.249999, 116.2, , CONFIRMED",
    "-2.5, -3, , CONFIRMED",
    "0, 0, , CONFIRMED"
  })
  void shouldRoundHalfUpToWhatWasStated(String is, String stated, String unit, ClaimRating rating) {
    FakePublished published = new FakePublished().count("poor", LISTED, JULY, is);

    assertThat(judged(published, Draft.value("poor", stated, unit).statement()).rating())
        .isEqualTo(rating);
  }

  @Test
  void shouldGiveTheRightNumberWhereTheStatedOneDiffers() {
    Answer.Part part = part(Draft.value("migrant_labour", "2700000", "10000").statement());

    assertThat(part.rating()).isEqualTo(DIFFERS);
    assertThat(part.right().value().roundedTo(part.stated().unit()))
        .isEqualByComparingTo("2850000");
    assertThat(part.held()).isNull();
  }

  @ParameterizedTest(name = "{0} of {1} against {2}: {3}, {4}")
  @CsvSource({
    "GROWTH, 12, LAST_DECEMBER, CONFIRMED, ",
    "GROWTH, +12.0, LAST_DECEMBER, CONFIRMED, ",
    "GROWTH, 12, SAME_MONTH_LAST_YEAR, WRONG_BASE, '2019-12 (last December: of a running count, the whole of 2019)'",
    "SHARE, 112, SAME_MONTH_LAST_YEAR, WRONG_BASE, '2019-12 (last December: of a running count, the whole of 2019)'",
    "GROWTH, 33.07, SAME_MONTH_LAST_YEAR, CONFIRMED, ",
    "GROWTH, 33.07, LAST_DECEMBER, WRONG_BASE, 2019-07 (the same month last year)",
    "GROWTH, 1.3, SAME_MONTH_LAST_YEAR, WRONG_BASE, 2020-06 (the previous month)",
    "INCREASE, 35312, PREVIOUS_MONTH, CONFIRMED, ",
    "INCREASE, 305312, PREVIOUS_MONTH, WRONG_BASE, '2019-12 (last December: of a running count, the whole of 2019)'",
    "SHARE, 105.05, LAST_DECEMBER, WRONG_POPULATION, migrant_labour of CN",
    "GROWTH, 99, LAST_DECEMBER, DIFFERS, "
  })
  void shouldFindTheBaseOfAComparison(
      Says says, String stated, Against against, ClaimRating rating, String held) {
    Answer.Part part = part(Draft.says(says, stated, against).statement());

    assertThat(part.rating()).isEqualTo(rating);
    assertThat(part.held() == null ? null : part.held().what()).isEqualTo(held);
  }

  @Test
  void shouldAnswerWrongBaseToTwelvePercentOverTheSamePeriod() {
    Comparison comparison =
        new Comparison(Says.GROWTH, "12", null, Against.SAME_MONTH_LAST_YEAR, null);
    Answer answer =
        judged(
            published(),
            new Draft("migrant_labour", null, "2850000", "10000", comparison).statement());

    assertThat(answer.parts())
        .extracting(Answer.Part::rating)
        .containsExactly(CONFIRMED, WRONG_BASE);
    assertThat(answer.rating()).isEqualTo(WRONG_BASE);
    Answer.Held held = answer.parts().get(1).held();
    assertThat(held.base().over()).isEqualByComparingTo("2544700");
    assertThat(held.value().roundedTo(new BigDecimal("0.01"))).isEqualByComparingTo("12.00");
  }

  @ParameterizedTest(name = "{0} % of a base rounded to {1}: {2}")
  @CsvSource({
    "107.53, , CONFIRMED",
    "107.52, , DIFFERS",
    "107.52, 10000, CONFIRMED",
    "107.51, 10000, CONFIRMED",
    "107.50, 10000, DIFFERS",
    "107.55, 10000, CONFIRMED",
    "107.56, 10000, DIFFERS",
    "107.52, 1000, CONFIRMED",
    "107.52, 100, DIFFERS"
  })
  void shouldCompareAtThePrecisionOfTheBase(String stated, String unit, ClaimRating rating) {
    FakePublished nation =
        new FakePublished()
            .count("migrant_labour", LISTED, "2019-12", "27290000")
            .count("migrant_labour", LISTED, JULY, "29344100");
    Comparison comparison = new Comparison(Says.SHARE, stated, null, Against.LAST_DECEMBER, unit);

    assertThat(
            judged(nation, new Draft("migrant_labour", null, null, null, comparison).statement())
                .rating())
        .isEqualTo(rating);
  }

  @Test
  void shouldCompareRatiosExactlyThoughTheyAreNoDecimals() {
    assertThat(part(Draft.value("coverage", "96.79", null).statement()).rating())
        .isEqualTo(CONFIRMED);
    assertThat(part(Draft.value("coverage", "96.7901234567901", null).statement()).rating())
        .isEqualTo(CONFIRMED);
    assertThat(part(Draft.value("coverage", "96.7901234567902", null).statement()).rating())
        .isEqualTo(DIFFERS);
  }

  @Test
  void shouldFindTheOtherBaseOfARatio() {
    Answer.Part part =
        part(Draft.value("coverage", "99.24", null).of(List.of(), List.of("coverage_able")));

    assertThat(part.rating()).isEqualTo(WRONG_BASE);
    assertThat(part.held().what()).isEqualTo("coverage_able");
  }

  @Test
  void shouldFindThePopulationAmongTheNationAndTheGroups() {
    Answer.Part part = part(Draft.value("migrant_labour", "28670000", "10000").statement());

    assertThat(part.rating()).isEqualTo(WRONG_POPULATION);
    assertThat(part.held().what()).isEqualTo("migrant_labour of CN");
  }

  @Test
  void shouldFindThePopulationThatAStatementLists() {
    Claims.Population poor = new Claims.Population("poor_persons", null);
    Claims.Statement statement =
        Draft.value("migrant_labour", "340000", "10000").of(List.of(poor), List.of());

    assertThat(part(statement).held().what()).isEqualTo("poor_persons of group:listed");
    assertThat(part(Draft.value("migrant_labour", "340000", "10000").statement()).rating())
        .as("nothing but the listed population is poor")
        .isEqualTo(DIFFERS);
  }

  @Test
  void shouldSayWhatIsMissing() {
    assertThat(missing(Draft.value("exit_ready", "52", null).statement()))
        .containsExactly("the indicator exit_ready, which is not published");
    FakePublished june = new FakePublished().count("migrant_labour", LISTED, "2020-06", "1");
    assertThat(
            judged(june, Draft.value("migrant_labour", "1", null).statement())
                .parts()
                .get(0)
                .right()
                .missing())
        .containsExactly("the month 2020-07, which is not published");
    FakePublished nation = new FakePublished().count("migrant_labour", "CN", JULY, "1");
    Answer answer = judged(nation, Draft.value("migrant_labour", "1", null).statement());
    assertThat(answer.rating()).isEqualTo(CANNOT_BE_CHECKED);
    assertThat(answer.parts().get(0).right().missing())
        .containsExactly("the region group:listed, which is not published");
  }

  private static List<String> missing(Claims.Statement statement) {
    Answer.Part part = part(statement);
    assertThat(part.rating()).isEqualTo(CANNOT_BE_CHECKED);
    return part.right().missing();
  }

  @Test
  void shouldNotCheckAgainstARowWithoutAValue() {
    Published.At at = new Published.At("migrant_labour", "", LISTED, JULY);
    FakePublished published =
        published().row(at, new Published.Figure(BigDecimal.ONE, BigDecimal.TEN, null, false, "O"));
    Answer answer = judged(published, Draft.value("migrant_labour", "10", null).statement());

    assertThat(answer.rating()).isEqualTo(CANNOT_BE_CHECKED);
    assertThat(answer.parts().get(0).right().missing())
        .containsExactly("migrant_labour of group:listed in 2020-07, whose status is O");
  }

  @Test
  void shouldNotGuessAFactor() {
    Published.At at = new Published.At("rate", "", LISTED, JULY);
    FakePublished published =
        new FakePublished()
            .row(at, new Published.Figure(null, BigDecimal.ONE, BigDecimal.TEN, true, "A"));
    Answer answer = judged(published, Draft.value("rate", "10", null).statement());

    assertThat(answer.rating()).isEqualTo(CANNOT_BE_CHECKED);
    assertThat(answer.parts().get(0).right().missing().get(0)).startsWith("the factor of rate");
  }

  @Test
  void shouldHintAtAnotherBaseWhereTheStatedOneIsMissing() {
    FakePublished published =
        new FakePublished()
            .count("migrant_labour", LISTED, "2019-12", "2544700")
            .count("migrant_labour", LISTED, JULY, "2850012");
    Answer answer =
        judged(published, Draft.says(Says.GROWTH, "12", Against.SAME_MONTH_LAST_YEAR).statement());

    assertThat(answer.rating()).isEqualTo(CANNOT_BE_CHECKED);
    assertThat(answer.parts().get(0).held().what()).startsWith("2019-12 (last December");
  }

  @Test
  void shouldTakeABaseFromTheDenominatorOfARatio() {
    FakePublished published =
        new FakePublished()
            .count("migrant_labour", LISTED, JULY, "2850012")
            .rate("migrant_to_base", LISTED, JULY, "2850012", "2544700");
    Claims.Statement statement = Draft.says(Says.GROWTH, "12", Against.LAST_DECEMBER).statement();
    Claims.KnownBase known =
        new Claims.KnownBase("migrant_labour", Against.LAST_DECEMBER, "migrant_to_base");

    assertThat(judged(published, statement, known).rating()).isEqualTo(CONFIRMED);
    assertThat(judged(published, statement).rating()).isEqualTo(CANNOT_BE_CHECKED);
  }

  @Test
  void shouldNotDivideByABaseOfZero() {
    FakePublished published =
        new FakePublished()
            .count("migrant_labour", LISTED, "2020-06", "0")
            .count("migrant_labour", LISTED, JULY, "5");
    Answer answer =
        judged(published, Draft.says(Says.GROWTH, "5", Against.PREVIOUS_MONTH).statement());

    assertThat(answer.rating()).isEqualTo(CANNOT_BE_CHECKED);
    assertThat(answer.parts().get(0).right().missing().get(0)).contains("is zero");
  }

  @Test
  void shouldNotTryTheSameMonthUnderAnotherName() {
    FakePublished published =
        new FakePublished()
            .count("migrant_labour", LISTED, "2019-12", "100")
            .count("migrant_labour", LISTED, "2020-01", "112");
    Claims.Statement january =
        new Claims.Statement(
            new Claims.Wording("said", "说"),
            null,
            "migrant_labour",
            null,
            null,
            LISTED,
            "2020-01",
            null,
            null,
            new Comparison(Says.GROWTH, "12", null, Against.PREVIOUS_MONTH, null),
            List.of(),
            List.of());

    assertThat(judged(published, january).rating()).isEqualTo(CONFIRMED);
  }

  @Test
  void shouldComputeFormulasWithTermsOfOtherMonths() {
    Claims.Term before = new Claims.Term("migrant_labour", null, "2019-12", null);
    Claims.Formula increase =
        new Claims.Formula("migrant_labour - before", null, null, Map.of("before", before));
    Claims.Formula growth =
        new Claims.Formula("migrant_labour - before", "before", "100", Map.of("before", before));

    assertThat(part(formula(increase, "305312", null)).rating()).isEqualTo(CONFIRMED);
    assertThat(part(formula(growth, "12.00", null)).rating()).isEqualTo(CONFIRMED);
    assertThat(part(formula(growth, "12.01", null)).rating()).isEqualTo(DIFFERS);
  }

  @Test
  void shouldComputeFormulasOfPartsAndRatios() {
    Claims.Term base = new Claims.Term("coverage", null, null, Phrase.Part.DENOMINATOR);
    Claims.Formula able = new Claims.Formula("coverage_able - coverage", null, null, Map.of());

    assertThat(
            part(formula(new Claims.Formula("base", null, null, Map.of("base", base)), "810", null))
                .rating())
        .isEqualTo(CONFIRMED);
    assertThat(part(formula(able, "2.45", null)).rating()).isEqualTo(CONFIRMED);
  }

  private static Claims.Statement formula(Claims.Formula formula, String value, String unit) {
    return new Draft(null, formula, value, unit, null).statement();
  }

  @Test
  void shouldCarryTheStatusOfWhatAnswered() {
    Published.At at = new Published.At("migrant_labour", "", LISTED, JULY);
    FakePublished published =
        published()
            .row(
                at,
                new Published.Figure(BigDecimal.ONE, new BigDecimal("2850012"), null, true, "P"));
    Answer answer =
        judged(published, Draft.says(Says.GROWTH, "12", Against.LAST_DECEMBER).statement());

    assertThat(answer.rating()).isEqualTo(CONFIRMED);
    assertThat(answer.parts().get(0).right().statuses()).containsExactly("A", "P");
  }
}
