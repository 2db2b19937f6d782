package org.countywise.cli;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.io.IOError;
import java.io.IOException;
import java.io.PrintWriter;
import java.io.StringWriter;
import java.io.UncheckedIOException;
import java.util.Map;
import org.apache.spark.SparkException;
import org.apache.spark.api.java.function.MapFunction;
import org.apache.spark.sql.Dataset;
import org.apache.spark.sql.Encoders;
import org.countywise.Workbench;
import org.junit.jupiter.api.Test;
import picocli.CommandLine;
import picocli.CommandLine.Command;

class ErrorMessagesTest {

  @Test
  void shouldTellTheReasonNearestToTheCause() {
    Exception failure =
        new IllegalStateException(
            "the run failed",
            new UncheckedIOException(new IOException("Connection reset\nat line 2")));

    assertThat(ErrorMessages.reason(failure)).as("reason").isEqualTo("Connection reset");
  }

  @Test
  void shouldNotRepeatWhatSparkSaysOfRows() {
    Exception failure = SparkException.internalError("The value '510101199001010011' is malformed");

    assertThat(ErrorMessages.reason(new IllegalStateException(failure)))
        .as("reason of a failure of Spark")
        .isEqualTo("Spark says INTERNAL_ERROR");
  }

  /** As a command does with conf/local.yaml: the task fails, and Java lives on to say why. */
  @Test
  void shouldSayWhatToDoWhereATaskRunsOutOfMemory() {
    Dataset<Long> rows =
        Workbench.session(Map.of())
            .range(1)
            .map((MapFunction<Long, Long>) ErrorMessagesTest::useUp, Encoders.LONG());

    assertThatThrownBy(rows::count)
        .satisfies(
            failure ->
                assertThat(ErrorMessages.reason(failure))
                    .startsWith("not enough memory: the heap has ")
                    .contains("COUNTYWISE_JAVA_OPTS=-Xmx", "fewer periods"));
  }

  private static Long useUp(Long row) {
    throw new OutOfMemoryError("Java heap space");
  }

  @Test
  void shouldEndWithAFailureWhereTheDiskIsFull() {
    StringWriter said = new StringWriter();
    int ended =
        new CommandLine(new Writing())
            .setErr(new PrintWriter(said))
            .setExecutionStrategy(ErrorMessages::runAll)
            .execute();

    assertThat(ended).isEqualTo(Exit.FAILED);
    assertThat(said.toString())
        .startsWith("countywise: the engine failed: a disk is full (No space left on device): make")
        .contains("spark.local.dir", "TMPDIR", "countywise doctor")
        .doesNotContain("\tat ");
  }

  /** Hadoop takes a full disk for an error of the machine, as this is one. */
  @Command
  private static final class Writing implements Runnable {
    @Override
    public void run() {
      throw new IOError(new IOException("No space left on device"));
    }
  }

  @Test
  void shouldNameAFailureThatSaysNothing() {
    assertThat(ErrorMessages.reason(new NullPointerException()))
        .as("reason of a failure without a message")
        .isEqualTo("NullPointerException");
  }
}
