package org.countywise.release;

import static java.nio.charset.StandardCharsets.UTF_8;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.io.IOException;
import java.net.URI;
import java.nio.file.Files;
import java.nio.file.attribute.PosixFilePermissions;
import org.apache.hadoop.conf.Configuration;
import org.apache.hadoop.fs.ChecksumException;
import org.apache.hadoop.fs.FSDataInputStream;
import org.apache.hadoop.fs.FSDataOutputStream;
import org.apache.hadoop.fs.FileSystem;
import org.apache.hadoop.fs.Path;
import org.apache.hadoop.fs.permission.FsPermission;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** It is Hadoop's local file system in all but the processes. */
class LocalDiskTest {
  @TempDir java.nio.file.Path folder;

  private final LocalDisk disk = new LocalDisk();

  @BeforeEach
  void open() throws IOException {
    Configuration settings = new Configuration(false);
    settings.set(FsPermission.UMASK_LABEL, "027");
    disk.initialize(URI.create("file:///"), settings);
  }

  @Test
  void shouldGiveFilesAndFoldersThePermissionsHadoopAsksFor() throws IOException {
    write("sub/file", "text");
    disk.setPermission(new Path(folder.toString(), "sub"), new FsPermission((short) 0700));

    assertThat(Files.getPosixFilePermissions(folder.resolve("sub/file")))
        .isEqualTo(PosixFilePermissions.fromString("rw-r-----"));
    assertThat(Files.getPosixFilePermissions(folder.resolve("sub")))
        .isEqualTo(PosixFilePermissions.fromString("rwx------"));
    assertThat(disk.getFileStatus(new Path(folder.toString(), "sub")).getPermission())
        .isEqualTo(new FsPermission((short) 0700));
  }

  /** What Java's own permissions cannot say is left to Hadoop. */
  @Test
  void shouldSetAStickyBit() throws IOException {
    Path path = new Path(folder.toString(), "common");
    disk.mkdirs(path);

    disk.setPermission(path, new FsPermission((short) 01777));

    assertThat(disk.getFileStatus(path).getPermission().getStickyBit()).isTrue();
  }

  @Test
  void shouldFindDamageByItsChecksum() throws IOException {
    Path path = write("file", "text");
    Files.writeString(folder.resolve("file"), "tent");

    assertThatThrownBy(
            () -> {
              try (FSDataInputStream in = disk.open(path)) {
                in.readAllBytes();
              }
            })
        .isInstanceOf(ChecksumException.class);
  }

  @Test
  void shouldBeTheLocalFileSystemOfACommandThatRunsHere() throws IOException {
    String settings = Files.readString(java.nio.file.Path.of("conf/local.yaml"));

    assertThat(settings).contains("spark.hadoop.fs.file.impl: " + LocalDisk.class.getName());
    Configuration hadoop = new Configuration();
    hadoop.set("fs.file.impl", LocalDisk.class.getName());
    assertThat(FileSystem.newInstance(URI.create("file:///"), hadoop))
        .isInstanceOf(LocalDisk.class);
  }

  private Path write(String name, String text) throws IOException {
    Path path = new Path(folder.toString(), name);
    try (FSDataOutputStream out = disk.create(path)) {
      out.write(text.getBytes(UTF_8));
    }
    return path;
  }
}
