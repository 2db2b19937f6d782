package org.countywise.cli;

import java.io.PrintWriter;
import java.util.ArrayList;
import java.util.List;
import java.util.concurrent.Executors;
import java.util.concurrent.ScheduledExecutorService;
import java.util.concurrent.TimeUnit;
import java.util.function.LongSupplier;
import org.countywise.run.Progress;

/**
 * What is being done right now: one line that rewrites itself on a terminal, plain lines elsewhere.
 *
 * <p>The live line says which dataset a step has come to, and how many rows it has read, where that
 * is known. It says no time that is left: a step reads rows as often as they are needed, which is
 * not known before.
 */
final class ProgressLine implements Progress, AutoCloseable {
  private static final int WIDTH = 100;

  /** How it is shown. */
  private enum Way {
    SILENT,
    LINES,
    TERMINAL
  }

  private final PrintWriter err;
  private final Way way;
  private final LongSupplier nanos;
  private final long start;
  private final ScheduledExecutorService clock;
  private final List<Step> steps = new ArrayList<>();
  private String doing = "";
  private String part = "";
  private LongSupplier rows = () -> 0;
  private long stepStart;
  private long rowsBefore;

  /**
   * A step that is over.
   *
   * @param seconds how long it took
   */
  public record Step(String what, double seconds) {}

  private ProgressLine(PrintWriter err, Way way, LongSupplier nanos) {
    this.err = err;
    this.way = way;
    this.nanos = nanos;
    this.start = nanos.getAsLong();
    this.clock =
        way == Way.TERMINAL
            ? Executors.newSingleThreadScheduledExecutor(ProgressLine::daemon)
            : null;
    if (clock != null) {
      var unused = clock.scheduleAtFixedRate(this::redraw, 500, 500, TimeUnit.MILLISECONDS);
    }
  }

  private static Thread daemon(Runnable task) {
    Thread thread = new Thread(task, "progress");
    thread.setDaemon(true);
    return thread;
  }

  /** Says nothing. */
  static ProgressLine silent() {
    return new ProgressLine(null, Way.SILENT, System::nanoTime);
  }

  /** One plain line per step. */
  static ProgressLine lines(PrintWriter err) {
    return lines(err, System::nanoTime);
  }

  /** One plain line per step, by a clock of the caller's. */
  static ProgressLine lines(PrintWriter err, LongSupplier nanos) {
    return new ProgressLine(err, Way.LINES, nanos);
  }

  /** One line that rewrites itself and is gone in the end. */
  static ProgressLine terminal(PrintWriter err) {
    return terminal(err, System::nanoTime);
  }

  /** The same, by a clock of the caller's. */
  static ProgressLine terminal(PrintWriter err, LongSupplier nanos) {
    return new ProgressLine(err, Way.TERMINAL, nanos);
  }

  @Override
  public void report(String subject, String action) {
    at(subject + ": " + action);
  }

  /** Something starts, in the words of whoever starts it. */
  synchronized void at(String what) {
    endStep();
    doing = what;
    if (way == Way.LINES) {
      err.println(line());
    } else {
      redraw();
    }
  }

  @Override
  public synchronized void passing(String of) {
    part = of;
    redraw();
  }

  @Override
  public long nanos() {
    return nanos.getAsLong();
  }

  /** Lets the live line say how many rows the steps read. */
  synchronized void count(LongSupplier read) {
    rows = read;
  }

  private void endStep() {
    long now = nanos.getAsLong();
    if (!doing.isEmpty()) {
      steps.add(new Step(doing, TimeUnit.NANOSECONDS.toMillis(now - stepStart) / 1000.0));
    }
    doing = "";
    part = "";
    stepStart = now;
    rowsBefore = rows.getAsLong();
  }

  /** The steps that are over, in their order. */
  synchronized List<Step> steps() {
    return List.copyOf(steps);
  }

  private synchronized void redraw() {
    if (way == Way.TERMINAL && !doing.isEmpty()) {
      err.print("\r" + Width.left(Width.cut(line() + details(), WIDTH - 1), WIDTH - 1));
      err.flush();
    }
  }

  /** The part of a step, and the rows it has read. */
  private String details() {
    long read = rows.getAsLong() - rowsBefore;
    double seconds = (nanos.getAsLong() - stepStart) / 1e9;
    String what = part.isEmpty() ? "" : ": " + part;
    return read == 0 || seconds < 1
        ? what
        : "%s  %s rows, %s rows/s"
            .formatted(what, Numbers.of(read), Numbers.of(Math.round(read / seconds)));
  }

  private String line() {
    return "%5d s  %s".formatted(seconds(), doing);
  }

  /** Seconds since the command began. */
  long seconds() {
    return TimeUnit.NANOSECONDS.toSeconds(nanos.getAsLong() - start);
  }

  /** Ends the live line, so that results begin on a clean one. */
  @Override
  public synchronized void close() {
    endStep();
    if (way == Way.TERMINAL) {
      clock.shutdownNow();
      err.print("\r" + " ".repeat(WIDTH - 1) + "\r");
      err.flush();
    }
  }
}
