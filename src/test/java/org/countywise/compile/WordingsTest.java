package org.countywise.compile;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.List;
import java.util.Map;
import org.countywise.Workbench;
import org.countywise.plan.Wording;
import org.junit.jupiter.api.Test;

/** What indicators are made of, in words of both languages. */
class WordingsTest {
  private static final Map<String, Wording> OURS = wordings("jobs");

  private static Map<String, Wording> wordings(String jobs) {
    return Compilation.plan(Workbench.definitions(jobs), List.of()).wordings();
  }

  @Test
  void shouldCallEveryPartOfOursByATitleInBothLanguages() {
    assertThat(OURS).isNotEmpty();
    OURS.forEach(
        (indicator, words) -> {
          assertThat(words.formula().en()).as(indicator).isNotBlank().doesNotContain("_");
          assertThat(words.formula().zh())
              .as(indicator)
              .containsPattern("\\p{IsHan}")
              .doesNotContainPattern("[a-z]{3}");
        });
  }

  @Test
  void shouldSayAHundredthOfFenAsYuan() {
    assertThat(OURS.get("income_wage_share").formula())
        .isEqualTo(
            new Wording.InBoth(
                "Wage income of twelve months (yuan) ÷ Income of twelve months (yuan) × 100",
                "十二个月工资性收入（元） ÷ 十二个月总收入（元） × 100"));
  }

  @Test
  void shouldPutSumsOfAQuotientInBrackets() {
    Wording growth = OURS.get("migrant_yoy");

    assertThat(growth.numerator().en()).contains(" − ").contains("(same month last year)");
    assertThat(growth.numerator().zh()).contains("（上年同月）");
    assertThat(growth.formula().en())
        .isEqualTo("(" + growth.numerator().en() + ") ÷ " + growth.denominator().en() + " × 100");
  }

  @Test
  void shouldHaveNoDenominatorForACount() {
    assertThat(OURS.get("migrant_labour").denominator()).isNull();
  }

  @Test
  void shouldSayWhatAStatisticIsOf() {
    Map<String, Wording> poverty = wordings("jobs-poverty");

    assertThat(poverty.values())
        .anyMatch(words -> words.formula().en().startsWith("Gini coefficient of "))
        .anyMatch(words -> words.formula().zh().contains("中位数"));
  }
}
