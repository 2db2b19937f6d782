package org.countywise.oracle;

import static org.assertj.core.api.Assertions.assertThat;

import java.nio.file.Path;
import java.sql.SQLException;
import java.time.YearMonth;
import java.util.List;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** Exports that agree with the oracle, and exports with one error each. */
class CompareTest {
  @TempDir private Path folder;
  private Oracle oracle;

  @BeforeEach
  void compute() throws SQLException {
    oracle = Oracle.over(HandMadeDelivery.write(folder.resolve("delivery"), "four-counties"));
    oracle.compute(List.of(YearMonth.of(2020, 7)), Oracle.FOUR);
  }

  @AfterEach
  void close() throws SQLException {
    oracle.close();
  }

  @Test
  void shouldFindNothingInAnEqualExport() throws SQLException {
    assertThat(differencesOf("from indicator_value")).isEmpty();
  }

  @Test
  void shouldDoWithoutTheRestrictedLevelsAndZeroBreakdowns() throws SQLException {
    assertThat(
            differencesOf(
                """
                from indicator_value where region_level not in ('village', 'township')
                union all
                select 'works_quantity', '110101', 'county', '2020-07', 'kind=school', 0, 0, null, 'A'
                union all
                select 'works_quantity', '110101', 'county', '2020-07', 'kind=clinic', null, 0, 0, 'M'
                """))
        .isEmpty();
  }

  @Test
  void shouldOverlookOtherFamiliesAndPeriods() throws SQLException {
    assertThat(
            differencesOf(
                """
                from indicator_value
                union all
                select 'income_per_person', 'CN', 'nation', '2020-07', '', 1, 1, 1, 'A'
                union all
                select 'labourers', 'CN', 'nation', '2020-06', '', 1, 1, null, 'A'
                """))
        .isEmpty();
  }

  @Test
  void shouldNameAMissingRow() throws SQLException {
    assertThat(
            differencesOf(
                "from indicator_value where not (indicator = 'labourers' and region_code = 'CN')"))
        .singleElement()
        .satisfies(
            difference ->
                assertThat(difference.toString())
                    .startsWith("labourers CN 2020-07: missing row: expected {"));
  }

  @Test
  void shouldNameExtraAndRepeatedRows() throws SQLException {
    assertThat(
            differencesOf(
                """
                from indicator_value
                union all
                from indicator_value where indicator = 'labourers' and region_code = 'CN'
                union all
                select 'labourers', '999999', 'county', '2020-07', '', 1, 1, null, 'A'
                """))
        .extracting(Difference::what)
        .containsExactlyInAnyOrder("repeated row", "extra row");
  }

  @Test
  void shouldNotTakeAValueOfZeroForZero() throws SQLException {
    assertThat(
            differencesOf(
                """
                from indicator_value
                union all
                select 'works_quantity', '110101', 'county', '2020-07', 'kind=school', 0, 3, null, 'A'
                """))
        .extracting(Difference::what)
        .containsExactly("extra row");
  }

  @Test
  void shouldNameEachColumnThatDiffers() throws SQLException {
    assertThat(
            differencesOf(
                """
                select indicator, region_code, region_level, period, breakdown,
                  case when indicator = 'employment_rate' and region_code = '110101' then value + 1e-13
                    else value end as value,
                  case when indicator = 'labourers' and region_code = 'CN' then numerator + 0.000001
                    else numerator end as numerator,
                  case when indicator = 'industry_linkage' and region_code = 'CN' then 1 else denominator
                    end as denominator,
                  case when indicator = 'works_completed' and status = 'P' then 'A' else status end as status
                from indicator_value
                """))
        .map(Difference::toString)
        .containsExactly(
            "employment_rate 110101 2020-07: value: expected 80.0, found 80.0000000000001",
            "industry_linkage CN 2020-07: denominator: expected null, found 1.000000",
            "industry_linkage CN 2020-07 linkage=dividend: denominator: expected null, found 1.000000",
            "industry_linkage CN 2020-07 linkage=land_rent: denominator: expected null, found 1.000000",
            "industry_linkage CN 2020-07 linkage=wage_work: denominator: expected null, found 1.000000",
            "labourers CN 2020-07: numerator: expected 6.000000, found 6.000001",
            "works_completed 12 2020-07: status: expected P, found A",
            "works_completed CN 2020-07: status: expected P, found A",
            "works_completed CN 2020-07 kind=drain: status: expected P, found A",
            "works_completed CN 2020-07 kind=road: status: expected P, found A");
  }

  @Test
  void shouldNoticeAnUnknownValueWhereThereIsOne() throws SQLException {
    assertThat(
            differencesOf(
                """
                select * replace (case when indicator = 'industry_area_mu' and region_code = '110102' then 0.0
                  else value end as value)
                from indicator_value
                """))
        .map(Difference::toString)
        .containsExactly("industry_area_mu 110102 2020-07: value: expected null, found 0.0");
  }

  private List<Difference> differencesOf(String export) throws SQLException {
    Path file = folder.resolve("export.parquet");
    Script.execute(oracle.connection(), "copy (" + export + ") to '" + file + "' (format parquet)");
    return oracle.compare(folder.resolve("*.parquet"));
  }
}
