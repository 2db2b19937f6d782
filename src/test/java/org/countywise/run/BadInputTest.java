package org.countywise.run;

import static org.apache.spark.sql.functions.expr;
import static org.apache.spark.sql.functions.lit;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.tuple;
import static org.countywise.run.FaultyDelivery.blockers;
import static org.countywise.run.FaultyDelivery.messages;

import java.util.List;
import java.util.Map;
import java.util.TreeMap;
import org.countywise.report.Finding;
import org.countywise.report.Outcome;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Nested;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.TestInstance;

/** A delivery with a defect of contract section 6 has the outcome the contract says. */
class BadInputTest {
  private static final String UNSEEN =
      "; without its invisible characters (such as a byte order mark, a no-break or trailing blank)"
          + " it would be known";

  /** One delivery with every fault of rows that does not stand against publishing the others. */
  @Nested
  @TestInstance(TestInstance.Lifecycle.PER_CLASS)
  class FewBadRows {
    private FaultyDelivery delivery;
    private Outcome outcome;

    @BeforeAll
    void run() {
      delivery = new FaultyDelivery("bad-rows");
      delivery.write(
          "village",
          rows ->
              rows.unionByName(rows.filter(expr("startswith(village_code, '640422')")))
                  .withColumn("noted", lit("x")));
      delivery.announceTwice("village", "640422");
      delivery.write(
          "household",
          rows ->
              rows.withColumn("exited_on", lit(null))
                  .withColumn("monitored_class", lit(null))
                  .withColumn("monitored_on", lit(null)));
      delivery.write(
          "person",
          rows ->
              rows.withColumn("sex", expr("if(person_id = 1, 'unknown', sex)"))
                  .withColumn("birth_year", expr("if(person_id = 2, null, birth_year)"))
                  .withColumn("household_id", expr("if(person_id = 3, 999999999, household_id)"))
                  .withColumn(
                      "village_code",
                      expr("if(person_id = 4, rpad(left(village_code, 9), 12, '9'), village_code)"))
                  .withColumn("birth_year", expr("if(person_id = 5, -1, birth_year)"))
                  .withColumn("sex", expr("if(person_id = 8, concat(sex, ' '), sex)"))
                  .withColumn(
                      "village_code",
                      expr("if(person_id = 9, concat('\uFEFF', village_code), village_code)"))
                  .withColumn("person_id", expr("if(person_id = 7, 6, person_id)")));
      outcome = delivery.run("registry");
    }

    @Test
    void shouldPublishTheOthersAndIgnoreAnUnknownColumn() {
      assertThat(outcome.published()).as("%s", outcome.findings()).isTrue();
      assertThat(messages(outcome, "unknown_column")).singleElement().asString().contains("noted");
    }

    @Test
    void shouldKeepCountOfEveryRowItRejects() {
      assertThat(reasons())
          .containsEntry("sex is outside its closed list", 1L)
          .containsEntry("birth_year is null", 1L)
          .containsEntry("household_id has no row in household", 1L)
          .containsEntry("village_code is unknown to the roster", 1L)
          .containsEntry("village_code is unknown to the roster" + UNSEEN, 1L)
          .containsEntry("sex is outside its closed list" + UNSEEN, 1L)
          .containsEntry("birth_year is negative", 1L)
          .containsEntry("shares its key with a different row", 2L)
          .hasSize(8);
      assertThat(delivery.bench().lastRun("rejected_row").count()).isEqualTo(9);
      assertThat(
              delivery.bench().lastRun("finding").where("dataset = 'person' and rows = 2").first())
          .satisfies(
              row ->
                  assertThat(row.getList(6))
                      .as("keys of the two rows that share one")
                      .isEqualTo(List.of("6")));
      assertThat(outcome.findings())
          .allSatisfy(f -> assertThat(f.message()).doesNotContain("999999999"));
    }

    @Test
    void shouldKeepOneOfTwoIdenticalRows() {
      assertThat(messages(outcome, "repeated_row")).hasSize(1);
      assertThat(rejected("village")).isZero();
    }

    @Test
    void shouldTakeAColumnThatHoldsNoValueAsUnknownWhereThatIsAllowed() {
      assertThat(outcome.findings()).extracting(Finding::rule).doesNotContain("schema");
      assertThat(rejected("household")).isZero();
      assertThat(
              delivery
                  .bench()
                  .exact()
                  .where("indicator = 'registered_households' and region_code = 'CN' and value > 0")
                  .count())
          .isPositive();
    }

    private long rejected(String dataset) {
      return delivery.bench().lastRun("rejected_row").where("dataset = '" + dataset + "'").count();
    }

    private Map<String, Long> reasons() {
      Map<String, Long> reasons = new TreeMap<>();
      delivery
          .bench()
          .lastRun("rejected_row")
          .groupBy("reason")
          .count()
          .collectAsList()
          .forEach(row -> reasons.put(row.getString(0), row.getLong(1)));
      return reasons;
    }
  }

  @Test
  void shouldPublishNothingWhereATotalDiffersOrMoreThanATenthOfADatasetIsRejected() {
    FaultyDelivery delivery = new FaultyDelivery("bad-totals");
    delivery.write(
        "village", rows -> rows.filter(expr("not startswith(village_code, '640422100')")));
    delivery.write(
        "person", rows -> rows.withColumn("sex", expr("if(person_id % 9 = 0, 'unknown', sex)")));

    Outcome outcome = delivery.run("registry");

    assertThat(outcome.published()).isFalse();
    assertThat(blockers(outcome))
        .extracting(Finding::rule, Finding::dataset, Finding::unit)
        .containsExactlyInAnyOrder(
            tuple("control_total", "village", "640422"), tuple("rejected_share", "person", ""));
    assertThat(blockers(outcome))
        .filteredOn(finding -> finding.dataset().equals("person"))
        .singleElement()
        .extracting(Finding::rows)
        .isEqualTo(delivery.bench().lastRun("rejected_row").count());
  }
}
