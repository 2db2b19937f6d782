package org.countywise.run;

import static org.assertj.core.api.Assertions.assertThat;

import org.countywise.Workbench;
import org.countywise.release.Table;
import org.junit.jupiter.api.Test;

/** What is kept of rows goes with the releases that used it, also where nothing new is kept. */
class ForgottenRowsTest {
  private static final String MONTH = "2020-07";
  private static final String REPEATED = "thing/period=2020-07/again.parquet";

  private final Workbench.Bench bench = Workbench.bench("forgotten-rows");
  private final SmallCountry country = new SmallCountry(bench.folder());

  @Test
  void shouldLetGoOfRowsThatDoNotCountWithTheReleaseThatLeftThemOut() {
    String jobs = country.plainJobs();
    country.rows("thing/period=2020-07/part.parquet", 0, 4);
    country.rows("sheet/period=2020-07/part.parquet", 100, 3);
    country.rows(REPEATED, 0, 1);
    publish(jobs);
    assertThat(kept()).isEqualTo(2);

    country.without(REPEATED);
    publish(jobs);
    assertThat(kept()).as("while the release before can be read").isEqualTo(2);

    country.rows("sheet/period=2020-07/part.parquet", 100, 2);
    publish(jobs);
    assertThat(kept()).isZero();
  }

  private long kept() {
    return bench.table(Table.restricted("measure_rejected"), "").count();
  }

  private void publish(String jobs) {
    Job job = new Job(bench.spark(), bench.warehouse(), 1, (subject, action) -> {});
    assertThat(job.run(country.request(jobs, MONTH)).published()).isTrue();
  }
}
