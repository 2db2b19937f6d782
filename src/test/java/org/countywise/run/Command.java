package org.countywise.run;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.lang.management.ManagementFactory;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;

/** A command of Countywise in a Java process of its own, which has ended. */
record Command(int exitCode, String output) {

  /**
   * Types a command and waits for its end.
   *
   * @param folder where its output and log go
   * @param options of Java, stronger than those of the tests
   */
  static Command type(Path folder, List<String> options, List<String> words) {
    List<String> command = new ArrayList<>();
    command.add(Path.of(System.getProperty("java.home"), "bin", "java").toString());
    command.addAll(ManagementFactory.getRuntimeMXBean().getInputArguments());
    command.add("-Dlog4j2.configurationFile=classpath:log4j2.properties");
    command.add("-Dcountywise.log=" + folder.resolve("process.log"));
    command.addAll(options);
    command.addAll(List.of("-cp", System.getProperty("java.class.path")));
    command.add("org.countywise.cli.Main");
    command.addAll(words);
    Path output = folder.resolve("process.out");
    try {
      Process process =
          new ProcessBuilder(command)
              .redirectErrorStream(true)
              .redirectOutput(output.toFile())
              .start();
      return new Command(process.waitFor(), Files.readString(output, StandardCharsets.UTF_8));
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    } catch (InterruptedException e) {
      Thread.currentThread().interrupt();
      throw new IllegalStateException("interrupted while a command ran", e);
    }
  }
}
