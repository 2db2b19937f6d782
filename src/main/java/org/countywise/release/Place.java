package org.countywise.release;

import java.io.IOException;
import java.nio.file.Path;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

/** Where a folder lies: one place has one name, however it was typed. */
final class Place {
  private static final Pattern LOCAL = Pattern.compile("file:(?://(?:localhost)?(?=/))?(.*)");
  private static final Pattern ELSEWHERE = Pattern.compile("([A-Za-z][A-Za-z0-9+.-]+:/.*?[^/:])/*");

  private Place() {}

  /** The folder without symbolic links where it is local, and without a slash at its end. */
  static String of(String folder) {
    Matcher local = LOCAL.matcher(folder);
    String path = local.matches() ? local.group(1) : folder;
    Matcher elsewhere = ELSEWHERE.matcher(path);
    return elsewhere.matches()
        ? elsewhere.group(1)
        : real(Path.of(path).toAbsolutePath().normalize()).toString();
  }

  /** What is not there yet lies in the real folder of what is. */
  private static Path real(Path path) {
    try {
      return path.toRealPath();
    } catch (IOException notThere) {
      Path parent = path.getParent();
      return parent == null ? path : real(parent).resolve(path.getFileName());
    }
  }
}
