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

  @Test
  void shouldSayOnTheLiveLineWhatIsAtWorkAndHowManyRowsItReads() {
    StringWriter text = new StringWriter();
    AtomicLong seconds = new AtomicLong();
    AtomicLong rows = new AtomicLong(1_000);

    try (ProgressLine progressLine =
        ProgressLine.terminal(
            new PrintWriter(text, true), () -> TimeUnit.SECONDS.toNanos(seconds.get()))) {
      progressLine.count(rows::get);
      progressLine.report("rows", "measuring");
      seconds.set(10);
      rows.set(21_000);
      progressLine.passing("employment");
    }

    assertThat(text.toString())
        .contains("   10 s  rows: measuring: employment  20,000 rows, 2,000 rows/s");
  }

  @Test
  void shouldKnowHowLongEachStepTookAndSayNothingOfItsPartsElsewhere() {
    StringWriter text = new StringWriter();
    AtomicLong seconds = new AtomicLong();
    ProgressLine progressLine =
        ProgressLine.lines(
            new PrintWriter(text, true), () -> TimeUnit.SECONDS.toNanos(seconds.get()));

    progressLine.report("delivery", "opening");
    progressLine.passing("household");
    seconds.set(3);
    progressLine.report("rows", "measuring");
    seconds.set(10);
    progressLine.close();

    assertThat(progressLine.steps())
        .containsExactly(
            new ProgressLine.Step("delivery: opening", 3),
            new ProgressLine.Step("rows: measuring", 7));
    assertThat(text.toString()).doesNotContain("household").hasLineCount(2);
  }
}
