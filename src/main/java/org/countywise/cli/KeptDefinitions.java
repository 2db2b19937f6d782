package org.countywise.cli;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import org.apache.spark.sql.Row;
import org.countywise.definition.Definitions;
import org.countywise.parse.DefinitionReader;
import org.countywise.parse.Parsed;
import org.countywise.release.Table;
import org.countywise.table.DefinitionFile;

/** The definitions a release was made of, read back from the warehouse. */
final class KeptDefinitions {
  private KeptDefinitions() {}

  /**
   * Reads them.
   *
   * @throws IllegalArgumentException when the release does not keep them
   */
  static Definitions of(ReleaseReader release) {
    String hash = release.manifest().definitions();
    List<Row> files =
        release
            .find(Table.published("definition_file"))
            .map(
                table ->
                    table.filter(DefinitionFile.DEFINITIONS.column().equalTo(hash)).collectAsList())
            .orElse(List.of());
    if (files.isEmpty()) {
      throw new IllegalArgumentException(
          "release " + release.name() + " does not keep the definitions it was made of");
    }
    try {
      Path folder = Files.createTempDirectory("countywise-jobs-");
      for (Row file : files) {
        Path path = folder.resolve(file.getString(1)).normalize();
        if (!path.startsWith(folder)) {
          throw new IllegalArgumentException(
              "the warehouse holds a definition outside its folder: " + file.getString(1));
        }
        Files.createDirectories(path.getParent());
        Files.writeString(path, file.getString(2));
        path.toFile().deleteOnExit();
      }
      Parsed parsed = DefinitionReader.read(folder);
      return parsed.definitions();
    } catch (IOException e) {
      throw new UncheckedIOException("cannot read back the definitions of " + release.name(), e);
    }
  }
}
