package org.countywise.release;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.List;
import java.util.concurrent.Callable;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.concurrent.Future;
import java.util.stream.IntStream;
import org.apache.spark.sql.types.DataTypes;
import org.apache.spark.sql.types.StructType;
import org.countywise.Workbench;
import org.junit.jupiter.api.Test;

/** Several runs name states of a table at once: each comes to its own. */
class ReferencesTest {
  private static final Table TABLE = Table.published("dim_period");
  private static final int RUNS = 4;
  private static final int TIMES = 5;

  private final References references = new References(Workbench.bench("references").spark());

  @Test
  void shouldBeginAndTakeBackBranchesWhileOtherRunsDo() throws Exception {
    references.create(TABLE, new StructType().add("period", DataTypes.StringType), List.of());
    ExecutorService runs = Executors.newFixedThreadPool(RUNS);
    try {
      List<Callable<String>> work =
          IntStream.range(0, RUNS).mapToObj(run -> work("after_none_" + run)).toList();
      for (Future<String> done : runs.invokeAll(work)) {
        assertThat(references.state(TABLE, done.get())).isEmpty();
      }
    } finally {
      runs.shutdownNow();
    }
  }

  private Callable<String> work(String branch) {
    return () -> {
      for (int time = 0; time < TIMES; time++) {
        references.branch(TABLE, branch, null);
        assertThat(references.state(TABLE, branch)).isPresent();
        references.drop(TABLE, branch);
      }
      return branch;
    };
  }
}
