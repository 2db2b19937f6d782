package org.countywise.source;

import java.io.FileNotFoundException;
import java.util.List;
import org.apache.hadoop.fs.ChecksumException;
import org.apache.hadoop.security.AccessControlException;
import org.apache.parquet.crypto.ParquetCryptoRuntimeException;
import org.apache.parquet.hadoop.BadConfigurationException;
import org.countywise.report.Finding;

/** Why a file cannot be read, and what to do about it. */
final class Trouble {
  static final String FOOTER = "has a damaged footer: deliver it again";
  static final String PAGES = "has damaged pages: its values cannot be read; deliver it again";

  /** The rule of files that hold another number of rows than they announce. */
  static final String ROWS = "rows_read";

  private static final String RULE = "unreadable_file";

  private Trouble() {}

  static Finding finding(DataFile file, String why) {
    return new Finding(
        RULE,
        file.dataset(),
        file.period(),
        "",
        Finding.Severity.BLOCKER,
        0,
        List.of(),
        "file " + file.name() + " " + why);
  }

  /** Whether a finding says that a file is damaged. */
  static boolean isOne(Finding finding) {
    return finding.rule().equals(RULE) || finding.rule().equals(ROWS);
  }

  /** The reason of a failure, or another where it tells none. */
  static String why(Throwable failure, DataFile file, String otherwise) {
    for (Throwable cause = failure; cause != null; cause = cause.getCause()) {
      String message = String.valueOf(cause.getMessage()).replace(file.name(), "");
      if (cause instanceof ChecksumException) {
        return checksum(file);
      }
      if (cause instanceof ParquetCryptoRuntimeException || message.contains("encrypted")) {
        return "is encrypted: ask for it without encryption";
      }
      if (cause instanceof AccessControlException || message.contains("(Permission denied)")) {
        return "may not be read by the user of this run: give that user the right to read it";
      }
      if (cause instanceof FileNotFoundException) {
        return "has gone since the delivery was listed: run when all files are there to stay";
      }
      if (cause instanceof BadConfigurationException || cause instanceof UnsatisfiedLinkError) {
        return codec("a method");
      }
      if (message.contains("is not a Parquet file")) {
        return "is not a Parquet file, or its end is cut off: deliver it again";
      }
      if (cause.getClass().getSimpleName().equals("SchemaColumnConvertNotSupportedException")) {
        return "has a column whose values are stored in an unknown way: deliver it as declared,"
            + " written by another program";
      }
    }
    return otherwise;
  }

  static String codec(String method) {
    return "is compressed by "
        + method
        + " that cannot be undone here: ask for it with the compression snappy, gzip or zstd";
  }

  /** Hadoop writes checksums beside a file, and holds the file against them. */
  static String checksum(DataFile file) {
    String sums = "." + file.status().getPath().getName() + ".crc";
    return "is not what the checksums beside it, in "
        + sums
        + ", are of: it was replaced, or damaged on the way; where it was replaced on purpose delete "
        + sums
        + ", else deliver it again";
  }
}
