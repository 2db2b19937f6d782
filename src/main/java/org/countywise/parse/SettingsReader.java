package org.countywise.parse;

import java.nio.file.Path;
import java.util.Optional;
import java.util.stream.Collectors;
import org.countywise.conf.Settings;
import org.countywise.report.Problem;

/** Reads a file of {@code conf/}. */
public final class SettingsReader {
  private SettingsReader() {}

  /**
   * The settings of a file.
   *
   * @throws IllegalArgumentException with every problem, one a line, each with file and line
   */
  public static Settings read(Path file) {
    Report report = new Report();
    Path folder = file.getParent() == null ? Path.of("") : file.getParent();
    String name = file.getFileName().toString();
    Optional<Settings> settings = new Folder(folder, report).read(name, Settings.class);
    settings.ifPresent(
        read ->
            new CatalogRules(
                    read,
                    (key, message) -> report.problem(report.places().of(name + "#" + key), message))
                .check());
    if (!report.problems().isEmpty() || settings.isEmpty()) {
      throw new IllegalArgumentException(
          report.problems().stream().map(Problem::toString).collect(Collectors.joining("\n")));
    }
    return settings.get();
  }
}
