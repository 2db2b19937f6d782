package org.countywise.site;

import java.io.IOException;
import java.io.InputStream;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Comparator;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.stream.Stream;

/** The folder of a site: absent, empty, or an earlier site, which is replaced. */
public record SiteFolder(Path root) {
  /** Says that the folder is a site; written first. */
  static final String MARK = "countywise-site.json";

  private static final String DATA = "data";
  private static final String ASSETS = "assets";

  /**
   * Checks that a site may be written there.
   *
   * @throws IllegalArgumentException when it holds anything but an earlier site
   */
  public static SiteFolder open(Path root) {
    if (Files.exists(root) && !Files.isDirectory(root)) {
      throw new IllegalArgumentException(
          "'" + root + "' is a file; name a folder for the site with --out");
    }
    stranger(root)
        .ifPresent(
            name -> {
              throw new IllegalArgumentException(
                  "'"
                      + root
                      + "' holds '"
                      + name
                      + "', which no report wrote; name an empty folder or one of an earlier"
                      + " report");
            });
    return new SiteFolder(root);
  }

  private static Optional<String> stranger(Path root) {
    if (!Files.isDirectory(root)) {
      return Optional.empty();
    }
    boolean ours = Files.isRegularFile(root.resolve(MARK));
    Set<String> known = Pages.files();
    try (Stream<Path> files = Files.list(root)) {
      return files
          .map(file -> file.getFileName().toString())
          .filter(
              name ->
                  !ours
                      || !(known.contains(name)
                          || name.equals(MARK)
                          || name.equals(DATA)
                          || name.equals(ASSETS)))
          .sorted()
          .findFirst();
    } catch (IOException e) {
      throw new UncheckedIOException("cannot look into '" + root + "'", e);
    }
  }

  /** Takes an earlier site away, its pages first, and marks the folder. */
  void clear(String mark) {
    try {
      Files.createDirectories(root);
      Files.writeString(root.resolve(MARK), mark);
      for (String page : Pages.files()) {
        Files.deleteIfExists(root.resolve(page));
      }
      delete(root.resolve(DATA));
      delete(root.resolve(ASSETS));
    } catch (IOException e) {
      throw failure(e);
    }
  }

  private static void delete(Path folder) throws IOException {
    if (!Files.exists(folder)) {
      return;
    }
    List<Path> deepestFirst;
    try (Stream<Path> files = Files.walk(folder)) {
      deepestFirst = files.sorted(Comparator.reverseOrder()).toList();
    }
    for (Path file : deepestFirst) {
      Files.delete(file);
    }
  }

  /** Where data files lie. */
  Path data() {
    return root.resolve(DATA);
  }

  /** Writes a script or style sheet. */
  void asset(String name, String text) {
    write(root.resolve(ASSETS).resolve(name), text);
  }

  /** Copies a script or style sheet out of the resources. */
  void asset(String name, InputStream content) {
    try (content) {
      Path file = root.resolve(ASSETS).resolve(name);
      Files.createDirectories(file.getParent());
      Files.copy(content, file);
    } catch (IOException e) {
      throw failure(e);
    }
  }

  /** Writes a page. */
  void page(String name, String html) {
    write(root.resolve(name), html);
  }

  private void write(Path file, String text) {
    try {
      Files.createDirectories(file.getParent());
      Files.writeString(file, text);
    } catch (IOException e) {
      throw failure(e);
    }
  }

  private UncheckedIOException failure(IOException e) {
    return new UncheckedIOException(
        "cannot write to '" + root + "'; name a folder that can be written with --out", e);
  }
}
