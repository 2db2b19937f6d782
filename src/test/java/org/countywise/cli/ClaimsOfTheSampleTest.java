package org.countywise.cli;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.math.BigDecimal;
import java.math.RoundingMode;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.YearMonth;
import java.util.List;
import org.apache.spark.sql.Row;
import org.countywise.Workbench;
import org.countywise.report.Outcome;
import org.junit.jupiter.api.Test;

/** The statement of July 2020, at the scale of a small sample that the engine has computed. */
class ClaimsOfTheSampleTest {
  private static final YearMonth JULY = YearMonth.of(2020, 7);

  @Test
  void shouldAnswerWrongBaseWhereGrowthOnAllOfLastYearIsCalledGrowthOnTheSameMonth()
      throws IOException {
    Workbench.Bench bench = Workbench.bench("claims-of-the-sample");
    Outcome outcome = bench.run(Workbench.sample(), "jobs", List.of(JULY), "employment");
    assertThat(outcome.published()).as("%s", outcome.findings()).isTrue();
    Row toBase =
        bench
            .exact()
            .where("indicator = 'migrant_to_base' and region_code = 'group:listed'")
            .select("numerator", "denominator")
            .first();
    Path file =
        Files.writeString(
            bench.folder().resolve("said.yaml"), said(toBase.getDecimal(0), toBase.getDecimal(1)));

    Terminal terminal =
        Terminal.type(
            "claims",
            "-q",
            "--warehouse",
            bench.folder().resolve("warehouse").toString(),
            file.toString());

    assertThat(terminal.code()).as("exit code; said: %s", terminal.err()).isZero();
    assertThat(terminal.out().replaceAll("\\s+", " "))
        .contains("wrong base: migrants")
        .contains("of a running count, the whole of 2019)")
        .contains("(the base is " + Numbers.exact(toBase.getDecimal(1)) + ")")
        .contains("1 wrong base");
  }

  /** The real statement with the sample's numbers: tens for ten thousands, and its own growth. */
  private static String said(BigDecimal migrants, BigDecimal base) {
    BigDecimal tens = migrants.divide(BigDecimal.TEN, 0, RoundingMode.HALF_UP);
    BigDecimal growth =
        migrants
            .subtract(base)
            .multiply(BigDecimal.valueOf(100))
            .divide(base, 0, RoundingMode.HALF_UP);
    return """
        title: {en: Small sample, zh: 小样本}
        bases:
          - {of: migrant_labour, against: last_december, denominator_of: migrant_to_base}
          - {of: migrant_labour, against: same_month_last_year, denominator_of: migrant_yoy}
        statements:
          migrants:
            text: {en: More than in the same period, zh: 同比增长}
            indicator: migrant_labour
            region: group:listed
            period: 2020-07
            value: '%s'
            rounded_to: '10'
            comparison: {says: growth, stated: '%s', against: same_month_last_year}
        """
        .formatted(tens.multiply(BigDecimal.TEN).toPlainString(), growth.toPlainString());
  }
}
