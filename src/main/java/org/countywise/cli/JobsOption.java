package org.countywise.cli;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.countywise.compile.Compilation;
import org.countywise.definition.Dataset;
import org.countywise.definition.Definitions;
import org.countywise.parse.DefinitionReader;
import org.countywise.parse.Parsed;
import org.countywise.report.Hash;
import org.countywise.report.Problem;
import picocli.CommandLine.Option;

/** Where the definitions are. */
final class JobsOption {
  /** Files that speak of published numbers and make none. */
  private static final List<String> REPEATING =
      List.of("bulletin.yaml", "benchmarks.yaml", "layout.yaml");

  @Option(
      names = "--jobs",
      paramLabel = "FOLDER",
      description = "Folder of the definitions; default: jobs here, else the jobs of Countywise.")
  private Path jobs;

  /**
   * Definitions, what they compile to as far as their files have the right form, and everything
   * wrong with both.
   */
  record Read(Definitions definitions, Compilation compilation, List<Problem> problems) {

    /** What can go wrong with definitions that have no problem. */
    List<Problem> warnings() {
      return problems.isEmpty() ? compilation.warnings() : List.of();
    }
  }

  /** The folder. */
  Path folder() {
    Path here = Path.of("jobs");
    if (jobs == null) {
      String home = System.getProperty("countywise.home", "");
      return Files.isDirectory(here) || home.isEmpty() ? here : Path.of(home).resolve(here);
    }
    return jobs;
  }

  /** Reads and checks everything, all problems at once. */
  Read read() {
    return read(parsed(Map.of()));
  }

  private static Read read(Parsed parsed) {
    List<Problem> problems = new ArrayList<>(parsed.problems());
    Compilation compilation = Compilation.of(parsed.faultless(), parsed.places());
    problems.addAll(compilation.problems());
    problems.sort(Problem.BY_PLACE);
    return new Read(parsed.definitions(), compilation, problems);
  }

  /**
   * Definitions without problems, resolved.
   *
   * @throws UsageException that names every problem
   */
  Compilation faultless() {
    return faultless(read());
  }

  /**
   * Definitions without problems, a family of them from another file.
   *
   * @param name of the family's file in the folder
   * @throws UsageException that names every problem
   */
  Compilation faultless(String name, Path instead) {
    return faultless(read(parsed(Map.of(name, instead))));
  }

  private static Compilation faultless(Read read) {
    if (!read.problems().isEmpty()) {
      throw new UsageException("the definitions have problems\n" + lines(read.problems()));
    }
    return read.compilation();
  }

  /**
   * The definitions, read without judging what they say.
   *
   * @throws UsageException that names every problem of form
   */
  Definitions definitions() {
    Parsed parsed = parsed(Map.of());
    if (!parsed.problems().isEmpty()) {
      throw new UsageException("the definitions have problems\n" + lines(parsed.problems()));
    }
    return parsed.definitions();
  }

  /** The datasets of {@link #definitions()}. */
  Map<String, Dataset> datasets() {
    return definitions().datasets();
  }

  private Parsed parsed(Map<String, Path> instead) {
    if (!Files.isDirectory(folder())) {
      throw new UsageException(
          "no definitions at '" + folder() + "': the folder does not exist; name one with --jobs");
    }
    return DefinitionReader.read(folder(), instead);
  }

  /** Each problem on a line of its own. */
  static String lines(List<Problem> problems) {
    return problems.stream().map(Problem::toString).collect(Collectors.joining("\n"));
  }

  /**
   * Hash of the texts of the files that say what the numbers are, without those that repeat them.
   */
  String hash() {
    return Hash.of(
        files().entrySet().stream()
            .map(file -> file.getKey() + "\n" + file.getValue())
            .collect(Collectors.joining("\n")));
  }

  /** The texts of the files that say what the numbers are, by their path in the folder. */
  Map<String, String> files() {
    Map<String, String> texts = new TreeMap<>();
    try (Stream<Path> files = Files.walk(folder())) {
      files
          .filter(file -> file.toString().endsWith(".yaml"))
          .filter(file -> !repeats(folder().relativize(file)))
          .forEach(file -> texts.put(folder().relativize(file).toString(), text(file)));
    } catch (IOException e) {
      throw new UncheckedIOException("cannot read the definitions in " + folder(), e);
    }
    return texts;
  }

  /**
   * The texts of the bulletin, the benchmarks and the layout by their path, which no release keeps.
   */
  Map<String, String> repeating() {
    Map<String, String> texts = new TreeMap<>();
    for (String name : REPEATING) {
      Path file = folder().resolve(name);
      if (Files.isRegularFile(file)) {
        texts.put(name, text(file));
      }
    }
    return texts;
  }

  /** Whether a file speaks of published numbers and makes none. */
  private static boolean repeats(Path file) {
    return file.startsWith("claims") || REPEATING.contains(file.toString());
  }

  private static String text(Path file) {
    try {
      return Files.readString(file);
    } catch (IOException e) {
      throw new UncheckedIOException("cannot read " + file, e);
    }
  }
}
