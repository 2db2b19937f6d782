package org.countywise.cli;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;

/**
 * A folder that is made anew only where what it is made of has changed; a note beside it, {@code
 * <folder>.settings}, says what that was.
 *
 * @param of everything it is made of, in words
 */
record MadeFolder(Path folder, String of) {

  /** Makes it, unless it is there and made of the same. */
  void unlessThere(Runnable make) {
    Path note = folder.resolveSibling(folder.getFileName() + ".settings");
    try {
      if (Files.isDirectory(folder) && Files.exists(note) && Files.readString(note).equals(of)) {
        return;
      }
      Files.deleteIfExists(note);
      Files.createDirectories(folder.toAbsolutePath().getParent());
      make.run();
      Files.writeString(note, of);
    } catch (IOException e) {
      throw new UncheckedIOException("cannot write " + note, e);
    }
  }
}
