package org.countywise.compile;

import java.nio.file.Path;
import java.util.List;
import org.countywise.Generated;
import org.countywise.Workbench;
import org.countywise.plan.Plan;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

/**
 * What a run of all the families we ship reads, measures and derives is committed, so that a change
 * of definitions or planner is seen as what it does.
 */
class GoldenPlanTest {

  @ParameterizedTest
  @ValueSource(strings = {"jobs", "jobs-us", "jobs-poverty"})
  void shouldBeTheCommittedPlan(String jobs) {
    Plan plan = Compilation.plan(Workbench.definitions(jobs), List.of());

    Generated.of(golden(jobs), GoldenPlanTest.class).is(plan.toString());
  }

  private static Path golden(String jobs) {
    return Path.of("src/test/resources/golden", jobs + ".plan.txt");
  }
}
