package org.countywise.cli;

import java.io.PrintWriter;
import java.util.concurrent.Executors;
import java.util.concurrent.ScheduledExecutorService;
import java.util.concurrent.TimeUnit;
import java.util.function.LongSupplier;
import org.countywise.run.Progress;

/**
 * What is being done right now: one line that rewrites itself on a terminal, plain lines elsewhere.
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
  private String doing = "";

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
    return new ProgressLine(err, Way.TERMINAL, System::nanoTime);
  }

  @Override
  public void report(String subject, String action) {
    at(subject + ": " + action);
  }

  /** Something starts, in the words of whoever starts it. */
  synchronized void at(String what) {
    doing = what;
    if (way == Way.LINES) {
      err.println(line());
    } else {
      redraw();
    }
  }

  private synchronized void redraw() {
    if (way == Way.TERMINAL && !doing.isEmpty()) {
      err.print("\r" + Width.left(Width.cut(line(), WIDTH - 1), WIDTH - 1));
      err.flush();
    }
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
    doing = "";
    if (way == Way.TERMINAL) {
      clock.shutdownNow();
      err.print("\r" + " ".repeat(WIDTH - 1) + "\r");
      err.flush();
    }
  }
}
