package org.countywise.run;

import static org.assertj.core.api.Assertions.assertThat;

import java.time.LocalDate;
import java.time.YearMonth;
import java.util.List;
import java.util.Map;
import java.util.Set;
import org.apache.spark.sql.Dataset;
import org.apache.spark.sql.Row;
import org.apache.spark.sql.SparkSession;
import org.countywise.Workbench;
import org.countywise.compile.Compilation;
import org.countywise.geography.RegionsByMonth;
import org.countywise.geography.RosterRow;
import org.countywise.geography.history.Validity;
import org.countywise.plan.Plan;
import org.countywise.rows.Calendar;
import org.junit.jupiter.api.Test;

/** The tables beside the values name what there is, and nothing they do not know. */
class DimensionsTest {
  private final SparkSession spark = Workbench.session(Map.of());
  private final Plan plan =
      Compilation.plan(Workbench.definitions("jobs"), List.of("registry", "income"));
  private final Map<String, Dataset<Row>> tables = tables();

  private Map<String, Dataset<Row>> tables() {
    Calendar calendar = new Calendar(plan, List.of(YearMonth.of(2020, 7)), YearMonth.of(2020, 7));
    List<RosterRow> roster =
        List.of(
            row("51", "province", "CN", "四川省", ""), row("5134", "prefecture", "51", "凉山州", null));
    RegionsByMonth regions =
        new RegionsByMonth(calendar, roster, List.of(), Set.of("2020-07", "2020-09"));
    return new Dimensions(spark, calendar).tables(regions.tree());
  }

  private static RosterRow row(
      String code, String level, String parent, String nameZh, String nameEn) {
    LocalDate ever = LocalDate.of(1981, 1, 1);
    return new RosterRow(new Validity(code, level, parent, ever, null), nameZh, nameEn);
  }

  @Test
  void shouldNameTheNationInBothLanguagesAndLeaveUnknownNamesOut() {
    assertThat(
            tables.get("dim_region").orderBy("region_code").collectAsList().stream()
                .map(Row::mkString)
                .toList())
        .containsExactly(
            "51province四川省nullCN",
            "5134prefecture凉山州null51",
            "CNnation全国Nationnull",
            "group:listedgroup挂牌督战县Counties under listed supervisionnull");
  }

  @Test
  void shouldSayInBothLanguagesWhatAnIndicatorIsMadeOf() {
    Row share = tables.get("dim_indicator").where("indicator = 'income_wage_share'").first();
    Row count = tables.get("dim_indicator").where("indicator = 'poor_persons'").first();

    assertThat(share.<String>getAs("formula"))
        .isEqualTo("Wage income of twelve months (yuan) ÷ Income of twelve months (yuan) × 100");
    assertThat(share.<String>getAs("numerator_zh")).isEqualTo("十二个月工资性收入（元）");
    assertThat(share.<String>getAs("denominator_zh")).isEqualTo("十二个月总收入（元）");
    assertThat(count.<String>getAs("denominator")).isNull();
    assertThat(count.<String>getAs("denominator_zh")).isNull();
  }
}
