package org.countywise;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;

/**
 * What somebody does to faultless definitions, and what must be said to it.
 *
 * @param title what is wrong, in words
 * @param messages everything that is said, without the folder's name
 */
public record BadDefinition(String title, List<Edit> edits, List<String> messages) {
  /** The faultless definitions that are edited. */
  public static final Path BASE = Path.of("src/test/resources/bad-definitions/base");

  /**
   * One change of one file.
   *
   * @param before the text replaced, which the file has once; empty where the file is written anew
   * @param after the text instead of it; empty together with {@code before} to delete the file
   */
  public record Edit(String file, String before, String after) {

    private void in(Path folder) {
      Path at = folder.resolve(file);
      try {
        if (before.isEmpty() && after.isEmpty()) {
          Files.delete(at);
        } else if (before.isEmpty()) {
          Files.createDirectories(at.getParent());
          Files.writeString(at, after + "\n");
        } else {
          Files.writeString(at, replaced(Files.readString(at)));
        }
      } catch (IOException e) {
        throw new UncheckedIOException(e);
      }
    }

    private String replaced(String text) {
      int at = text.indexOf(before);
      if (at < 0 || text.indexOf(before, at + 1) >= 0) {
        throw new IllegalStateException(
            file + " should have this once, and has not: '" + before + "'");
      }
      return text.substring(0, at) + after + text.substring(at + before.length());
    }
  }

  /** Does it to a fresh copy of the faultless definitions. */
  public Path in(Path folder) {
    Path jobs = Folders.copy(BASE, folder.resolve("jobs"));
    edits.forEach(edit -> edit.in(jobs));
    return jobs;
  }

  @Override
  public String toString() {
    return title;
  }
}
