package org.countywise.cli;

import java.time.YearMonth;
import java.util.Collection;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import org.apache.spark.sql.SparkSession;
import org.countywise.compile.Compilation;
import org.countywise.definition.Definitions;
import org.countywise.report.Manifest;
import org.countywise.run.RevisionAnalysis;
import org.countywise.run.RevisionCause;

/** Finds the causes of changes, by the definitions that the releases keep. */
record Causes(SparkSession session, ProgressLine progressLine) {

  /**
   * The changes with their causes, or with the reason why there are none.
   *
   * @param from folder of the older delivery, empty for where it lay then
   * @param to folder of the newer delivery, the same
   */
  Changes split(Changes changes, String from, String to) {
    try {
      RevisionAnalysis.Side older = side(changes.older(), changes, from);
      RevisionAnalysis.Side newer = side(changes.newer(), changes, to);
      Map<RevisionAnalysis.Cell, RevisionAnalysis.Said> said = new HashMap<>();
      changes.open().forEach(change -> said.put(change.cell(), change.before()));
      List<YearMonth> periods =
          changes.open().stream()
              .map(change -> YearMonth.parse(change.cell().period()))
              .distinct()
              .sorted()
              .toList();
      if (periods.isEmpty()) {
        return changes;
      }
      Map<RevisionCause, Map<RevisionAnalysis.Cell, RevisionAnalysis.Said>> steps =
          new RevisionAnalysis(session, progressLine).split(older, newer, periods, said);
      return changes.with(steps);
    } catch (IllegalArgumentException gone) {
      return changes.without(gone.getMessage());
    }
  }

  private static RevisionAnalysis.Side side(ReleaseReader release, Changes changes, String folder) {
    Manifest manifest = release.manifest();
    Definitions definitions = KeptDefinitions.of(release);
    Collection<String> families = changes.families(release);
    return new RevisionAnalysis.Side(
        manifest.release(),
        folder.isEmpty() ? manifest.delivery() : folder,
        Compilation.plan(definitions, families),
        manifest.definitions(),
        manifest.inputs(),
        manifest.dayOfRegions());
  }
}
