package org.countywise.run;

import static org.assertj.core.api.Assertions.assertThat;

import org.countywise.Workbench;
import org.countywise.release.Table;
import org.countywise.report.Finding;
import org.countywise.report.FindingType;
import org.countywise.report.Outcome;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;

/**
 * A file that is replaced while a run is at work: its footer was of the old one and its rows are of
 * the new, or the other way round. The release and what is kept for later runs would say that they
 * were made of a file that nobody has.
 */
class ReplacedFileTest {
  private static final String MONTH = "2020-07";
  private static final String FILE = "thing/period=2020-07/part.parquet";
  private static final Progress NOTHING = (subject, action) -> {};

  private final Workbench.Bench bench = Workbench.bench("replaced-file");
  private final SmallCountry country = new SmallCountry(bench.folder());

  private String jobs;

  @BeforeEach
  void deliver() {
    jobs = country.jobs();
    country.roster("2000-01-01");
    country.totals(MONTH, 4, 3);
    country.rows(FILE, 0, 4);
    country.rows("sheet/period=2020-07/part.parquet", 100, 3);
  }

  /** As many rows of each county under other ids: no count tells it. */
  @Test
  void shouldPublishNothingWhereAFileOfAsManyRowsTookItsPlace() {
    Outcome outcome = run(doing("checking and measuring", () -> country.rows(FILE, 20, 4)));

    assertRefused(outcome);
    assertThat(run(NOTHING).published()).isTrue();
    assertThat(measured()).as("the measure of one file, kept under its own name").isEqualTo(1);
  }

  @Test
  void shouldNameTheFileBesideWhatFollowsFromItsReplacement() {
    Outcome outcome = run(doing("proving that none occurs twice", () -> country.rows(FILE, 0, 9)));

    assertRefused(outcome);
  }

  @Test
  void shouldPublishNothingWhereAFileWasRemovedOnceItWasRead() {
    Outcome outcome = run(doing("proving", () -> country.without(FILE)));

    assertRefused(outcome);
  }

  private void assertRefused(Outcome outcome) {
    assertThat(outcome.published()).isFalse();
    assertThat(outcome.findings())
        .filteredOn(FindingType.FILE_CHANGED::is)
        .extracting(Finding::message)
        .containsExactly(
            "file "
                + FILE
                + " was replaced, changed or removed while this run read it; run again when no file"
                + " is being written");
    assertThat(bench.warehouse().releases()).isEmpty();
  }

  private long measured() {
    return bench
        .table(Table.restricted("store_entry"), "")
        .where("dataset = 'thing' and kept_in like '%.measure'")
        .count();
  }

  private static Progress doing(String step, Runnable fault) {
    return (subject, action) -> {
      if (action.equals(step)) {
        fault.run();
      }
    };
  }

  private Outcome run(Progress progress) {
    return new Job(bench.spark(), bench.warehouse(), 36, progress)
        .run(country.request(jobs, MONTH));
  }
}
