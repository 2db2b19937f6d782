package org.countywise.cli;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.StandardWatchEventKinds;
import java.nio.file.WatchEvent;
import java.nio.file.WatchKey;
import java.nio.file.WatchService;
import java.util.Set;
import java.util.TreeSet;
import java.util.concurrent.TimeUnit;
import java.util.stream.Stream;

/** Tells which YAML files of a folder, and of the folders in it, were saved or removed. */
final class SavedFiles implements AutoCloseable {
  /** Editors save in several steps; what follows within this time belongs together. */
  private static final long TOGETHER_MILLIS = 200;

  private final Path folder;
  private final WatchService events;

  private SavedFiles(Path folder, WatchService events) {
    this.folder = folder;
    this.events = events;
  }

  /** Files of a folder that are saved from now on. */
  static SavedFiles in(Path folder) {
    try {
      SavedFiles saved = new SavedFiles(folder, folder.getFileSystem().newWatchService());
      saved.watchFolders();
      return saved;
    } catch (IOException e) {
      throw new UncheckedIOException("cannot watch " + folder, e);
    }
  }

  private void watchFolders() throws IOException {
    try (Stream<Path> all = Files.walk(folder)) {
      for (Path one : all.filter(Files::isDirectory).toList()) {
        one.register(
            events,
            StandardWatchEventKinds.ENTRY_CREATE,
            StandardWatchEventKinds.ENTRY_MODIFY,
            StandardWatchEventKinds.ENTRY_DELETE);
      }
    }
  }

  /**
   * Waits until something is saved.
   *
   * @return paths within the folder; the empty path where too much happened to be told
   */
  Set<Path> next() throws InterruptedException {
    Set<Path> changed = new TreeSet<>();
    while (changed.isEmpty()) {
      WatchKey key = events.take();
      while (key != null) {
        collect(key, changed);
        key = events.poll(TOGETHER_MILLIS, TimeUnit.MILLISECONDS);
      }
    }
    return changed;
  }

  private void collect(WatchKey key, Set<Path> changed) {
    Path within = folder.relativize((Path) key.watchable());
    for (WatchEvent<?> event : key.pollEvents()) {
      if (event.kind() == StandardWatchEventKinds.OVERFLOW) {
        changed.add(Path.of(""));
        continue;
      }
      Path path = within.resolve((Path) event.context());
      if (path.toString().endsWith(".yaml")) {
        changed.add(path);
      } else if (Files.isDirectory(folder.resolve(path))) {
        watchNew();
      }
    }
    key.reset();
  }

  private void watchNew() {
    try {
      watchFolders();
    } catch (IOException gone) {
      throw new UncheckedIOException("cannot watch " + folder, gone);
    }
  }

  @Override
  public void close() {
    try {
      events.close();
    } catch (IOException e) {
      throw new UncheckedIOException("cannot stop watching " + folder, e);
    }
  }
}
