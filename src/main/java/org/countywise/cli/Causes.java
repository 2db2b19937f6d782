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
import org.countywise.compile.Compilation;
import org.countywise.definition.Definitions;
import org.countywise.parse.DefinitionReader;
import org.countywise.parse.Parsed;
import org.countywise.release.Table;
import org.countywise.report.Manifest;
import org.countywise.run.RevisionAnalysis;
import org.countywise.run.RevisionCause;
import org.countywise.table.DefinitionFile;

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
    Definitions definitions = definitions(release);
    Collection<String> families = changes.families(release);
    return new RevisionAnalysis.Side(
        manifest.release(),
        folder.isEmpty() ? manifest.delivery() : folder,
        Compilation.plan(definitions, families),
        manifest.definitions(),
        manifest.inputs(),
        manifest.dayOfRegions());
  }

  /** The definitions a release was made of, read back from the warehouse. */
  private static Definitions definitions(ReleaseReader release) {
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
