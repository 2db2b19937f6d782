package org.countywise.cli;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.PrintWriter;
import java.io.StringWriter;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.atomic.AtomicLong;
import org.junit.jupiter.api.Test;

class ProgressLineTest {

  @Test
  void shouldWriteAPlainLinePerStepWithTheTimeSoFar() {
    // given a clock of our own
    StringWriter text = new StringWriter();
    AtomicLong seconds = new AtomicLong(100);

    // when two steps begin
    try (ProgressLine progressLine =
        ProgressLine.lines(
            new PrintWriter(text, true), () -> TimeUnit.SECONDS.toNanos(seconds.get()))) {
      progressLine.report("employment", "reading and checking");
      seconds.addAndGet(75);
      progressLine.report("industry", "measuring");
    }

    // then each has a line
    assertThat(text.toString().lines())
        .as("progress where nobody watches")
        .containsExactly(
            "    0 s  employment: reading and checking", "   75 s  industry: measuring");
  }
}
