package org.countywise.storage;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.time.YearMonth;
import java.util.List;
import java.util.Map;
import org.apache.hadoop.conf.Configuration;
import org.apache.hadoop.fs.FileSystem;
import org.apache.hadoop.fs.Path;
import org.apache.spark.sql.SparkSession;
import org.countywise.Workbench;
import org.countywise.compile.Compilation;
import org.countywise.plan.Plan;
import org.countywise.plan.Scan;
import org.countywise.release.Warehouse;
import org.countywise.report.Outcome;
import org.countywise.run.Job;
import org.countywise.run.Progress;
import org.countywise.run.Request;

/** Works of the sample in September 2020: a family that reads little, for runs on other storage. */
final class SeptemberWorks {
  private static final YearMonth SEPTEMBER = YearMonth.of(2020, 9);
  static final String FAMILY = "works";
  private static final int KEPT = 36;

  private SeptemberWorks() {}

  /** The hash of what a run publishes into a folder on a local disk. */
  static synchronized String localContent() {
    return Workbench.common(
            "works-on-a-local-disk",
            bench -> {
              Outcome outcome = bench.run(Workbench.sample(), "jobs", List.of(SEPTEMBER), FAMILY);
              assertThat(outcome.published()).as("%s", outcome.findings()).isTrue();
            })
        .warehouse()
        .release("")
        .content();
  }

  /** Runs it from a delivery into the warehouse of a session, whatever is known of it. */
  static Outcome run(String delivery, Map<String, String> settings, Progress progress) {
    SparkSession session = Workbench.session(settings);
    Request request =
        new Request(delivery, List.of(SEPTEMBER), plan(), "test", Request.Rerun.ALWAYS);
    return new Job(session, Warehouse.open(session), KEPT, progress).run(request);
  }

  private static Plan plan() {
    return Compilation.plan(Workbench.definitions("jobs"), List.of(FAMILY));
  }

  /** Copies the datasets that it reads. */
  static void upload(Path delivery, Configuration hadoop) {
    try {
      FileSystem files = delivery.getFileSystem(hadoop);
      for (String dataset : plan().scans().stream().map(Scan::dataset).distinct().toList()) {
        java.nio.file.Path local = Workbench.sample().resolve(dataset);
        files.copyFromLocalFile(new Path(local.toUri()), new Path(delivery, dataset));
      }
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    }
  }
}
