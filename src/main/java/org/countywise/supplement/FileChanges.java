package org.countywise.supplement;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.StandardCopyOption;
import java.util.ArrayList;
import java.util.Collection;
import java.util.HashSet;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.function.Consumer;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import java.util.stream.Stream;

/**
 * New and changed files of a delivery, which appear together or not at all. Drafts, and copies of
 * what they replace, lie beside them under names that begin with a point, which no run reads. While
 * one of these is there the change is not done, and {@link #takeBack} makes all as it was.
 *
 * @param id of the change, which the names of its new files begin with
 * @param drafts by the file they become, in the order in which they appear
 * @param made folders that were made for them
 */
record FileChanges(String id, Map<Path, Path> drafts, List<Path> made) {
  private static final String DRAFT = ".draft-";
  private static final String BEFORE = ".before-";
  private static final Pattern LEFT =
      Pattern.compile("\\.(?<file>.+)(?<kind>\\.draft-|\\.before-)(?<id>answers-\\p{Alnum}+)");

  static FileChanges begin(String id) {
    return new FileChanges(id, new LinkedHashMap<>(), new ArrayList<>());
  }

  /** Writes what a file is to be. */
  void write(Path file, Consumer<Path> content) {
    try {
      if (!Files.isDirectory(file.getParent())) {
        Files.createDirectories(file.getParent());
        made.add(file.getParent());
      }
    } catch (IOException e) {
      throw new UncheckedIOException("cannot make the folder " + file.getParent(), e);
    }
    Path draft = beside(file, DRAFT);
    drafts.put(file, draft);
    content.accept(draft);
  }

  /** Puts the drafts into place. */
  void commit() throws IOException {
    List<Path> replaced = new ArrayList<>();
    for (Path file : drafts.keySet()) {
      Stream.of(file, checksums(file)).filter(Files::exists).forEach(replaced::add);
    }
    for (Path file : replaced) {
      keep(file);
    }
    for (Map.Entry<Path, Path> draft : drafts.entrySet()) {
      Files.deleteIfExists(checksums(draft.getKey()));
      Files.move(draft.getValue(), draft.getKey(), StandardCopyOption.ATOMIC_MOVE);
    }
    for (Path file : replaced) {
      Files.delete(beside(file, BEFORE));
    }
  }

  /** Leaves everything as it was. */
  void abandon() throws IOException {
    takeBack(new HashSet<>(drafts.keySet().stream().map(Path::getParent).toList()));
    for (Path folder : made) {
      Files.deleteIfExists(folder);
    }
  }

  /** Takes back changes in these folders, which are there or not, that were not done. */
  static void takeBack(Collection<Path> folders) throws IOException {
    List<Path> files = new ArrayList<>();
    for (Path folder : folders) {
      if (Files.isDirectory(folder)) {
        try (Stream<Path> all = Files.list(folder)) {
          all.filter(Files::isRegularFile).forEach(files::add);
        }
      }
    }
    Set<String> ids = new HashSet<>();
    for (Path file : files) {
      find(file).ifPresent(left -> ids.add(left.group("id")));
    }
    for (Path file : files) {
      boolean draft = find(file).filter(left -> left.group("kind").equals(DRAFT)).isPresent();
      if (draft || ids.stream().anyMatch(name(file)::startsWith)) {
        Files.delete(file);
      }
    }
    for (Path file : files) {
      Optional<Matcher> before = find(file).filter(left -> left.group("kind").equals(BEFORE));
      if (before.isPresent()) {
        Path kept = file.resolveSibling(before.get().group("file"));
        Files.move(file, kept, StandardCopyOption.REPLACE_EXISTING);
      }
    }
  }

  /** A copy that is there wholly or not at all. */
  private void keep(Path file) throws IOException {
    Path half = beside(checksums(file), DRAFT);
    Files.copy(file, half, StandardCopyOption.REPLACE_EXISTING, StandardCopyOption.COPY_ATTRIBUTES);
    Files.move(half, beside(file, BEFORE), StandardCopyOption.ATOMIC_MOVE);
  }

  private static Optional<Matcher> find(Path file) {
    return Optional.of(LEFT.matcher(name(file))).filter(Matcher::matches);
  }

  private Path beside(Path file, String kind) {
    return file.resolveSibling("." + name(file) + kind + id);
  }

  /** The file of checksums that Hadoop may have written beside a file. */
  private static Path checksums(Path file) {
    return file.resolveSibling("." + name(file) + ".crc");
  }

  private static String name(Path file) {
    return file.getFileName().toString();
  }
}
