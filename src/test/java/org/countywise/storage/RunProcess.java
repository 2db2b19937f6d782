package org.countywise.storage;

import java.io.BufferedReader;
import java.io.IOException;
import java.io.InputStreamReader;
import java.io.UncheckedIOException;
import java.lang.management.ManagementFactory;
import java.nio.charset.StandardCharsets;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import org.countywise.Workbench;

/**
 * {@code countywise run} in a process of its own, which can be killed at a step.
 *
 * @param exitCode 137 where it was killed
 * @param steps lines that it said
 */
record RunProcess(int exitCode, List<String> steps) {
  /** Kills nothing. */
  static final Moment NEVER = new Moment("", 0);

  /** When a process is killed: some milliseconds after a line that holds some words. */
  record Moment(String words, long after) {
    boolean hasCome(String line) {
      return !words.isEmpty() && line.contains(words);
    }

    @Override
    public String toString() {
      return after + " ms after '" + words + "'";
    }
  }

  /** Runs {@link SeptemberWorks} of a delivery again, with settings of a file. */
  static RunProcess of(String delivery, String warehouse, Path conf, Moment moment) {
    List<String> command = new ArrayList<>();
    command.add(Path.of(System.getProperty("java.home"), "bin", "java").toString());
    command.addAll(ManagementFactory.getRuntimeMXBean().getInputArguments());
    command.addAll(List.of("-Xms1g", "-Xmn400m", "-Xmx2g"));
    command.add("-Dcountywise.log=" + Workbench.log().resolveSibling("test-storage-process.log"));
    command.addAll(List.of("-cp", System.getProperty("java.class.path")));
    command.addAll(List.of("org.countywise.cli.Main", "run", "--again"));
    command.addAll(List.of("--delivery=" + delivery, "--warehouse=" + warehouse));
    command.addAll(List.of("--conf=" + conf, "--period=2020-09", SeptemberWorks.FAMILY));
    try {
      return watched(new ProcessBuilder(command).redirectErrorStream(true).start(), moment);
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    } catch (InterruptedException e) {
      Thread.currentThread().interrupt();
      throw new IllegalStateException("interrupted while a command ran", e);
    }
  }

  private static RunProcess watched(Process process, Moment moment)
      throws IOException, InterruptedException {
    List<String> steps = new ArrayList<>();
    try (BufferedReader said =
        new BufferedReader(
            new InputStreamReader(process.getInputStream(), StandardCharsets.UTF_8))) {
      for (String line = said.readLine(); line != null; line = said.readLine()) {
        steps.add(line);
        if (moment.hasCome(line)) {
          Thread.sleep(moment.after());
          // Unlike the process, its handle leaves what it said to be read.
          process.toHandle().destroyForcibly();
        }
      }
    }
    return new RunProcess(process.waitFor(), List.copyOf(steps));
  }
}
