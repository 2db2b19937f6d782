package org.countywise.bench;

import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.OptionalDouble;
import java.util.OptionalLong;
import java.util.concurrent.TimeUnit;

/**
 * A process of its own, measured. CPU is what the kernel adds to this process's account of ended
 * children, so one child runs at a time; peak memory is looked up every tenth of a second, as the
 * kernel keeps the greatest until the process ends. Whoever stops this process stops the child.
 */
final class Child {
  private static final Path SELF = Path.of("/proc/self/stat");
  private static final int EVERY_MILLIS = 100;
  private static final int SHOWN = 20;

  private Child() {}

  /**
   * How it ended.
   *
   * @param out what it wrote on standard output
   */
  record Ended(int exit, String out, Usage usage) {}

  /**
   * Runs a command to its end.
   *
   * @param folder where its output is kept
   * @throws IllegalStateException where it fails
   */
  static Ended run(List<String> command, Path folder) throws IOException, InterruptedException {
    Path out = Files.createTempFile(folder, "child-", ".out");
    Path err = Files.createTempFile(folder, "child-", ".err");
    OptionalDouble before = ProcFile.secondsOfEndedChildren(ProcFile.text(SELF));
    long start = System.nanoTime();
    Process process =
        new ProcessBuilder(command)
            .redirectOutput(out.toFile())
            .redirectError(err.toFile())
            .start();
    Thread end = new Thread(process::destroy);
    Runtime.getRuntime().addShutdownHook(end);
    Long peak = watched(process);
    Runtime.getRuntime().removeShutdownHook(end);
    double seconds = (System.nanoTime() - start) / 1e9;
    OptionalDouble after = ProcFile.secondsOfEndedChildren(ProcFile.text(SELF));
    Double cpu = after.isPresent() ? hundredths(after.getAsDouble() - before.orElse(0)) : null;
    if (process.exitValue() != 0) {
      throw new IllegalStateException(failure(command, process.exitValue(), err));
    }
    return new Ended(
        process.exitValue(),
        Files.readString(out, StandardCharsets.UTF_8),
        new Usage(hundredths(seconds), cpu, peak));
  }

  /** Without digits that nobody measured. */
  private static double hundredths(double seconds) {
    return Math.round(seconds * 100) / 100.0;
  }

  private static Long watched(Process process) throws InterruptedException {
    Path status = Path.of("/proc", String.valueOf(process.pid()), "status");
    Long peak = null;
    boolean ended = false;
    while (!ended) {
      ended = process.waitFor(EVERY_MILLIS, TimeUnit.MILLISECONDS);
      OptionalLong now = ProcFile.peakBytes(ProcFile.text(status));
      peak = now.isPresent() ? Long.valueOf(now.getAsLong()) : peak;
    }
    return peak;
  }

  private static String failure(List<String> command, int exit, Path err) throws IOException {
    List<String> lines = Files.readAllLines(err, StandardCharsets.UTF_8);
    String said = String.join("\n", lines.subList(Math.max(0, lines.size() - SHOWN), lines.size()));
    int program = command.indexOf("-cp") + 2;
    String words = String.join(" ", command.subList(program < 2 ? 0 : program, command.size()));
    return "exit code %d of '%s'; it said:%n%s".formatted(exit, words, said);
  }
}
