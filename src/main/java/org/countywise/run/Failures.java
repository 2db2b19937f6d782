package org.countywise.run;

import java.util.Collection;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import org.countywise.report.Finding;
import org.countywise.source.DataFile;
import org.countywise.source.Source;

/** Spark's failures in the words of the people who deliver files. */
final class Failures {
  private static final Pattern FILE = Pattern.compile("([^/\\s]+\\.parquet)");

  private Failures() {}

  /**
   * A finding for a failure that a damaged file explains.
   *
   * @throws RuntimeException the failure itself, where it is ours
   */
  static Finding finding(Throwable failure, Collection<Source> sources) {
    for (Throwable cause = failure; cause != null; cause = cause.getCause()) {
      String message = String.valueOf(cause.getMessage());
      if (message.contains("FAILED_READ_FILE")
          || message.contains("Encountered error while reading file")) {
        return unreadable(message, sources);
      }
    }
    if (failure instanceof Error error) {
      throw error;
    }
    throw failure instanceof RuntimeException ours
        ? ours
        : new IllegalStateException("Spark failed", failure);
  }

  private static Finding unreadable(String message, Collection<Source> sources) {
    Matcher matcher = FILE.matcher(message);
    while (matcher.find()) {
      for (Source source : sources) {
        for (DataFile file : source.files()) {
          if (file.isNamedIn(message)) {
            return Finding.blocker(
                "unreadable_file",
                file.dataset(),
                "file "
                    + file.name()
                    + " has damaged pages: its values cannot be read; deliver it again");
          }
        }
      }
    }
    return Finding.blocker(
        "unreadable_file",
        "",
        "a file has damaged pages: its values cannot be read; deliver it again");
  }
}
