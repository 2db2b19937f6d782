package org.countywise.run;

import static org.apache.spark.sql.functions.expr;
import static org.assertj.core.api.Assertions.assertThat;
import static org.countywise.report.Outcome.Ending.PUBLISHED;
import static org.countywise.report.Outcome.Ending.UNCHANGED;

import java.nio.file.Path;
import java.time.YearMonth;
import java.util.List;
import java.util.function.UnaryOperator;
import org.apache.spark.sql.Column;
import org.apache.spark.sql.Dataset;
import org.apache.spark.sql.Row;
import org.countywise.Folders;
import org.countywise.Workbench;
import org.countywise.compile.Compilation;
import org.countywise.release.Table;
import org.countywise.report.Outcome;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.TestInstance;

/** A run pays for what changed, and a second run changes nothing that it should not. */
@TestInstance(TestInstance.Lifecycle.PER_CLASS)
class RerunTest {
  private static final YearMonth AUGUST = YearMonth.of(2020, 8);
  private static final YearMonth SEPTEMBER = YearMonth.of(2020, 9);

  private static final Column[] KEY = {
    expr("indicator"), expr("region_code"), expr("period"), expr("breakdown")
  };

  private Workbench.Bench bench;
  private Path delivery;
  private Outcome first;
  private Outcome second;
  private int releasesOfBoth;
  private Outcome defined;
  private Outcome delivered;

  /** Posts twice, by other definitions, of other files; and then another month and family. */
  @BeforeAll
  void runAgainAndAgain() {
    bench = Workbench.bench("rerun");
    delivery = Folders.copy(Workbench.sample(), bench.folder().resolve("delivery"));
    rewrite("public_post", rows -> rows.withColumn("person_id", expr("person_id + 1000000000000")));
    first = bench.run(request("posts", SEPTEMBER, "public-posts"));
    second = bench.run(request("posts", SEPTEMBER, "public-posts"));
    releasesOfBoth = bench.warehouse().releases().size();
    defined = bench.run(request("posts, better", SEPTEMBER, "public-posts"));
    rewrite("village", rows -> rows.orderBy("village_code"));
    rewrite("public_post", rows -> rows.withColumn("opened_on", expr("opened_on - 1")));
    delivered = bench.run(request("posts, better", SEPTEMBER, "public-posts"));
    bench.run(request("all", AUGUST, "public-posts"));
    bench.run(request("all", SEPTEMBER, "industry"));
  }

  private void rewrite(String dataset, UnaryOperator<Dataset<Row>> change) {
    Without.rewrite(bench.spark(), delivery.resolve(dataset).resolve("period=2020-09"), change);
  }

  @Test
  void shouldLetAReleaseWithWarningsStandAndRepeatThem() {
    assertThat(first.findings()).isNotEmpty();
    assertThat(second.ending()).isEqualTo(UNCHANGED);
    assertThat(second.findings()).containsExactlyInAnyOrderElementsOf(first.findings());
  }

  @Test
  void shouldLetTheReleaseStandUntilDefinitionsOrFilesAreOthers() {
    assertThat(first.ending()).isEqualTo(PUBLISHED);
    assertThat(second.ending()).isEqualTo(UNCHANGED);
    assertThat(second.release()).isEqualTo(first.release());
    assertThat(second.statuses()).isEqualTo(first.statuses());
    assertThat(second.rows()).isEqualTo(first.rows());
    assertThat(releasesOfBoth).isEqualTo(1);

    assertThat(List.of(defined, delivered))
        .allSatisfy(outcome -> assertThat(outcome.ending()).isEqualTo(PUBLISHED));
    assertThat(values("r0002")).isEqualTo(values("r0001")).isNotEmpty();
    assertThat(values("r0003")).hasSameSizeAs(values("r0001")).isNotEqualTo(values("r0001"));
  }

  @Test
  void shouldKeepOtherMonthsAndFamiliesWithTheirDimensions() {
    Dataset<Row> newest = bench.exact();

    assertThat(bench.warehouse().releases()).hasSize(5);
    assertThat(newest.select("period").distinct().count()).isEqualTo(2);
    assertThat(rows(newest.where("period = '2020-09' and startswith(indicator, 'public_posts')")))
        .isEqualTo(values("r0003"));
    assertThat(rows(newest.where("period = '2020-08'")))
        .isEqualTo(rows(table("r0004").where("period = '2020-08'")))
        .isNotEmpty();
    assertThat(texts("dim_period", "period")).containsExactly("2020-08", "2020-09");
    assertThat(texts("dim_indicator", "indicator"))
        .contains("public_posts_open", "industry_projects")
        .doesNotHaveDuplicates();
    assertThat(texts("dim_region", "region_code"))
        .contains("CN", "522633", "group:listed")
        .doesNotHaveDuplicates();
  }

  private Request request(String definitions, YearMonth period, String family) {
    return new Request(
        delivery.toString(),
        List.of(period),
        Compilation.plan(Workbench.definitions("jobs"), List.of(family)),
        definitions,
        Request.Rerun.WHEN_CHANGED);
  }

  private List<Row> values(String release) {
    return rows(table(release));
  }

  private Dataset<Row> table(String release) {
    return bench.table(Table.restricted("indicator_value"), release);
  }

  private static List<Row> rows(Dataset<Row> values) {
    return values.drop("release").orderBy(KEY).collectAsList();
  }

  private List<String> texts(String table, String column) {
    return bench.published(table).select(column).collectAsList().stream()
        .map(row -> row.getString(0))
        .sorted()
        .toList();
  }
}
