package org.countywise.delivery;

import java.io.IOException;
import java.io.InputStream;
import java.nio.ByteBuffer;
import java.nio.charset.StandardCharsets;
import org.apache.hadoop.conf.Configuration;
import org.apache.hadoop.fs.ChecksumFileSystem;
import org.apache.hadoop.fs.FileSystem;
import org.apache.hadoop.fs.Path;

/** The file of checksums that Hadoop writes beside a local file. */
final class Checksums {
  private static final String MAGIC = "crc\0";
  private static final int HEAD = 8;

  private Checksums() {}

  /** Whether there are some, of a file of another length. */
  static boolean areOfAnother(DataFile file, Configuration hadoop) throws IOException {
    Path path = file.status().getPath();
    FileSystem files = path.getFileSystem(hadoop);
    if (!(files instanceof ChecksumFileSystem checked)) {
      return false;
    }
    FileSystem raw = checked.getRawFileSystem();
    Path sums = checked.getChecksumFile(path);
    if (!raw.exists(sums)) {
      return false;
    }
    try (InputStream stream = raw.open(sums)) {
      byte[] head = stream.readNBytes(HEAD);
      boolean known = head.length == HEAD && text(head).startsWith(MAGIC);
      return known
          && raw.getFileStatus(sums).getLen()
              != ChecksumFileSystem.getChecksumLength(
                  file.status().getLen(), ByteBuffer.wrap(head).getInt(MAGIC.length()));
    }
  }

  private static String text(byte[] head) {
    return new String(head, StandardCharsets.ISO_8859_1);
  }
}
