package org.countywise.faults;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.util.concurrent.TimeUnit;

/** A process at work, to which something may be done before it ends. */
public final class AtWork {
  private static final Duration LONGEST = Duration.ofMinutes(10);
  private static final long LOOK_MILLIS = 20;

  private final Process process;
  private final Path out;
  private final Path err;

  private AtWork(Process process, Path out, Path err) {
    this.process = process;
    this.out = out;
    this.err = err;
  }

  /**
   * What became of it.
   *
   * @param exitCode 137 where it was killed
   * @param output what it wrote to standard output
   * @param errors what it wrote to standard error: progress and what went wrong
   */
  public record Ended(int exitCode, String output, String errors) {}

  /** Starts it; what it says goes into two files of a folder. */
  public static AtWork start(ProcessBuilder builder, Path folder, String name) {
    Path out = folder.resolve(name + ".out");
    Path err = folder.resolve(name + ".err");
    try {
      return new AtWork(
          builder.redirectOutput(out.toFile()).redirectError(err.toFile()).start(), out, err);
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    }
  }

  /** Waits until it says something on standard error. */
  public AtWork saying(String words) {
    while (!read(err).contains(words)) {
      assertThat(process.isAlive()).as("still at work; %s:%n%s", err, read(err)).isTrue();
      sleep(LOOK_MILLIS);
    }
    return this;
  }

  /** Waits some time, or until it ends. */
  public AtWork after(long millis) {
    try {
      process.waitFor(millis, TimeUnit.MILLISECONDS);
      return this;
    } catch (InterruptedException e) {
      Thread.currentThread().interrupt();
      throw new IllegalStateException("interrupted while a process was at work", e);
    }
  }

  /** Ends it at once, as a machine that fails does. */
  public AtWork kill() {
    process.destroyForcibly();
    return this;
  }

  /** Holds it while something is done. */
  public AtWork meanwhile(Runnable done) {
    signal("STOP", process.pid());
    try {
      done.run();
    } finally {
      signal("CONT", process.pid());
    }
    return this;
  }

  /** Sends a signal to a process. */
  public static void signal(String name, long pid) {
    try {
      int sent = new ProcessBuilder("kill", "-" + name, "" + pid).inheritIO().start().waitFor();
      assertThat(sent).as("kill -%s %d", name, pid).isZero();
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    } catch (InterruptedException e) {
      Thread.currentThread().interrupt();
      throw new IllegalStateException("interrupted while a signal was sent", e);
    }
  }

  /** Waits for its end. */
  public Ended ended() {
    after(LONGEST.toMillis());
    assertThat(process.isAlive()).as("ended within %s; see %s", LONGEST, err).isFalse();
    return new Ended(process.exitValue(), read(out), read(err));
  }

  /** The process. */
  public Process process() {
    return process;
  }

  private static String read(Path file) {
    try {
      return Files.readString(file);
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    }
  }

  private static void sleep(long millis) {
    try {
      Thread.sleep(millis);
    } catch (InterruptedException e) {
      Thread.currentThread().interrupt();
      throw new IllegalStateException("interrupted while a process was at work", e);
    }
  }
}
