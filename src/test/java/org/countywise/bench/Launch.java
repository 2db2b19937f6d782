package org.countywise.bench;

import java.io.IOException;
import java.lang.management.ManagementFactory;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.stream.Collectors;

/**
 * How processes are started: as {@code bin/countywise} starts them. It has started this one with
 * the options of {@code run}, which are handed on; the class path of the product is the one it
 * wrote down. Where it was not asked, as in an editor, the product has this process's class path.
 *
 * @param home the project
 * @param options of the JVM
 */
record Launch(Path home, List<String> options) {
  private static final String MAIN = "org.countywise.cli.Main";

  static Launch ofThisProcess(Path home) {
    return new Launch(home, ManagementFactory.getRuntimeMXBean().getInputArguments());
  }

  /** A command of the product. */
  List<String> product(String... arguments) throws IOException {
    return java(productClassPath(), MAIN, arguments);
  }

  /** A program of the benchmark. */
  List<String> program(Class<?> main, String... arguments) {
    return java(System.getProperty("java.class.path"), main.getName(), arguments);
  }

  private List<String> java(String classPath, String main, String... arguments) {
    List<String> command = new ArrayList<>();
    command.add(Path.of(System.getProperty("java.home"), "bin", "java").toString());
    command.addAll(options);
    command.addAll(List.of("-cp", classPath, main));
    command.addAll(Arrays.asList(arguments));
    return command;
  }

  private String productClassPath() throws IOException {
    Path launch = home.resolve("target/launch");
    Path written = launch.resolve("classpath");
    Path classes = launch.resolve("countywise-classes.jar");
    boolean launched = System.getProperty("java.class.path").startsWith(classes.toString());
    return launched
        ? classes + ":" + Files.readString(written).strip()
        : withoutTests(System.getProperty("java.class.path"));
  }

  private static String withoutTests(String classPath) {
    return Arrays.stream(classPath.split(":", -1))
        .filter(entry -> !entry.endsWith("test-classes"))
        .collect(Collectors.joining(":"));
  }
}
