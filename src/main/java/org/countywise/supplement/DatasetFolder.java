package org.countywise.supplement;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.HashMap;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.function.BiConsumer;
import java.util.regex.Pattern;
import java.util.stream.Stream;
import org.countywise.definition.Dataset;
import org.countywise.parquet.FileSchema;
import org.countywise.parquet.StoredRows;

/**
 * The files of a dataset in a month of a delivery.
 *
 * @param folder in which all of them lie
 * @param name what their names are, in which {@code *} and {@code ?} are wild
 */
record DatasetFolder(Dataset dataset, Path folder, String name) {

  /**
   * The folder of a month, which need not be there.
   *
   * @throws IllegalArgumentException where files of a month may lie in more than one folder
   */
  static DatasetFolder of(Path delivery, Dataset dataset, String period) {
    String files = dataset.files().replace("{period}", period);
    int end = files.lastIndexOf('/');
    String folder = files.substring(0, Math.max(0, end));
    String name = files.substring(end + 1);
    if (folder.contains("*") || folder.contains("?") || !name.startsWith("*")) {
      throw new IllegalArgumentException(
          "files of %s are '%s': in which file or folder another one belongs cannot be told"
              .formatted(dataset.dataset(), dataset.files()));
    }
    return new DatasetFolder(dataset, delivery.resolve(folder), name);
  }

  /** A file of a name that begins so. */
  Path file(String beginning) {
    return folder.resolve(beginning + name.replaceAll("[*?]", ""));
  }

  /** The files that are there, by name; what a run does not read is left out. */
  List<Path> files() {
    if (!Files.isDirectory(folder)) {
      return List.of();
    }
    Pattern wanted =
        Pattern.compile("\\Q" + name.replace("*", "\\E.*\\Q").replace("?", "\\E.\\Q") + "\\E");
    try (Stream<Path> files = Files.list(folder)) {
      return files
          .filter(Files::isRegularFile)
          .filter(file -> !file.getFileName().toString().matches("[._].*"))
          .filter(file -> wanted.matcher(file.getFileName().toString()).matches())
          .sorted()
          .toList();
    } catch (IOException e) {
      throw new UncheckedIOException("cannot list " + folder, e);
    }
  }

  /** Hands over some declared columns of every row as texts, and the file it is in. */
  void forEach(List<String> columns, BiConsumer<Path, Map<String, String>> row) {
    Map<String, String> named = new LinkedHashMap<>();
    columns.forEach(column -> named.put(column, nameInFiles(column)));
    for (Path file : files()) {
      new StoredRows(file)
          .forEach(
              List.copyOf(named.values()), stored -> row.accept(file, declared(named, stored)));
    }
  }

  private static Map<String, String> declared(
      Map<String, String> named, Map<String, String> stored) {
    Map<String, String> values = new HashMap<>();
    named.forEach((column, name) -> values.put(column, stored.getOrDefault(name, "")));
    return values;
  }

  /** The name of a declared column in the files. */
  String nameInFiles(String column) {
    return FileSchema.nameInFiles(column, dataset.columns().get(column));
  }
}
