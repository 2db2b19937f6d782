package org.countywise.run;

import static org.apache.spark.sql.functions.expr;
import static org.assertj.core.api.Assertions.assertThat;
import static org.countywise.run.FaultyDelivery.blockers;
import static org.countywise.run.FaultyDelivery.messages;

import java.util.List;
import org.countywise.report.Outcome;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Nested;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.TestInstance;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

/** Regions that contradict each other block a release; those that are unknown do not. */
class BadPlacesTest {

  @ParameterizedTest
  @CsvSource(
      delimiter = '|',
      quoteCharacter = '"',
      value = {
        "region_code = '640422'|parent_code|'9999'|region_without_parent|region 640422 has no chain",
        "region_code = '640422'|level|'shire'|rejected_share|1 of"
      })
  void shouldPublishNothingOnARosterThatDoesNotHold(
      String where, String column, String value, String rule, String message) {
    FaultyDelivery delivery = new FaultyDelivery("bad-roster");
    String changed = "if(%s, %s, %s)".formatted(where, value, column);
    delivery.writeReference("region", rows -> rows.withColumn(column, expr(changed)));

    Outcome outcome = delivery.run("public-posts");

    assertThat(outcome.published()).isFalse();
    assertThat(blockers(outcome))
        .anySatisfy(
            finding -> {
              assertThat(finding.rule()).isEqualTo(rule);
              assertThat(finding.message()).contains(message);
            });
  }

  @Test
  void shouldPublishNothingWhereARegionIsThereTwice() {
    FaultyDelivery delivery = new FaultyDelivery("bad-roster");
    delivery.writeReference(
        "region",
        rows ->
            rows.unionByName(
                rows.filter(expr("region_code = '640422'"))
                    .withColumn("valid_from", expr("valid_from + interval 1 year"))));

    Outcome outcome = delivery.run("public-posts");

    assertThat(outcome.published()).isFalse();
    assertThat(blockers(outcome))
        .singleElement()
        .satisfies(
            finding ->
                assertThat(finding.message())
                    .isEqualTo(
                        "region 640422 has two rows on the last day of 2019-07 and in 14 other months;"
                            + " end one of them with valid_to"));
  }

  /** One delivery with places of which something is not known, each in a county of its own. */
  @Nested
  @TestInstance(TestInstance.Lifecycle.PER_CLASS)
  class UnknownPlaces {
    private FaultyDelivery delivery;
    private Outcome outcome;

    @BeforeAll
    void run() {
      delivery = new FaultyDelivery("bad-places");
      delivery.writeReference(
          "region",
          rows ->
              rows.withColumn(
                  "valid_to", expr("if(region_code = '451028100', date'2020-01-01', valid_to)")));
      delivery.write(
          "delivery",
          rows -> rows.filter(expr("not (dataset = 'public_post' and county_code = '653125')")));
      delivery.writeReference(
          "listing",
          rows -> rows.withColumn("region_code", expr("replace(region_code, '640422', '640499')")));
      outcome = delivery.run("public-posts");
    }

    @Test
    void shouldPublishAllTheSame() {
      assertThat(outcome.published()).as("%s", outcome.findings()).isTrue();
    }

    /** The roster says that a township ended and nothing of what became of it. */
    @Test
    void shouldCountTheVillagesOfATownshipThatEndedInItsCounty() {
      assertThat(posts("region_level = 'village' and region_code like '451028%'"))
          .isPositive()
          .isEqualTo(posts("region_code = '451028'"))
          .isGreaterThan(posts("region_level = 'township' and region_code like '451028%'"));
      assertThat(posts("region_code = '451028100'")).isZero();
    }

    @Test
    void shouldSetAsideTheRowsOfACountyWithoutControlTotal() {
      assertThat(messages(outcome, "no_control_total"))
          .singleElement()
          .asString()
          .contains("came without a control total and are set aside");
      assertThat(status("653125")).containsExactly("O");
      assertThat(status("CN")).containsExactly("P");
      assertThat(status("513431")).containsExactly("A");
    }

    @Test
    void shouldSayWhichMemberOfAGroupTheRosterDoesNotKnow() {
      assertThat(messages(outcome, "member_unknown"))
          .containsExactly(
              "county 640499 of group:listed is unknown to the roster on the last day of 2020-09"
                  + " and has no row; add it to the roster or correct the group");
    }

    private long posts(String where) {
      return delivery
          .bench()
          .exact()
          .where("indicator = 'public_posts_open' and breakdown = ''")
          .where(where)
          .selectExpr("cast(coalesce(sum(numerator), 0) as bigint)")
          .head()
          .getLong(0);
    }

    private List<String> status(String region) {
      return delivery
          .bench()
          .exact()
          .where("indicator = 'public_posts_open' and breakdown = ''")
          .where("region_code = '" + region + "'")
          .select("status")
          .collectAsList()
          .stream()
          .map(row -> row.getString(0))
          .toList();
    }
  }
}
