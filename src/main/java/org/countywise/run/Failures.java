package org.countywise.run;

import java.util.Collection;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import java.util.stream.Collectors;
import org.countywise.plan.Composite;
import org.countywise.plan.Plan;
import org.countywise.report.Finding;
import org.countywise.source.DataFile;
import org.countywise.source.Source;

/** Spark's failures in the words of the people who deliver files. */
final class Failures {
  /** The rule of findings about expressions that cannot be reckoned. */
  static final String EXPRESSION = "expression_failed";

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

  /**
   * A finding for reckoning that failed in no expression over rows: in a measure made of others.
   */
  static Finding beyondRows(Arithmetic failure, Plan plan) {
    String composites =
        plan.composites().stream().map(Composite::name).collect(Collectors.joining(", "));
    return Finding.blocker(
        EXPRESSION,
        "",
        "no single row, but what is made of sums cannot be reckoned: "
            + failure.words()
            + (composites.isEmpty() ? "" : "; look at " + composites)
            + "; a sum, too, holds 26 digits before the point: look for amounts with too many digits"
            + " in the datasets of this run, or write what is made of sums so that it holds for them");
  }

  private static Finding unreadable(String message, Collection<Source> sources) {
    Matcher matcher = FILE.matcher(message);
    while (matcher.find()) {
      for (Source source : sources) {
        for (DataFile file : source.files()) {
          if (message.contains(file.name())) {
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
