package org.countywise.cli;

import java.util.List;
import org.apache.spark.sql.Dataset;
import org.apache.spark.sql.Row;
import org.countywise.Workbench;
import org.countywise.release.Draft;
import org.countywise.release.Table;
import org.countywise.report.PlainManifest;
import org.countywise.run.PublishedRows;

/**
 * Two releases of what the sample publishes of September 2020 in four provinces, told of July and
 * August too.
 *
 * <p>{@code r0001}: county 522633 has 14, 15 and 16 out-migrants; 520526 has not delivered
 * employment in September; of August there are surveys of exit in two counties, one of which is
 * ready. {@code r0002} publishes two indicators of September anew: of migrant labour, that of the
 * nation grows by one and that of 622926 is hidden; of open problems, the nation loses a category
 * and gets another.
 */
final class PostgresWarehouse {
  /** What the second release publishes anew, in the last month. */
  static final List<String> REVISED = List.of("migrant_labour", "problems_open");

  private static final List<String> MONTHS = List.of("2020-07", "2020-08", "2020-09");
  private static final String LAST = "2020-09";

  private static final String FIRST =
      """
      with months as (select explode(array('2020-07', '2020-08', '2020-09')) as told),
      surveyed as (
        select * from values
          ('exit_composite_rate', '522632', 1.25D, 12.5, 1000),
          ('exit_approval_rate', '522632', 96D, 96, 100),
          ('wrong_exit_rate', '522632', 0.5D, 1, 200),
          ('omission_rate', '522632', 0D, 0, 200),
          ('exit_ready', '522632', 1D, 1, null),
          ('exit_composite_rate', '522633', 4.5D, 45, 1000),
          ('exit_approval_rate', '522633', 91D, 91, 100),
          ('wrong_exit_rate', '522633', 0.5D, 1, 200),
          ('omission_rate', '522633', 2.5D, 5, 200),
          ('exit_ready', '522633', 0D, 0, null)
          as s(indicator, region_code, rate, part, whole)),
      sampled_months as (
        select s.*, told, rate, part, whole, rate is not null and told = '2020-08' as survey,
          told = '2020-09' and s.region_code = '520526'
            and s.indicator in ('employed_labour', 'employment_rate', 'migrant_labour') as silent,
          if(s.indicator = 'out_migrant_labour' and s.region_code = '522633',
            9 - int(right(told, 2)), 0) as fewer
        from sampled s cross join months
        left join surveyed on s.indicator = surveyed.indicator and s.region_code = surveyed.region_code
        where s.region_code in ('CN', 'group:listed')
          or left(s.region_code, 2) in ('51', '52', '62', '65'))
      select indicator, region_code, region_level, told as period, breakdown,
        case when silent then null when survey then rate else value - fewer end as value,
        cast(case when silent then null when survey then part else numerator - fewer end
          as decimal(38, 6)) as numerator,
        cast(case when silent then null when survey then whole else denominator end
          as decimal(38, 6)) as denominator,
        case when silent then 'O' when survey then 'A' else status end as status,
        'r0001' as release
      from sampled_months
      """;

  private static final String SECOND =
      """
      with told as (
        select *, indicator = 'migrant_labour' and region_code = '622926' as hidden,
          if(indicator = 'migrant_labour' and region_code = 'CN', 1, 0) as more
        from first where period = '2020-09' and indicator in ('migrant_labour', 'problems_open'))
      select indicator, region_code, region_level, period,
        if(region_code = 'CN' and breakdown = 'category=data', 'category=novel', breakdown) as breakdown,
        if(hidden, null, value + more) as value,
        if(hidden, null, cast(numerator + more as decimal(38, 6))) as numerator,
        denominator, if(hidden, 'Q', status) as status, 'r0002' as release
      from told
      """;

  private PostgresWarehouse() {}

  /** The bench, which is only read. */
  static Workbench.Bench bench() {
    return Workbench.common("postgres", PostgresWarehouse::publish);
  }

  /** The folder of the warehouse. */
  static String folder() {
    return bench().folder().resolve("warehouse").toString();
  }

  private static void publish(Workbench.Bench bench) {
    Workbench.Bench sample = PublishedRows.sample();
    moved(sample, "indicator_value", bench)
        .where("period = '2020-09'")
        .createOrReplaceTempView("sampled");
    Dataset<Row> first = bench.spark().sql(FIRST);
    first.createOrReplaceTempView("first");
    try (Draft draft = bench.warehouse().draft()) {
      List<String> all =
          first.select("indicator").distinct().collectAsList().stream()
              .map(row -> row.getString(0))
              .toList();
      draft.replaceValues(Table.published("indicator_value"), first, MONTHS, all);
      for (String dimension : List.of("dim_indicator", "dim_region")) {
        draft.merge(Table.published(dimension), moved(sample, dimension, bench));
      }
      draft.merge(Table.published("dim_period"), months(bench));
      publish(draft, bench);
    }
    try (Draft draft = bench.warehouse().draft()) {
      draft.replaceValues(
          Table.published("indicator_value"), bench.spark().sql(SECOND), List.of(LAST), REVISED);
      publish(draft, bench);
    }
  }

  private static Dataset<Row> months(Workbench.Bench bench) {
    return bench
        .spark()
        .sql(
            """
            select period, year(first_day) as year, month(first_day) as month, first_day,
              last_day(first_day) as last_day
            from (select period, to_date(period || '-01') as first_day
              from values ('2020-07'), ('2020-08'), ('2020-09') as m(period))
            """);
  }

  private static Dataset<Row> moved(Workbench.Bench from, String table, Workbench.Bench to) {
    Dataset<Row> rows = from.published(table);
    return to.spark().createDataFrame(rows.collectAsList(), rows.schema());
  }

  private static void publish(Draft draft, Workbench.Bench bench) {
    draft.publish(PlainManifest.planned(List.of(), MONTHS, List.of()), PlainManifest.CONTENTS);
    bench.warehouse().settle(2);
  }
}
