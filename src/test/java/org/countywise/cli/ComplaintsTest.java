package org.countywise.cli;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.io.UncheckedIOException;
import org.apache.spark.SparkException;
import org.junit.jupiter.api.Test;

class ComplaintsTest {

  @Test
  void shouldTellTheReasonNearestToTheCause() {
    Exception failure =
        new IllegalStateException(
            "the run failed",
            new UncheckedIOException(new IOException("No space left on device\nat line 2")));

    assertThat(Complaints.reason(failure)).as("reason").isEqualTo("No space left on device");
  }

  @Test
  void shouldNotRepeatWhatSparkSaysOfRows() {
    Exception failure = SparkException.internalError("The value '510101199001010011' is malformed");

    assertThat(Complaints.reason(new IllegalStateException(failure)))
        .as("reason of a failure of Spark")
        .isEqualTo("Spark says INTERNAL_ERROR");
  }

  @Test
  void shouldNameAFailureThatSaysNothing() {
    assertThat(Complaints.reason(new NullPointerException()))
        .as("reason of a failure without a message")
        .isEqualTo("NullPointerException");
  }
}
