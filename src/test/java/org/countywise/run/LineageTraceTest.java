package org.countywise.run;

import static org.assertj.core.api.Assertions.assertThat;

import java.math.BigDecimal;
import java.nio.file.Path;
import java.time.YearMonth;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Random;
import java.util.stream.Stream;
import org.apache.spark.sql.Dataset;
import org.apache.spark.sql.Row;
import org.apache.spark.sql.SparkSession;
import org.apache.spark.sql.functions;
import org.countywise.Folders;
import org.countywise.Workbench;
import org.countywise.compile.Compilation;
import org.countywise.delivery.Delivery;
import org.countywise.delivery.Source;
import org.countywise.plan.Plan;
import org.countywise.plan.Scan;
import org.countywise.rows.Calendar;
import org.countywise.rows.Width;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;

/** An explained number adds up, from every row that was read to what is published. */
class LineageTraceTest {
  private static final int CELLS = 10;

  private static Calendar calendar;
  private static MeasuredRows measured;
  private static Computed computed;
  private static Dataset<Row> values;

  @BeforeAll
  static void computeADeliveryWithFlaws() {
    Workbench.Bench bench = Workbench.bench("inquiry");
    Path folder = Folders.copy(Workbench.sample(), bench.folder().resolve("delivery"));
    Without.county(bench.spark(), folder, "522633", "2020-09");
    // one row in 300 breaks a rule
    Without.rewrite(
        bench.spark(),
        folder.resolve("employment/period=2020-09"),
        rows ->
            rows.withColumn(
                "channel", functions.expr("if(person_id % 300 = 7, 'by mistake', channel)")));
    SparkSession spark = bench.spark();
    Plan plan =
        Compilation.plan(Workbench.definitions("jobs"), List.of("employment", "industry", "exit"));
    calendar = new Calendar(plan, List.of(YearMonth.of(2020, 9)), YearMonth.of(2019, 7));
    Delivery delivery =
        Delivery.open(folder.toString(), spark.sparkContext().hadoopConfiguration());
    Map<String, Source> sources = new java.util.LinkedHashMap<>();
    for (Scan scan : plan.scans()) {
      boolean totals = scan.dataset().equals("delivery");
      sources.put(
          scan.dataset(),
          Source.open(spark, delivery, scan, totals ? null : calendar.months(scan)));
    }
    measured =
        new Engine(spark, calendar, new Files(spark, sources), (subject, action) -> {}, Width.INT64)
            .measure();
    computed = measured.compute("r0001");
    values = computed.values();
  }

  @Test
  void shouldAddUpForCellsTakenAtRandom() {
    List<Row> cells =
        values
            .where(
                "numerator > 0 and breakdown = '' and indicator not like 'exit_%'"
                    + " and region_level in ('county', 'prefecture', 'province', 'nation', 'group')")
            .orderBy("indicator", "region_code")
            .collectAsList();
    Random random = new Random(20200901);
    for (int i = 0; i < CELLS; i++) {
      assertAddsUp(cells.get(random.nextInt(cells.size())));
    }
  }

  @Test
  void shouldAddUpForABreakdownAndAVillage() {
    assertAddsUp(
        values
            .where("indicator = 'industry_linkage' and region_code = '513431' and numerator > 0")
            .orderBy("breakdown")
            .first());
    assertAddsUp(
        values
            .where("indicator = 'migrant_yoy' and region_level = 'village' and denominator > 0")
            .orderBy("region_code")
            .first());
  }

  @Test
  void shouldSayWhatBecameOfEveryRow() {
    Explanation explained = explain("migrant_labour", "CN", "");

    assertThat(explained.funnels()).hasSize(1);
    Explanation.Funnel funnel = explained.funnels().get(0);
    assertThat(funnel.lost())
        .extracting(Explanation.Lost::why)
        .contains(
            "rejected: channel is outside its closed list",
            "outside: household.registered",
            "outside: channel = 'migrant'");
    assertThat(explained.children())
        .extracting(Explanation.Child::region)
        .contains("51", "52")
        .allMatch(code -> code.length() == 2);
    BigDecimal below =
        explained.children().stream()
            .map(Explanation.Child::numerator)
            .filter(java.util.Objects::nonNull)
            .reduce(BigDecimal.ZERO, BigDecimal::add);
    assertThat(below).isEqualByComparingTo(explained.numerator());
  }

  @Test
  void shouldFollowWhatACompositeIsMadeOf() {
    Explanation explained = explain("exit_composite_rate", "513431", "");

    assertThat(explained.made())
        .singleElement()
        .asString()
        .startsWith("measure composite_poor_persons = ");
    assertThat(explained.funnels())
        .extracting(Explanation.Funnel::measure)
        .contains("poor_persons", "exited_persons_sampled", "rural_persons");
  }

  private static Explanation explain(String indicator, String region, String breakdown) {
    return new LineageTrace(measured, computed, calendar, indicator, region, breakdown).explain();
  }

  private static void assertAddsUp(Row cell) {
    Explanation explained = explain(cell.getString(0), cell.getString(1), cell.getString(4));
    for (Explanation.Funnel funnel : explained.funnels()) {
      long lost = funnel.lost().stream().mapToLong(Explanation.Lost::rows).sum();
      assertThat(lost + funnel.counted())
          .as("rows of %s in %s", funnel, cell)
          .isEqualTo(funnel.read());
    }
    List<BigDecimal> sides = new ArrayList<>();
    for (String side : List.of("numerator", "denominator")) {
      sides.add(
          explained.funnels().stream()
              .filter(funnel -> funnel.side().equals(side))
              .filter(funnel -> funnel.number() != null)
              .map(funnel -> funnel.number().multiply(funnel.times()))
              .reduce(BigDecimal.ZERO, BigDecimal::add));
    }
    assertThat(sides.get(0)).as("numerator of %s", cell).isEqualByComparingTo(cell.getDecimal(6));
    Stream.ofNullable(cell.getDecimal(7))
        .forEach(
            denominator ->
                assertThat(sides.get(1))
                    .as("denominator of %s", cell)
                    .isEqualByComparingTo(denominator));
    assertThat(explained.numerator()).isEqualByComparingTo(cell.getDecimal(6));
  }
}
