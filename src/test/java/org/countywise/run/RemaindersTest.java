package org.countywise.run;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.List;
import java.util.Map;
import org.apache.spark.sql.Dataset;
import org.apache.spark.sql.Row;
import org.countywise.Workbench;
import org.countywise.plan.Plan;
import org.countywise.plan.Planner;
import org.countywise.report.Finding;
import org.junit.jupiter.api.Test;

/** A total that differs is found with the part of the breakdown that it is the total of. */
class RemaindersTest {
  @Test
  void shouldNameTheBreakdownWhoseTotalDiffers() {
    Plan plan = Planner.plan(Workbench.definitions("jobs-us"), List.of());
    Dataset<Row> parts =
        Workbench.session(Map.of())
            .sql(
                "select *, 1L as numerator_terms, 0L as denominator_terms from values"
                    + " ('jobs', '2020-03', '01001', 3.5BD, 'industry=11'),"
                    + " ('jobs', '2020-03', '01001', 7BD, ''),"
                    + " ('jobs', '2020-03', '', null, 'industry=11'),"
                    + " ('jobs', '2020-03', '', null, 'industry=21'),"
                    + " ('jobs', '2020-03', '01003', null, '')"
                    + " as t(indicator, period, region_code, gap, breakdown)");

    List<Finding> found = Remainders.of(plan, parts);

    assertThat(found)
        .extracting(Finding::rule, Finding::unit, Finding::breakdown)
        .containsExactlyInAnyOrder(
            org.assertj.core.groups.Tuple.tuple("total_differs", "01001", "industry=11"),
            org.assertj.core.groups.Tuple.tuple("total_differs", "01001", ""),
            org.assertj.core.groups.Tuple.tuple("region_gone", "", ""));
    assertThat(found)
        .extracting(Finding::message)
        .anyMatch(said -> said.startsWith("jobs, industry=11: the published total differs"))
        .anyMatch(said -> said.startsWith("jobs: the published total differs"));
  }
}
