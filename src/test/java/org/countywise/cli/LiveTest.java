package org.countywise.cli;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.PrintWriter;
import java.io.StringWriter;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.atomic.AtomicLong;
import org.junit.jupiter.api.Test;

class LiveTest {

  @Test
  void shouldWriteAPlainLinePerStepWithTheTimeSoFar() {
    // given a clock of our own
    StringWriter text = new StringWriter();
    AtomicLong seconds = new AtomicLong(100);

    // when two steps begin
    try (Live live =
        Live.lines(new PrintWriter(text, true), () -> TimeUnit.SECONDS.toNanos(seconds.get()))) {
      live.at("employment", "reading and checking");
      seconds.addAndGet(75);
      live.at("industry", "measuring");
    }

    // then each has a line
    assertThat(text.toString().lines())
        .as("progress where nobody watches")
        .containsExactly(
            "    0 s  employment: reading and checking", "   75 s  industry: measuring");
  }
}
