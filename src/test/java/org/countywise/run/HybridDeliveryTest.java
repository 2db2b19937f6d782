package org.countywise.run;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.List;
import java.util.Map;
import java.util.Set;
import org.apache.spark.sql.Dataset;
import org.apache.spark.sql.Row;
import org.apache.spark.sql.SparkSession;
import org.countywise.Workbench;
import org.countywise.compile.Compilation;
import org.countywise.plan.Plan;
import org.countywise.plan.Scan;
import org.countywise.quality.DeliveryKey;
import org.junit.jupiter.api.Test;

/** Between two deliveries, rows without a code or a key of their own change with their cause. */
class HybridDeliveryTest {
  private static final String JULY = "2020-07";
  private static final Plan PLAN =
      Compilation.plan(Workbench.definitions("src/test/resources/jobs-elsewhere"), List.of());
  private static final SparkSession SPARK = Workbench.session(Map.of());

  /** Rows by dataset. */
  private record Rows(Map<String, Dataset<Row>> stored) implements Input {
    @Override
    public Dataset<Row> stored(Scan scan) {
      return stored.get(scan.dataset());
    }

    @Override
    public Set<String> months(Scan scan) {
      return Set.of(JULY);
    }

    @Override
    public boolean dense(Scan scan) {
      return false;
    }
  }

  private static final Input OLDER =
      new Rows(
          Map.of(
              "dwelling", rows("dwelling_id, district", "1, 'N001'"),
              "resident", rows("resident_id, dwelling_id, age_group", "11, 1, 'child'"),
              "purchase",
                  rows(
                      "resident_id, cents, good",
                      "11, 5, 'food'",
                      "11, 5, 'food'",
                      "11, 5, 'rent'")));

  /** The other district came late; in the first one a resident is older, and one is new. */
  private static final Input NEWER =
      new Rows(
          Map.of(
              "dwelling", rows("dwelling_id, district", "1, 'N001'", "2, 'N002'"),
              "resident",
                  rows(
                      "resident_id, dwelling_id, age_group",
                      "11, 1, 'adult'",
                      "12, 1, 'old'",
                      "21, 2, 'old'"),
              "purchase",
                  rows(
                      "resident_id, cents, good",
                      "11, 5, 'food'",
                      "11, 5, 'food'",
                      "12, 5, 'rent'",
                      "21, 5, 'rent'")));

  @Test
  void shouldTakeLateRowsFromWhereTheirCounterpartsLie() {
    assertThat(told("resident", RevisionCause.DELIVERED))
        .containsExactlyInAnyOrder("11 child", "21 old");
    assertThat(told("purchase", RevisionCause.DELIVERED))
        .containsExactlyInAnyOrder("11 food", "11 food", "11 rent", "21 rent");
  }

  @Test
  void shouldTakeRowsWithoutAKeyForTheSameWhereTheySayTheSame() {
    assertThat(told("resident", RevisionCause.RECORDS))
        .containsExactlyInAnyOrder("11 child", "12 old", "21 old");
    assertThat(told("purchase", RevisionCause.RECORDS))
        .containsExactlyInAnyOrder("11 food", "11 food", "12 rent", "21 rent");
  }

  @Test
  void shouldBeTheNewerDeliveryInTheEnd() {
    assertThat(told("resident", RevisionCause.CORRECTED))
        .containsExactlyInAnyOrder("11 adult", "12 old", "21 old");
  }

  /** Who the rows speak of, and what they say. */
  private static List<String> told(String dataset, RevisionCause upTo) {
    Set<DeliveryKey> changed =
        Set.of(
            new DeliveryKey("dwelling", JULY, "N002"),
            new DeliveryKey("resident", JULY, "N002"),
            new DeliveryKey("purchase", JULY, "N002"));
    String said = dataset.equals("resident") ? "age_group" : "good";
    return new HybridDelivery(PLAN, OLDER, NEWER, upTo, changed)
        .stored(PLAN.scan(dataset)).collectAsList().stream()
            .map(row -> row.getAs("resident_id") + " " + row.getAs(said))
            .toList();
  }

  private static Dataset<Row> rows(String columns, String... rows) {
    return SPARK.sql(
        "select *, '%s' as period from values %s as t(%s)"
            .formatted(JULY, "(" + String.join("), (", rows) + ")", columns));
  }
}
