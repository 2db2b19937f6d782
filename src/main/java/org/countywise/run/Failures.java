package org.countywise.run;

import java.util.Collection;
import java.util.List;
import java.util.stream.Collectors;
import org.apache.spark.sql.SparkSession;
import org.countywise.delivery.Damage;
import org.countywise.delivery.Source;
import org.countywise.plan.Composite;
import org.countywise.plan.Plan;
import org.countywise.report.Finding;
import org.countywise.report.FindingBuilder;
import org.countywise.report.FindingType;

/** Spark's failures in the words of the people who deliver files. */
final class Failures {
  private Failures() {}

  /**
   * Findings for a failure that files explain: each such file, not only the one met first.
   *
   * @throws RuntimeException the failure itself, where it is ours
   */
  static List<Finding> findings(Throwable failure, SparkSession spark, Collection<Source> sources) {
    if (ofAFile(failure)) {
      List<Finding> found = damaged(spark, sources);
      return found.isEmpty()
          ? List.of(FindingType.UNREADABLE_FILE.everywhere().saying("again").build())
          : found;
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
    FindingBuilder finding =
        FindingType.EXPRESSION_FAILED.everywhere().with("failure", failure.words());
    return composites.isEmpty()
        ? finding.saying("sums").build()
        : finding.saying("composites").with("composites", composites).build();
  }

  /** A finding for each file whose values or rows cannot be read; reads all of them. */
  static List<Finding> damaged(SparkSession spark, Collection<Source> sources) {
    return sources.stream()
        .flatMap(source -> new Damage(spark, source).findings().stream())
        .toList();
  }

  private static boolean ofAFile(Throwable failure) {
    for (Throwable cause = failure; cause != null; cause = cause.getCause()) {
      String message = String.valueOf(cause.getMessage());
      if (message.contains("FAILED_READ_FILE")
          || message.contains("Encountered error while reading file")) {
        return true;
      }
    }
    return false;
  }
}
