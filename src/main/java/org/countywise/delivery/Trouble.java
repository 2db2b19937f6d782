package org.countywise.delivery;

import java.io.FileNotFoundException;
import org.apache.hadoop.fs.ChecksumException;
import org.apache.hadoop.security.AccessControlException;
import org.apache.parquet.crypto.ParquetCryptoRuntimeException;
import org.apache.parquet.hadoop.BadConfigurationException;
import org.countywise.report.Finding;
import org.countywise.report.FindingType;

/** Why a file cannot be read, and what to do about it. */
final class Trouble {
  private Trouble() {}

  /**
   * A finding.
   *
   * @param why the name of its text
   */
  static Finding finding(DataFile file, String why) {
    return file.about(FindingType.UNREADABLE_FILE).saying(why).build();
  }

  /** Whether a finding says that a file is damaged. */
  static boolean isOne(Finding finding) {
    return FindingType.UNREADABLE_FILE.is(finding) || FindingType.ROWS_READ.is(finding);
  }

  /** The reason of a failure, or another where it tells none. */
  static Finding finding(Throwable failure, DataFile file, String otherwise) {
    for (Throwable cause = failure; cause != null; cause = cause.getCause()) {
      String message = String.valueOf(cause.getMessage()).replace(file.name(), "");
      if (cause instanceof ChecksumException) {
        return checksum(file);
      }
      if (cause instanceof ParquetCryptoRuntimeException || message.contains("encrypted")) {
        return finding(file, "encrypted");
      }
      if (cause instanceof AccessControlException || message.contains("(Permission denied)")) {
        return finding(file, "forbidden");
      }
      if (cause instanceof FileNotFoundException) {
        return finding(file, "gone");
      }
      if (cause instanceof BadConfigurationException || cause instanceof UnsatisfiedLinkError) {
        return codec(file, "a method");
      }
      if (message.contains("is not a Parquet file")) {
        return finding(file, "no_parquet");
      }
      if (cause.getClass().getSimpleName().equals("SchemaColumnConvertNotSupportedException")) {
        return finding(file, "storage");
      }
    }
    return finding(file, otherwise);
  }

  static Finding codec(DataFile file, String method) {
    return file.about(FindingType.UNREADABLE_FILE).saying("codec").with("method", method).build();
  }

  /** Hadoop writes checksums beside a file, and holds the file against them. */
  static Finding checksum(DataFile file) {
    String sums = "." + file.status().getPath().getName() + ".crc";
    return file.about(FindingType.UNREADABLE_FILE).saying("checksum").with("sums", sums).build();
  }
}
