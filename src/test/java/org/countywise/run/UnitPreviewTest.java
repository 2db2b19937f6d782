package org.countywise.run;

import static org.assertj.core.api.Assertions.assertThat;

import java.math.BigDecimal;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.TreeMap;
import org.apache.spark.sql.Dataset;
import org.apache.spark.sql.Row;
import org.apache.spark.sql.SparkSession;
import org.countywise.Workbench;
import org.countywise.compile.Compilation;
import org.countywise.plan.Plan;
import org.countywise.plan.Scan;
import org.countywise.release.Table;
import org.countywise.table.IndicatorValue;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

/** One county's rows give the county's numbers of a run over all rows. */
class UnitPreviewTest {

  @ParameterizedTest
  @CsvSource({"employment, 522633", "industry, 513431", "relocation, 522633"})
  void shouldGiveWhatARunGives(String family, String county) {
    Workbench.Bench bench = PublishedRows.sample();
    Plan plan = Compilation.plan(Workbench.definitions("jobs"), List.of(family));
    Request request =
        new Request(
            Workbench.sample().toString(),
            List.of(PublishedRows.SAMPLE_PERIOD),
            plan,
            "test",
            Request.Rerun.ALWAYS);

    UnitPreview.Result result =
        new UnitPreview(bench.spark(), (subject, action) -> {}, county).of(request);

    Map<String, String> previewed = new TreeMap<>();
    result
        .values()
        .forEach(
            of ->
                previewed.put(
                    of.indicator() + "|" + of.breakdown(),
                    line(of.numerator(), of.denominator(), of.status())));
    Dataset<Row> published =
        bench
            .exact()
            .filter(IndicatorValue.REGION.column().equalTo(county))
            .filter(IndicatorValue.INDICATOR.column().isin(indicators(plan)));
    Map<String, String> exact = new TreeMap<>();
    published.collectAsList().forEach(row -> exact.put(key(row), line(row)));
    assertThat(result.findings()).isEmpty();
    assertThat(previewed).isNotEmpty().isEqualTo(exact);
    assertThat(hidden(result)).containsAll(small(bench, county, plan));
  }

  private static Object[] indicators(Plan plan) {
    return plan.indicators().stream().map(of -> of.indicator()).toArray();
  }

  private static List<String> hidden(UnitPreview.Result result) {
    return result.values().stream()
        .filter(UnitPreview.Value::hidden)
        .map(of -> of.indicator() + "|" + of.breakdown())
        .toList();
  }

  /** What a run hides in the county because it is small itself. */
  private static List<String> small(Workbench.Bench bench, String county, Plan plan) {
    return bench
        .table(Table.restricted("withheld"), "")
        .filter(IndicatorValue.REGION.column().equalTo(county))
        .filter(IndicatorValue.INDICATOR.column().isin(indicators(plan)))
        .collectAsList()
        .stream()
        .filter(row -> row.getAs("kind").equals("primary"))
        .map(UnitPreviewTest::key)
        .toList();
  }

  private static String key(Row row) {
    return row.getAs("indicator") + "|" + row.getAs("breakdown");
  }

  private static String line(Row row) {
    return line(row.getAs("numerator"), row.getAs("denominator"), row.getAs("status"));
  }

  private static String line(BigDecimal numerator, BigDecimal denominator, String status) {
    return plain(numerator) + " / " + plain(denominator) + " " + status;
  }

  private static String plain(BigDecimal number) {
    return number == null ? "–" : number.stripTrailingZeros().toPlainString();
  }

  @Test
  void shouldKnowAllCodesUnderWhichRowsOfAUnitCanCome() {
    Plan plan = Compilation.plan(Workbench.definitions("jobs"), List.of("registry"));
    Told roster =
        new Told(
            Workbench.session(Map.of()),
            Map.of(
                // a village of 522633 by its parent, under the digits of another county
                "region",
                "select * from values ('522632101', '522632'), ('522632102', '522633'),"
                    + " ('522633101', '522633') as r(region_code, parent_code)",
                // 520001 became a part of 522633; 110102 of another
                "region_change",
                "select * from values ('520001', '522633'), ('110101', '110102'),"
                    + " ('520001101', '522633109') as c(old_code, new_code)"));

    Set<String> codes = new UnitCodes(plan.regionScheme(), roster, plan.scans()).of("522633");

    assertThat(codes).containsExactly("520001", "522632", "522633");
  }

  /** Rows by SQL. */
  private record Told(SparkSession spark, Map<String, String> sql) implements Input {
    @Override
    public Dataset<Row> stored(Scan scan) {
      return spark.sql(sql.get(scan.dataset()));
    }

    @Override
    public Set<String> months(Scan scan) {
      return Set.of();
    }

    @Override
    public boolean dense(Scan scan) {
      return false;
    }
  }
}
