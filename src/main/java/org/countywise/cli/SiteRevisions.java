package org.countywise.cli;

import static org.apache.spark.sql.functions.lit;

import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.TreeSet;
import org.apache.spark.sql.Column;
import org.apache.spark.sql.Dataset;
import org.apache.spark.sql.Row;
import org.countywise.release.Table;
import org.countywise.release.Warehouse;
import org.countywise.report.FindingType;
import org.countywise.report.Manifest;
import org.countywise.site.ReleaseStep;
import org.countywise.table.Field;
import org.countywise.table.IndicatorValue;
import org.countywise.table.Revision;

/**
 * What earlier releases said of cells that were revised, and what else the revising ones were made
 * of: out of tables and manifests, without reading any delivery.
 *
 * <p>What a release publishes is attacked together with what earlier ones said, so that earlier
 * numbers can be shown beside it. Where an attack has found that they tell a small number, none is.
 *
 * @param made manifests up to this release, the oldest first
 * @param readable those of them whose tables are still there
 * @param revisers releases that revised a cell of the months, the oldest first
 */
record SiteRevisions(
    ReleaseReader release,
    List<String> periods,
    List<Manifest> made,
    Set<String> readable,
    List<Manifest> revisers) {

  /** Names of what was said before. */
  static final String WAS = "_was_";

  static SiteRevisions of(ReleaseReader release, List<String> periods) {
    List<Manifest> made = new ArrayList<>();
    Set<String> readable = new TreeSet<>();
    for (Warehouse.Listed listed : release.warehouse().releases()) {
      made.add(listed.manifest());
      if (listed.readable()) {
        readable.add(listed.manifest().release());
      }
      if (listed.manifest().release().equals(release.name())) {
        break;
      }
    }
    Set<String> names = revisers(release, periods);
    return new SiteRevisions(
        release,
        periods,
        made,
        readable,
        made.stream().filter(one -> names.contains(one.release())).toList());
  }

  private static Set<String> revisers(ReleaseReader release, List<String> periods) {
    Set<String> names = new TreeSet<>();
    cells(release, periods)
        .ifPresent(
            cells ->
                cells
                    .select(Revision.LAST.column())
                    .distinct()
                    .collectAsList()
                    .forEach(row -> names.add(row.getString(0))));
    return names;
  }

  /** Cells that were revised, with the release that did it last. */
  private static Optional<Dataset<Row>> cells(ReleaseReader release, List<String> periods) {
    List<Column> columns = new ArrayList<>(Revision.CELL.stream().map(Field::column).toList());
    columns.add(Revision.LAST.column());
    return release
        .find(Table.published("revision"))
        .map(
            revision ->
                revision
                    .filter(Revision.FIRST.column().notEqual(Revision.LAST.column()))
                    .filter(IndicatorValue.PERIOD.in(periods))
                    .select(columns.toArray(Column[]::new)));
  }

  /**
   * Values with how they were revised.
   *
   * <p>Shape: that of the values, {@link Revision#LAST}, null where nothing was revised, and what
   * was said before under {@link #WAS}.
   */
  Dataset<Row> beside(Dataset<Row> values) {
    Optional<Dataset<Row>> cells = cells(release, periods).filter(any -> !revisers.isEmpty());
    Dataset<Row> revised =
        cells
            .map(some -> values.join(some, Field.names(fields(Revision.CELL)), "left"))
            .orElseGet(() -> values.withColumn(Revision.LAST.name(), lit(null).cast("string")));
    List<Field> key = new ArrayList<>(Revision.CELL);
    key.add(Revision.LAST);
    Optional<Dataset<Row>> before =
        revisers.stream().flatMap(one -> before(one).stream()).reduce(Dataset::unionByName);
    if (before.isPresent()) {
      return revised.join(before.get(), Field.names(fields(key)), "left");
    }
    for (Field said : Revision.SAID) {
      revised = revised.withColumn(WAS + said.name(), lit(null).cast(said.type()));
    }
    return revised;
  }

  private static Field[] fields(List<Field> fields) {
    return fields.toArray(Field[]::new);
  }

  /** What was said before a release; empty where that cannot be read any more, or is not told. */
  private Optional<Dataset<Row>> before(Manifest reviser) {
    if (!readable.contains(reviser.base()) || toldBefore()) {
      return Optional.empty();
    }
    List<Column> columns = new ArrayList<>(Revision.CELL.stream().map(Field::column).toList());
    Revision.SAID.forEach(said -> columns.add(said.column().as(WAS + said.name())));
    columns.add(lit(reviser.release()).as(Revision.LAST.name()));
    return Optional.of(
        ReleaseReader.of(release.warehouse(), reviser.base())
            .values()
            .filter(IndicatorValue.PERIOD.in(periods))
            .select(columns.toArray(Column[]::new)));
  }

  /** Whether earlier releases tell a small number that this one hides. */
  private boolean toldBefore() {
    return made.stream().anyMatch(one -> one.findings().containsKey(FindingType.TOLD_BEFORE.id()));
  }

  /** What the revising releases were made of that was otherwise before. */
  List<ReleaseStep> steps() {
    return revisers.stream().map(this::step).toList();
  }

  private ReleaseStep step(Manifest reviser) {
    List<Manifest> earlier = new ArrayList<>(made.subList(0, made.indexOf(reviser)));
    java.util.Collections.reverse(earlier);
    boolean definitions =
        earlier.stream()
            .filter(one -> !disjoint(one.periods(), reviser.periods()))
            .filter(one -> !disjoint(one.families(), reviser.families()))
            .findFirst()
            .map(one -> !one.definitions().equals(reviser.definitions()))
            .orElse(false);
    List<String> datasets =
        reviser.inputs().stream()
            .filter(input -> isOther(input, earlier))
            .map(Manifest.Input::dataset)
            .distinct()
            .sorted()
            .toList();
    return new ReleaseStep(reviser.release(), reviser.base(), definitions, datasets);
  }

  private static boolean disjoint(List<String> some, List<String> others) {
    return java.util.Collections.disjoint(some, others);
  }

  /** Whether a partition is not what the latest release that read it found. */
  private static boolean isOther(Manifest.Input input, List<Manifest> latestFirst) {
    return latestFirst.stream()
        .flatMap(one -> one.inputs().stream())
        .filter(
            other ->
                other.dataset().equals(input.dataset()) && other.period().equals(input.period()))
        .findFirst()
        .map(other -> !other.fingerprint().equals(input.fingerprint()))
        .orElse(true);
  }
}
