package org.countywise.cli;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.util.Arrays;
import java.util.List;
import org.apache.hadoop.conf.Configuration;
import org.apache.hadoop.fs.FileSystem;
import org.apache.hadoop.fs.Path;

/** The folder of an export: absent, empty, or an earlier export, which is replaced. */
record Target(Path root) {

  /**
   * Checks that the folder may be written.
   *
   * @throws UsageException when it holds anything but tables of an export
   */
  static Target open(String folder, Configuration hadoop) {
    Path root = new Path(folder);
    try {
      FileSystem files = root.getFileSystem(hadoop);
      if (files.exists(root)) {
        List<String> strangers =
            Arrays.stream(files.listStatus(root))
                .map(status -> status.getPath().getName())
                .filter(name -> !ReleaseReader.TABLES.contains(name))
                .sorted()
                .toList();
        if (!strangers.isEmpty()) {
          throw new UsageException(
              "'"
                  + folder
                  + "' holds '"
                  + strangers.get(0)
                  + "', which no export wrote; name an empty folder or one of an earlier export");
        }
      }
      return new Target(root);
    } catch (IOException e) {
      throw new UncheckedIOException("cannot look into " + folder, e);
    }
  }

  /** The folder of a table. */
  String folder(String table) {
    return new Path(root, table).toString();
  }
}
