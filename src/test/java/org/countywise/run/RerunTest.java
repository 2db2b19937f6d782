package org.countywise.run;

import static org.assertj.core.api.Assertions.assertThat;
import static org.countywise.report.Outcome.Ending.PUBLISHED;
import static org.countywise.report.Outcome.Ending.UNCHANGED;

import java.nio.file.Path;
import java.time.YearMonth;
import java.util.List;
import org.apache.spark.sql.Column;
import org.apache.spark.sql.Row;
import org.apache.spark.sql.functions;
import org.countywise.Folders;
import org.countywise.Workbench;
import org.countywise.compile.Compilation;
import org.countywise.release.Table;
import org.countywise.report.Outcome;
import org.junit.jupiter.api.Test;

/** A run pays for what changed, and a second run changes nothing that it should not. */
class RerunTest {
  private static final YearMonth AUGUST = YearMonth.of(2020, 8);
  private static final YearMonth SEPTEMBER = YearMonth.of(2020, 9);

  private static final Column[] KEY = {
    functions.expr("indicator"),
    functions.expr("region_code"),
    functions.expr("period"),
    functions.expr("breakdown")
  };

  private final Workbench.Bench bench = Workbench.bench("rerun");
  private final Path delivery =
      Folders.copy(Workbench.sample(), bench.folder().resolve("delivery"));

  @Test
  void shouldLetAReleaseWithWarningsStandAndRepeatThem() {
    Without.rewrite(
        bench.spark(),
        delivery.resolve("public_post/period=2020-09"),
        rows -> rows.withColumn("person_id", functions.expr("person_id + 1000000000000")));
    Outcome first = bench.run(request("posts", SEPTEMBER, "public-posts"));
    Outcome second = bench.run(request("posts", SEPTEMBER, "public-posts"));

    assertThat(first.findings()).isNotEmpty();
    assertThat(second.ending()).isEqualTo(UNCHANGED);
    assertThat(second.findings()).containsExactlyInAnyOrderElementsOf(first.findings());
  }

  @Test
  void shouldLetTheReleaseStandUntilDefinitionsOrFilesAreOthers() {
    Outcome first = bench.run(request("posts", SEPTEMBER, "public-posts"));
    Outcome second = bench.run(request("posts", SEPTEMBER, "public-posts"));

    assertThat(first.ending()).isEqualTo(PUBLISHED);
    assertThat(second.ending()).isEqualTo(UNCHANGED);
    assertThat(second.release()).isEqualTo(first.release());
    assertThat(second.statuses()).isEqualTo(first.statuses());
    assertThat(second.rows()).isEqualTo(first.rows());
    assertThat(bench.warehouse().releases()).hasSize(1);

    Outcome defined = bench.run(request("posts, better", SEPTEMBER, "public-posts"));
    Without.rewrite(
        bench.spark(),
        delivery.resolve("village/period=2020-09"),
        rows -> rows.orderBy("village_code"));
    Without.rewrite(
        bench.spark(),
        delivery.resolve("public_post/period=2020-09"),
        rows -> rows.withColumn("opened_on", functions.expr("opened_on - 1")));
    Outcome delivered = bench.run(request("posts, better", SEPTEMBER, "public-posts"));

    assertThat(List.of(defined, delivered))
        .allSatisfy(outcome -> assertThat(outcome.ending()).isEqualTo(PUBLISHED));
    assertThat(values("r0002")).isEqualTo(values("r0001")).isNotEmpty();
    assertThat(values("r0003")).hasSameSizeAs(values("r0001")).isNotEqualTo(values("r0001"));
  }

  @Test
  void shouldKeepOtherMonthsAndFamiliesWithTheirDimensions() {
    bench.run(request("all", AUGUST, "public-posts"));
    List<Row> posts = values("r0001");
    bench.run(request("all", SEPTEMBER, "public-posts"));
    bench.run(request("all", SEPTEMBER, "industry"));

    assertThat(bench.exact().where("period = '2020-08'"))
        .satisfies(
            rows -> assertThat(rows.drop("release").orderBy(KEY).collectAsList()).isEqualTo(posts));
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
    return bench
        .table(Table.restricted("indicator_value"), release)
        .drop("release")
        .orderBy(KEY)
        .collectAsList();
  }

  private List<String> texts(String table, String column) {
    return bench.published(table).select(column).collectAsList().stream()
        .map(row -> row.getString(0))
        .sorted()
        .toList();
  }
}
