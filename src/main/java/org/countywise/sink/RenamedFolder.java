package org.countywise.sink;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.util.Arrays;
import java.util.List;
import java.util.function.Consumer;
import org.apache.hadoop.fs.FileStatus;
import org.apache.hadoop.fs.FileSystem;
import org.apache.hadoop.fs.Path;
import org.apache.hadoop.fs.permission.FsPermission;

/**
 * A folder where links are not to be had: on HDFS, in an object store, on a foreign disk. A new
 * export is written beside the old one, which is then replaced name by name. On HDFS a table is
 * there as a whole or, for a moment, not; in an object store a rename is a copy, and a reader can
 * meet part of a table.
 */
record RenamedFolder(Path root, FileSystem files) implements ExportFolder {
  private static final String DRAFT = ".writing";
  private static final FsPermission OWNER = new FsPermission((short) 0700);

  static RenamedFolder open(Path root, FileSystem files) throws IOException {
    if (files.exists(root)) {
      for (FileStatus child : files.listStatus(root)) {
        if (!ours(child, files)) {
          throw ExportFolder.stranger(root, child.getPath().getName());
        }
      }
    }
    return new RenamedFolder(root, files);
  }

  private static boolean ours(FileStatus child, FileSystem files) throws IOException {
    String name = child.getPath().getName();
    if (!child.isDirectory()) {
      return ExportedNames.isFile(name);
    }
    if (name.equals(DRAFT)) {
      return true;
    }
    return ExportedNames.isTable(name)
        && Arrays.stream(files.listStatus(child.getPath()))
            .allMatch(part -> ExportedNames.isPart(name, part.getPath().getName()));
  }

  @Override
  public void replace(ReleaseTables.Audience audience, Consumer<String> write) {
    Path draft = new Path(root, DRAFT);
    try {
      files.delete(draft, true);
      files.mkdirs(draft);
      write.accept(draft.toString());
      List<FileStatus> written = List.of(files.listStatus(draft));
      for (FileStatus child : written) {
        if (audience == ReleaseTables.Audience.RESTRICTED) {
          files.setPermission(child.getPath(), OWNER);
        }
        move(child.getPath());
      }
      List<String> names = written.stream().map(child -> child.getPath().getName()).toList();
      for (FileStatus old : files.listStatus(root)) {
        if (!names.contains(old.getPath().getName())) {
          files.delete(old.getPath(), true);
        }
      }
    } catch (IOException e) {
      throw new UncheckedIOException("cannot write " + root, e);
    }
  }

  private void move(Path written) throws IOException {
    Path target = new Path(root, written.getName());
    files.delete(target, true);
    if (!files.rename(written, target)) {
      throw new IOException("cannot rename " + written + " to " + target);
    }
  }
}
