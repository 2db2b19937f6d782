package org.countywise.parse;

import java.io.IOException;
import java.nio.ByteBuffer;
import java.nio.charset.CharacterCodingException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.regex.Pattern;
import java.util.stream.Stream;
import org.countywise.report.Place;

/**
 * Files of a folder, read into records.
 *
 * @param path as it was given, which is how places show it
 * @param instead files that stand for those of the folder, by their names in it
 */
record Folder(Path path, Map<String, Path> instead, Report report) {
  /** Files of a folder, all of them its own. */
  Folder(Path path, Report report) {
    this(path, Map.of(), report);
  }

  private static final long LARGEST = 1L << 20;
  private static final String YAML = ".yaml";
  private static final Pattern OTHER = Pattern.compile("(?i).*\\.ya?ml");

  /** Names of the YAML files in a subfolder, without their ending, in alphabetical order. */
  List<String> stems(String within) {
    Path folder = path.resolve(within);
    if (!Files.isDirectory(folder)) {
      return List.of();
    }
    try (Stream<Path> files = Files.list(folder)) {
      List<String> names = files.map(file -> file.getFileName().toString()).sorted().toList();
      names.stream()
          .filter(name -> OTHER.matcher(name).matches() && !name.endsWith(YAML))
          .forEach(name -> refused(folder.resolve(name), "would not be read; name it .yaml"));
      return Stream.concat(
              names.stream(), instead.keySet().stream().filter(file -> within.isEmpty()))
          .filter(name -> name.endsWith(YAML))
          .sorted()
          .distinct()
          .map(name -> name.substring(0, name.length() - YAML.length()))
          .toList();
    } catch (IOException unreadable) {
      report.problem(new Place(folder.toString(), 0), "cannot be listed; check its permissions");
      return List.of();
    }
  }

  /** The record in a file of this folder, if nothing required is missing. */
  <T extends Record> Optional<T> read(String file, Class<T> type) {
    String shown = at(file).toString();
    report.written(file, new Place(shown, 0));
    return text(file)
        .flatMap(text -> YamlReader.read(shown, text, report))
        .flatMap(node -> new RecordReader(shown, file, report).read(type, node));
  }

  private Path at(String file) {
    return instead.getOrDefault(file, path.resolve(file));
  }

  private Optional<String> text(String file) {
    Path at = at(file);
    try {
      if (Files.size(at) > LARGEST) {
        return refused(at, "is larger than 1 MiB; split it");
      }
      ByteBuffer bytes = ByteBuffer.wrap(Files.readAllBytes(at));
      String text = StandardCharsets.UTF_8.newDecoder().decode(bytes).toString();
      return Optional.of(text.startsWith("\uFEFF") ? text.substring(1) : text);
    } catch (CharacterCodingException otherwise) {
      return refused(at, "is not UTF-8; save it as UTF-8");
    } catch (IOException unreadable) {
      return refused(at, "cannot be read; it must be a file with read permission");
    }
  }

  private Optional<String> refused(Path at, String why) {
    report.problem(new Place(at.toString(), 0), why);
    return Optional.empty();
  }
}
