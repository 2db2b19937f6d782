package org.countywise.sink;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.util.function.Consumer;
import org.apache.hadoop.conf.Configuration;
import org.apache.hadoop.fs.FileSystem;
import org.apache.hadoop.fs.Path;

/**
 * The folder of an export, replaced as a whole. On a local disk who reads it sees the old export or
 * the new one ({@link LinkedFolder}); elsewhere each table for itself ({@link RenamedFolder}).
 */
public interface ExportFolder {

  /**
   * The folder, absent, empty or of an earlier export.
   *
   * @throws IllegalArgumentException when it holds anything that no export wrote
   */
  static ExportFolder open(String folder, Configuration settings) {
    Path root = new Path(folder);
    try {
      FileSystem files = root.getFileSystem(settings);
      boolean local = files.getUri().getScheme().equals("file");
      java.nio.file.Path path = java.nio.file.Path.of(root.toUri().getPath());
      return local && LinkedFolder.works(path)
          ? LinkedFolder.open(path)
          : RenamedFolder.open(root, files);
    } catch (IOException e) {
      throw new UncheckedIOException("cannot look into " + folder, e);
    }
  }

  /**
   * Replaces what is there.
   *
   * @param audience who may open the new export
   * @param write fills an empty folder; where it fails, the earlier export stays
   * @throws IllegalArgumentException when another export is writing into it
   */
  void replace(ReleaseTables.Audience audience, Consumer<String> write);

  /** What is said where a folder is somebody else's. */
  static IllegalArgumentException stranger(Object folder, String name) {
    return new IllegalArgumentException(
        "'"
            + folder
            + "' holds '"
            + name
            + "', which no export wrote; name an empty folder or one of an earlier export");
  }
}
