package org.countywise.cli;

import java.util.Collection;
import org.apache.spark.sql.SparkSession;
import org.countywise.compile.Compilation;
import org.countywise.definition.Definitions;
import org.countywise.delivery.NoDeliveryException;
import org.countywise.plan.Plan;
import org.countywise.release.RaceException;
import org.countywise.release.Warehouse;
import org.countywise.report.Outcome;
import org.countywise.run.Job;
import org.countywise.run.Request;

/** From a request to its outcome. */
final class Analysis {
  private Analysis() {}

  /**
   * The plan of some families, of all where none is named.
   *
   * @throws UsageException naming a family that does not exist
   */
  static Plan plan(Compilation compilation, Collection<String> families) {
    for (String family : families) {
      if (!compilation.definitions().families().containsKey(family)) {
        throw new UsageException(
            "unknown family '" + family + "'; " + remedy(family, compilation.definitions()));
      }
    }
    return compilation.plan(families);
  }

  /** An indicator is computed with all of its family. */
  private static String remedy(String name, Definitions definitions) {
    return definitions.families().values().stream()
        .filter(family -> family.indicators().containsKey(name))
        .findFirst()
        .map(family -> "it is an indicator; name its family '" + family.family() + "'")
        .orElseGet(() -> Nearest.remedy(name, definitions.families().keySet()));
  }

  /**
   * Runs the main job.
   *
   * @param keep how many releases the warehouse keeps
   * @throws UsageException when the folder is no delivery, or another run published meanwhile
   */
  static Outcome run(SparkSession session, Request request, int keep, ProgressLine progressLine) {
    try {
      return new Job(session, Warehouse.open(session), keep, progressLine).run(request);
    } catch (NoDeliveryException | RaceException refused) {
      throw new UsageException(refused.getMessage());
    }
  }
}
