package org.countywise.quality;

import static org.assertj.core.api.Assertions.assertThat;

import java.math.BigDecimal;
import java.util.List;
import org.countywise.Workbench;
import org.countywise.compile.Compilation;
import org.countywise.cube.Part;
import org.countywise.cube.RegionPart;
import org.countywise.cube.SeriesKey;
import org.countywise.cube.Sum;
import org.countywise.plan.Plan;
import org.countywise.report.Finding;
import org.junit.jupiter.api.Test;

/** A total that differs is found with the part of the breakdown that it is the total of. */
class RemaindersTest {
  @Test
  void shouldNameTheBreakdownWhoseTotalDiffers() {
    Plan plan = Compilation.plan(Workbench.definitions("jobs-us"), List.of());
    List<RegionPart> parts =
        List.of(
            part("01001", "3.5", "industry=11"),
            part("01001", "7", ""),
            part("", null, "industry=11"),
            part("", null, "industry=21"),
            part("01003", null, ""));

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

  private static RegionPart part(String region, String gap, String breakdown) {
    Sum sum = new Sum(BigDecimal.ONE, 0, 0, 0, 1, null, 0, 0);
    BigDecimal difference = gap == null ? null : new BigDecimal(gap);
    return new RegionPart(
        "2020-03",
        region,
        "county",
        new SeriesKey("jobs", breakdown),
        new Part(sum, Sum.NONE, difference, false));
  }
}
