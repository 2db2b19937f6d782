package org.countywise.cluster;

import java.io.File;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Set;
import java.util.regex.Pattern;
import java.util.stream.Stream;

/**
 * A folder that Spark takes for its installation: {@code jars/} holds links to the jars of the test
 * classpath that a Spark distribution would have, and not those that our own jar must bring.
 */
final class SparkHome {
  private static final List<String> NOT_SPARKS =
      List.of(
          "iceberg-",
          "picocli-",
          "freemarker-",
          "postgresql-",
          "jackson-dataformat-yaml-",
          "snakeyaml-",
          "duckdb",
          "junit-",
          "jqwik-",
          "archunit",
          "assertj-",
          "surefire-",
          "opentest4j-",
          "apiguardian-",
          "byte-buddy-",
          "countywise");
  private static final Set<String> OPEN =
      Set.of(
          "java.lang",
          "java.lang.invoke",
          "java.lang.reflect",
          "java.io",
          "java.net",
          "java.nio",
          "java.util",
          "java.util.concurrent",
          "java.util.concurrent.atomic",
          "sun.nio.ch",
          "sun.nio.cs",
          "sun.security.action",
          "sun.util.calendar");

  private final Path home;

  private SparkHome(Path home) {
    this.home = home;
  }

  /** Makes the folder anew. */
  static SparkHome at(Path home) throws IOException {
    Path jars = home.resolve("jars");
    if (Files.exists(jars)) {
      try (Stream<Path> old = Files.list(jars)) {
        for (Path link : old.toList()) {
          Files.delete(link);
        }
      }
    }
    Files.createDirectories(jars);
    Pattern separator = Pattern.compile(Pattern.quote(File.pathSeparator));
    String classpath = System.getProperty("java.class.path");
    for (Path jar : separator.splitAsStream(classpath).map(Path::of).toList()) {
      String name = jar.getFileName().toString().toLowerCase(Locale.ROOT);
      if (name.endsWith(".jar") && NOT_SPARKS.stream().noneMatch(name::startsWith)) {
        Files.createSymbolicLink(jars.resolve(jar.getFileName()), jar.toAbsolutePath());
      }
    }
    return new SparkHome(home.toAbsolutePath());
  }

  /** What Spark reaches into of Java, which a worker does not open for the driver it starts. */
  static List<String> opening() {
    return OPEN.stream().map(name -> "--add-opens=java.base/" + name + "=ALL-UNNAMED").toList();
  }

  /** A process of one of Spark's main classes, not started yet; it stays on this machine. */
  ProcessBuilder process(String mainClass, List<String> arguments) {
    List<String> command = new ArrayList<>();
    command.add(Path.of(System.getProperty("java.home"), "bin", "java").toString());
    command.addAll(List.of("-Xmx1g", "-XX:TieredStopAtLevel=1"));
    command.addAll(opening());
    command.addAll(List.of("-cp", home.resolve("jars") + "/*", mainClass));
    command.addAll(arguments);
    ProcessBuilder process = new ProcessBuilder(command);
    process
        .environment()
        .putAll(
            Map.of(
                "SPARK_HOME", home.toString(),
                "SPARK_SCALA_VERSION", "2.13",
                "SPARK_LOCAL_IP", "127.0.0.1"));
    return process;
  }
}
