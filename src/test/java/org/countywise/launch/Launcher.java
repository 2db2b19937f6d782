package org.countywise.launch;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.attribute.FileTime;
import java.nio.file.attribute.PosixFilePermissions;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;
import java.util.concurrent.TimeUnit;

/**
 * {@code bin/countywise} in a project of its own that is built already, with a Java that only says
 * what it was started with.
 */
final class Launcher {
  private static final Path REAL = Path.of("bin/countywise").toAbsolutePath();
  private static final String ANSWER =
      """
      #!/bin/sh
      for word in "$@"; do
        if [ "$word" = -version ]; then
          [ "${refuses:-}" = "" ] || { echo "$refuses" >&2; exit 1; }
          echo 'openjdk version "%s" 2025-01-01' >&2
          exit 0
        fi
      done
      printf '%%s\\n' "$@"
      echo "LC_ALL=${LC_ALL:-}"
      echo "umask=$(umask)"
      """;

  private final Path folder;
  private final Map<String, String> environment = new TreeMap<>();
  private final List<String> before = new ArrayList<>();

  /** A launcher of a project in a folder, in an environment that lacks nothing. */
  Launcher(Path folder) {
    this.folder = folder;
    Path project = project();
    write(project.resolve("pom.xml"), "");
    write(project.resolve("src/main/Any.java"), "");
    write(project.resolve("target/launch/classpath"), "");
    write(project.resolve("target/launch/countywise-classes.jar"), "");
    built();
    copy(REAL, project.resolve("bin/countywise"));
    with("HOME", make("home").toString());
    with("TMPDIR", make("tmp").toString());
    with("JAVA_HOME", java("17.0.15").toString());
    with("PATH", System.getenv("PATH"));
    with("LC_ALL", "C.UTF-8");
  }

  /** What a command printed and how it ended. */
  record Said(int exit, String out, String err) {
    /** What follows the first occurrence of a text in a line of the output. */
    String after(String text) {
      return out.lines()
          .filter(line -> line.startsWith(text))
          .map(line -> line.substring(text.length()))
          .findFirst()
          .orElse("");
    }
  }

  Path project() {
    return folder.resolve("project");
  }

  Launcher built() {
    Path stamp = project().resolve("target/launch/built");
    write(stamp, "");
    touch(stamp, Instant.now().plusSeconds(60));
    return this;
  }

  Launcher notBuilt() throws IOException {
    Files.delete(project().resolve("target/launch/built"));
    return this;
  }

  Launcher with(String name, String value) {
    environment.put(name, value);
    return this;
  }

  Launcher without(String name) {
    environment.remove(name);
    return this;
  }

  /** Starts the launcher by another command, such as {@code setpriv}. */
  Launcher under(String... command) {
    before.clear();
    before.addAll(List.of(command));
    return this;
  }

  /** The home of a JDK that calls itself so. */
  Path java(String version) {
    Path home = folder.resolve("jdk-" + version);
    for (String program : List.of("bin/java", "bin/javac")) {
      program(home.resolve(program), ANSWER.formatted(version));
    }
    return home;
  }

  /** A folder beside the project. */
  Path make(String name) {
    try {
      return Files.createDirectories(folder.resolve(name));
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    }
  }

  Said run(String... arguments) {
    List<String> command = new ArrayList<>(before);
    command.add(project().resolve("bin/countywise").toString());
    command.addAll(List.of(arguments));
    Path out = folder.resolve("out");
    Path err = folder.resolve("err");
    ProcessBuilder builder =
        new ProcessBuilder(command).redirectOutput(out.toFile()).redirectError(err.toFile());
    builder.environment().clear();
    builder.environment().putAll(environment);
    try {
      Process process = builder.start();
      process.getOutputStream().close();
      assertThat(process.waitFor(60, TimeUnit.SECONDS)).as("%s ends", command).isTrue();
      return new Said(process.exitValue(), text(out), text(err));
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    } catch (InterruptedException e) {
      Thread.currentThread().interrupt();
      throw new IllegalStateException(e);
    }
  }

  private static String text(Path file) throws IOException {
    return Files.readString(file, StandardCharsets.UTF_8);
  }

  static void program(Path file, String text) {
    write(file, text);
    try {
      Files.setPosixFilePermissions(file, PosixFilePermissions.fromString("rwxr-xr-x"));
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    }
  }

  static void write(Path file, String text) {
    try {
      Files.createDirectories(file.getParent());
      Files.writeString(file, text);
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    }
  }

  private static void copy(Path from, Path to) {
    try {
      program(to, Files.readString(from));
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    }
  }

  private static void touch(Path file, Instant time) {
    try {
      Files.setLastModifiedTime(file, FileTime.from(time));
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    }
  }
}
