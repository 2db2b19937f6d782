package org.countywise.cli;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.YearMonth;
import java.util.Collection;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import org.apache.spark.sql.Row;
import org.apache.spark.sql.SparkSession;
import org.countywise.definition.Definitions;
import org.countywise.parse.DefinitionReader;
import org.countywise.parse.Parsed;
import org.countywise.plan.Planner;
import org.countywise.report.Manifest;
import org.countywise.run.Cause;
import org.countywise.run.Reconciliation;
import org.countywise.store.Table;
import org.countywise.table.DefinitionFile;

/** Finds the causes of changes, by the definitions that the releases keep. */
record Causes(SparkSession session, Live live) {

  /**
   * The changes with their causes, or with the reason why there are none.
   *
   * @param from folder of the older delivery, empty for where it lay then
   * @param to folder of the newer delivery, the same
   */
  Changes split(Changes changes, String from, String to) {
    try {
      Reconciliation.Side older = side(changes.older(), changes, from);
      Reconciliation.Side newer = side(changes.newer(), changes, to);
      Map<Reconciliation.Cell, Reconciliation.Said> said = new HashMap<>();
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
      Map<Cause, Map<Reconciliation.Cell, Reconciliation.Said>> steps =
          new Reconciliation(session, live).split(older, newer, periods, said);
      return changes.with(steps);
    } catch (IllegalArgumentException gone) {
      return changes.without(gone.getMessage());
    }
  }

  private static Reconciliation.Side side(Release release, Changes changes, String folder) {
    Manifest manifest = release.manifest();
    Definitions definitions = definitions(release);
    Collection<String> families = changes.families(release);
    return new Reconciliation.Side(
        manifest.release(),
        folder.isEmpty() ? manifest.delivery() : folder,
        Planner.plan(definitions, families),
        manifest.definitions(),
        manifest.inputs());
  }

  /** The definitions a release was made of, read back from the warehouse. */
  private static Definitions definitions(Release release) {
    String hash = release.manifest().definitions();
    List<Row> files =
        release
            .find(Table.published("definition_file"))
            .map(
                table ->
                    table.filter(DefinitionFile.DEFINITIONS.column().equalTo(hash)).collectAsList())
            .orElse(List.of());
    if (files.isEmpty()) {
      throw new IllegalArgumentException(
          "release " + release.name() + " does not keep the definitions it was made of");
    }
    try {
      Path folder = Files.createTempDirectory("countywise-jobs-");
      for (Row file : files) {
        Path path = folder.resolve(file.getString(1)).normalize();
        if (!path.startsWith(folder)) {
          throw new IllegalArgumentException(
              "the warehouse holds a definition outside its folder: " + file.getString(1));
        }
        Files.createDirectories(path.getParent());
        Files.writeString(path, file.getString(2));
        path.toFile().deleteOnExit();
      }
      Parsed parsed = DefinitionReader.read(folder);
      return parsed.definitions();
    } catch (IOException e) {
      throw new UncheckedIOException("cannot read back the definitions of " + release.name(), e);
    }
  }
}
