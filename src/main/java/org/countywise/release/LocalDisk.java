package org.countywise.release;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.attribute.PosixFilePermissions;
import org.apache.hadoop.fs.LocalFileSystem;
import org.apache.hadoop.fs.Path;
import org.apache.hadoop.fs.RawLocalFileSystem;
import org.apache.hadoop.fs.permission.FsPermission;

/**
 * Hadoop's local file system, with its checksums, but without a process for every file: where
 * Hadoop has no native library, it starts {@code chmod} for each file it writes, some 280 times in
 * a run of one month. conf/local.yaml names this class as {@code fs.file.impl}.
 */
public final class LocalDisk extends LocalFileSystem {
  /** For Hadoop. */
  public LocalDisk() {
    super(new Direct());
  }

  private static final class Direct extends RawLocalFileSystem {
    @Override
    public void setPermission(Path path, FsPermission permission) throws IOException {
      java.nio.file.Path file = pathToFile(path).toPath();
      boolean expressible =
          !permission.getStickyBit()
              && file.getFileSystem().supportedFileAttributeViews().contains("posix");
      if (expressible) {
        Files.setPosixFilePermissions(file, PosixFilePermissions.fromString(permission.toString()));
      } else {
        super.setPermission(path, permission);
      }
    }
  }
}
