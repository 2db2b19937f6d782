package org.countywise.cli;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.TreeMap;
import org.apache.spark.sql.Row;
import org.countywise.definition.Definitions;
import org.countywise.parse.DefinitionReader;
import org.countywise.release.Table;
import org.countywise.table.DefinitionFile;

/** The definitions a release was made of, read back from the warehouse. */
final class KeptDefinitions {
  private KeptDefinitions() {}

  /**
   * The definitions.
   *
   * @throws IllegalArgumentException when the release does not keep them
   */
  static Definitions of(ReleaseReader release) {
    return find(release, Map.of())
        .orElseThrow(
            () ->
                new IllegalArgumentException(
                    "release " + release.name() + " does not keep the definitions it was made of"));
  }

  /**
   * The definitions, empty where the release does not keep them.
   *
   * @param others texts of files that no release keeps, by their path
   */
  static Optional<Definitions> find(ReleaseReader release, Map<String, String> others) {
    Map<String, String> texts = new TreeMap<>(others);
    List<Row> files =
        release
            .find(Table.published("definition_file"))
            .map(
                table ->
                    table
                        .filter(
                            DefinitionFile.DEFINITIONS
                                .column()
                                .equalTo(release.manifest().definitions()))
                        .collectAsList())
            .orElse(List.of());
    files.forEach(file -> texts.put(file.getString(1), file.getString(2)));
    return files.isEmpty() ? Optional.empty() : Optional.of(read(texts, release.name()));
  }

  private static Definitions read(Map<String, String> texts, String release) {
    try {
      Path folder = Files.createTempDirectory("countywise-jobs-");
      folder.toFile().deleteOnExit();
      for (Map.Entry<String, String> text : texts.entrySet()) {
        Path path = folder.resolve(text.getKey()).normalize();
        if (!path.startsWith(folder)) {
          throw new IllegalArgumentException(
              "the warehouse holds a definition outside its folder: " + text.getKey());
        }
        Files.createDirectories(path.getParent());
        Files.writeString(path, text.getValue());
        path.toFile().deleteOnExit();
      }
      return DefinitionReader.read(folder).definitions();
    } catch (IOException e) {
      throw new UncheckedIOException("cannot read back the definitions of " + release, e);
    }
  }
}
