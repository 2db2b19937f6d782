package org.countywise.run;

import java.util.ArrayList;
import java.util.HashMap;
import java.util.HashSet;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Set;
import java.util.TreeMap;
import java.util.TreeSet;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.apache.spark.sql.Dataset;
import org.apache.spark.sql.Row;
import org.apache.spark.sql.RowFactory;
import org.apache.spark.sql.SparkSession;
import org.countywise.cube.Observation;
import org.countywise.cube.ObservationStatus;
import org.countywise.disclosure.Geography;
import org.countywise.disclosure.Protection;
import org.countywise.disclosure.PublishedCell;
import org.countywise.geography.TerritoryDelivery;
import org.countywise.plan.Disclosure;
import org.countywise.plan.RegionScheme;
import org.countywise.release.Draft;
import org.countywise.report.Finding;
import org.countywise.rows.Calendar;
import org.countywise.table.Withheld;

/**
 * What is withheld of the rows of open levels before they are published.
 *
 * @param few rows of statistics of too few records
 */
record Withholding(SparkSession spark, Calendar calendar, Draft draft, Set<PublishedCell.Key> few) {
  private static final String NOT_DELIVERED = ObservationStatus.NOT_DELIVERED.code();
  private static final String PART = "part";

  /**
   * Rows to be published.
   *
   * @param values without the numbers that are withheld
   * @param withheld which those are: {@link Withheld#SCHEMA}
   * @param kinds how many rows by kind
   * @param counts how many rows by period, indicator and level
   * @param findings blocking ones where an attack on these rows would succeed
   */
  record Result(
      List<Observation> values,
      Dataset<Row> withheld,
      Map<String, Long> kinds,
      Map<String, Long> counts,
      List<Finding> findings) {}

  /**
   * Withholds.
   *
   * @param exact values of open levels
   * @param computed what is known of their regions
   */
  Result of(List<Observation> exact, Computed computed) {
    Disclosure disclosure = calendar.plan().disclosure();
    List<Observation> open =
        exact.stream()
            .filter(of -> !disclosure.restricted().contains(of.series().indicator()))
            .toList();
    if (!disclosure.active()) {
      return new Result(open, table(List.of()), Map.of(), Map.of(), List.of());
    }
    Map<Boolean, List<PublishedCell>> parts =
        open.stream()
            .map(Withholding::cell)
            .collect(Collectors.partitioningBy(cell -> isPart(cell, disclosure)));
    List<PublishedCell> whole = parts.get(false);
    Protection protection = protection(disclosure, whole, computed);
    Map<PublishedCell.Key, Protection.Kind> hidden = hidden(protection, whole);
    Map<PublishedCell.Key, String> levels = new HashMap<>();
    parts.values().forEach(of -> of.forEach(cell -> levels.put(cell.key(), cell.level())));
    List<Row> named = named(hidden, levels);
    parts.get(true).forEach(cell -> named.add(row(cell.key(), cell.level(), PART)));
    Set<PublishedCell.Key> withheld = new HashSet<>(hidden.keySet());
    parts.get(true).forEach(cell -> withheld.add(cell.key()));
    return new Result(
        open.stream().map(of -> withheld.contains(cell(of).key()) ? of.withheld() : of).toList(),
        table(named),
        kinds(hidden),
        counts(hidden, levels),
        new DisclosureFindings(protection).all());
  }

  private Map<PublishedCell.Key, Protection.Kind> hidden(
      Protection protection, List<PublishedCell> published) {
    Map<PublishedCell.Key, Protection.Kind> hidden = new TreeMap<>(protection.hidden());
    published.stream()
        .filter(cell -> cell.numerator() != null && few.contains(cell.key()))
        .forEach(cell -> hidden.put(cell.key(), Protection.Kind.PRIMARY));
    return hidden;
  }

  /** Of new rows, beside those that stay published and those that they replace. */
  private Protection protection(
      Disclosure disclosure, List<PublishedCell> published, Computed computed) {
    List<PublishedCell> cells = new ArrayList<>(published);
    Neighbours neighbours = new Neighbours(calendar, draft);
    Stream.concat(neighbours.standing().stream(), neighbours.replaced().stream())
        .filter(cell -> !isPart(cell, disclosure))
        .forEach(cells::add);
    return Protection.of(disclosure, geography(computed, cells), cells);
  }

  /** A row that is to be published. */
  static PublishedCell cell(Observation of) {
    return new PublishedCell(
        of.series().indicator(),
        of.region(),
        of.level(),
        of.period(),
        of.series().breakdown(),
        of.numerator(),
        of.denominator(),
        of.status().code(),
        PublishedCell.Standing.NEW);
  }

  /** Older codes of units in these rows, with their newest. */
  private Map<String, String> renamed(
      List<PublishedCell> cells, TerritoryDelivery territoryDelivery) {
    Set<String> periods = new TreeSet<>();
    cells.forEach(cell -> periods.add(cell.period()));
    return periods.isEmpty() ? Map.of() : territoryDelivery.renamed(periods);
  }

  private Geography geography(Computed computed, List<PublishedCell> cells) {
    RegionScheme scheme = calendar.plan().regionScheme();
    List<String> levels =
        scheme.upwards().stream()
            .map(RegionScheme.Level::name)
            .dropWhile(level -> !level.equals(scheme.unit()))
            .toList();
    return new Geography(
        scheme.unit(),
        levels,
        computed.places().above(),
        renamed(cells, computed.territoryDelivery()),
        computed.broken());
  }

  /**
   * Whether a row shows only a part of what it should, since its history is not there: it is not
   * the number that the definitions say, so nothing is known of what it tells.
   */
  static boolean isPart(PublishedCell cell, Disclosure disclosure) {
    return cell.status().equals(NOT_DELIVERED)
        && (cell.numerator() != null || cell.denominator() != null)
        && disclosure.rules().stream()
            .anyMatch(
                rule ->
                    rule.indicator().indicator().equals(cell.indicator())
                        && (rule.numerator() || rule.denominator()));
  }

  private Dataset<Row> table(List<Row> withheld) {
    return spark.createDataFrame(withheld, Withheld.SCHEMA);
  }

  private static List<Row> named(
      Map<PublishedCell.Key, Protection.Kind> hidden, Map<PublishedCell.Key, String> levels) {
    List<Row> rows = new ArrayList<>();
    hidden.forEach((key, kind) -> rows.add(row(key, levels.get(key), word(kind))));
    return rows;
  }

  private static Row row(PublishedCell.Key key, String level, String kind) {
    return RowFactory.create(
        key.indicator(), key.region(), key.period(), key.breakdown(), level, kind);
  }

  private static String word(Protection.Kind kind) {
    return kind.name().toLowerCase(Locale.ROOT);
  }

  private static Map<String, Long> kinds(Map<PublishedCell.Key, Protection.Kind> hidden) {
    Map<String, Long> kinds = new TreeMap<>();
    for (Protection.Kind kind : Protection.Kind.values()) {
      kinds.put(word(kind), 0L);
    }
    hidden.values().forEach(kind -> kinds.merge(word(kind), 1L, Long::sum));
    return kinds;
  }

  /** Without the kind: which of several hidden rows are small is nobody's business. */
  private static Map<String, Long> counts(
      Map<PublishedCell.Key, Protection.Kind> hidden, Map<PublishedCell.Key, String> levels) {
    return hidden.keySet().stream()
        .collect(
            Collectors.groupingBy(
                key -> key.period() + " " + key.indicator() + " " + levels.get(key),
                TreeMap::new,
                Collectors.counting()));
  }
}
