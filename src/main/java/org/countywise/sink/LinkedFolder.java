package org.countywise.sink;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.channels.FileChannel;
import java.nio.channels.FileLock;
import java.nio.channels.OverlappingFileLockException;
import java.nio.file.Files;
import java.nio.file.LinkOption;
import java.nio.file.Path;
import java.nio.file.StandardCopyOption;
import java.nio.file.StandardOpenOption;
import java.nio.file.attribute.PosixFilePermissions;
import java.util.Comparator;
import java.util.List;
import java.util.UUID;
import java.util.function.Consumer;
import java.util.stream.Stream;

/**
 * A folder on a local disk whose names are links into one snapshot. A new export is written beside
 * it, and one rename of the link {@code .current} switches all names at once:
 *
 * <pre>
 * DIR/indicator_value → .current/indicator_value
 * DIR/.current        → .export-3f9a
 * DIR/.export-3f9a/indicator_value/part-….parquet
 * </pre>
 */
record LinkedFolder(Path root) implements ExportFolder {
  private static final String CURRENT = ".current";
  private static final String NEXT = ".next";
  private static final String LOCK = ".lock";
  private static final String SNAPSHOT = ".export-";

  /** Whether the disk holds links; makes the folder. */
  static boolean works(Path root) throws IOException {
    if (!Files.isDirectory(root)) {
      Files.createDirectories(root);
    }
    Path probe = root.resolve(SNAPSHOT + UUID.randomUUID());
    try {
      Files.createSymbolicLink(probe, Path.of(CURRENT));
      Files.delete(probe);
      return true;
    } catch (UnsupportedOperationException | IOException e) {
      return false;
    }
  }

  static LinkedFolder open(Path root) throws IOException {
    for (Path path : children(root)) {
      if (!ours(path)) {
        throw ExportFolder.stranger(root, path.getFileName().toString());
      }
    }
    return new LinkedFolder(root);
  }

  private static boolean ours(Path path) throws IOException {
    String name = path.getFileName().toString();
    if (List.of(CURRENT, NEXT, LOCK).contains(name) || name.startsWith(SNAPSHOT)) {
      return true;
    }
    if (Files.isSymbolicLink(path)) {
      return Files.readSymbolicLink(path).startsWith(CURRENT);
    }
    return Files.isDirectory(path)
        ? ExportedNames.isTable(name)
            && children(path).stream()
                .allMatch(part -> ExportedNames.isPart(name, part.getFileName().toString()))
        : ExportedNames.isFile(name);
  }

  @Override
  public void replace(ReleaseTables.Audience audience, Consumer<String> write) {
    try (FileChannel channel =
            FileChannel.open(
                root.resolve(LOCK), StandardOpenOption.CREATE, StandardOpenOption.WRITE);
        FileLock lock = lock(channel)) {
      if (lock == null) {
        throw busy();
      }
      clear();
      Path snapshot = snapshot(audience);
      try {
        write.accept(snapshot.toString());
      } catch (RuntimeException e) {
        delete(snapshot);
        throw e;
      }
      show(snapshot);
      clear();
    } catch (IOException e) {
      throw new UncheckedIOException("cannot write " + root, e);
    }
  }

  private FileLock lock(FileChannel channel) throws IOException {
    try {
      return channel.tryLock();
    } catch (OverlappingFileLockException e) {
      throw busy();
    }
  }

  private IllegalArgumentException busy() {
    return new IllegalArgumentException(
        "another export is writing into '"
            + root
            + "'; wait until it has ended, or name another folder");
  }

  private Path snapshot(ReleaseTables.Audience audience) throws IOException {
    Path snapshot = Files.createDirectory(root.resolve(SNAPSHOT + UUID.randomUUID()));
    if (audience == ReleaseTables.Audience.RESTRICTED) {
      Files.setPosixFilePermissions(snapshot, PosixFilePermissions.fromString("rwx------"));
    }
    return snapshot;
  }

  /** Shows a snapshot under its names, and nothing else. */
  private void show(Path snapshot) throws IOException {
    link(CURRENT, snapshot.getFileName());
    List<String> names =
        children(snapshot).stream()
            .map(path -> path.getFileName().toString())
            .filter(name -> !name.startsWith("."))
            .toList();
    for (String name : names) {
      Path path = root.resolve(name);
      if (!Files.isSymbolicLink(path)) {
        delete(path);
        link(name, Path.of(CURRENT, name));
      }
    }
    for (Path path : children(root)) {
      String name = path.getFileName().toString();
      if (!name.startsWith(".") && !names.contains(name)) {
        delete(path);
      }
    }
  }

  /** Makes a link or lets one lead elsewhere, in one step for whoever looks. */
  private void link(String name, Path target) throws IOException {
    Path next = root.resolve(NEXT);
    Files.deleteIfExists(next);
    Files.createSymbolicLink(next, target);
    Files.move(next, root.resolve(name), StandardCopyOption.ATOMIC_MOVE);
  }

  /** Removes every snapshot that is not shown: earlier ones, and what a killed export left. */
  private void clear() throws IOException {
    Path current = root.resolve(CURRENT);
    Path shown = Files.isSymbolicLink(current) ? Files.readSymbolicLink(current) : null;
    for (Path path : children(root)) {
      Path name = path.getFileName();
      if (name.toString().startsWith(SNAPSHOT) && !name.equals(shown)) {
        delete(path);
      }
    }
  }

  private static List<Path> children(Path folder) throws IOException {
    try (Stream<Path> paths = Files.list(folder)) {
      return paths.sorted().toList();
    }
  }

  private static void delete(Path path) throws IOException {
    if (!Files.exists(path, LinkOption.NOFOLLOW_LINKS)) {
      return;
    }
    List<Path> all;
    try (Stream<Path> paths = Files.walk(path)) {
      all = paths.sorted(Comparator.reverseOrder()).toList();
    }
    for (Path each : all) {
      Files.delete(each);
    }
  }
}
