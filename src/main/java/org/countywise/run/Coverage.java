package org.countywise.run;

import java.util.ArrayList;
import java.util.Comparator;
import java.util.HashMap;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.apache.spark.sql.Dataset;
import org.apache.spark.sql.Row;
import org.apache.spark.sql.RowFactory;
import org.apache.spark.sql.SparkSession;
import org.countywise.table.Field;
import org.countywise.table.Parts;
import org.countywise.table.Regions;

/**
 * Which expected units lack data of which indicators, and what that means for the regions above.
 * Units are few, so this is counted here and not by Spark.
 */
final class Coverage {
  private final List<Unit> units;
  private final Map<Cell, Map<String, Absence>> absences;

  private Coverage(List<Unit> units, Map<Cell, Map<String, Absence>> absences) {
    this.units = units;
    this.absences = absences;
  }

  /**
   * Holds what is needed against what was delivered.
   *
   * @param units every expected unit of every period
   * @param delivered what was delivered; null where every unit found has delivered
   */
  static Coverage of(Calendar calendar, List<Unit> units, Origins delivered) {
    return new Coverage(
        units, delivered == null ? Map.of() : absences(calendar.needs(), units, delivered));
  }

  /**
   * A unit that is expected.
   *
   * @param above regions and groups it lies in
   */
  record Unit(String period, String code, List<Place> above) {}

  /** A region or group. */
  record Place(String region, String level) {}

  private record Cell(String indicator, String period) implements Comparable<Cell> {
    @Override
    public int compareTo(Cell other) {
      return Comparator.comparing(Cell::indicator).thenComparing(Cell::period).compare(this, other);
    }
  }

  /** What one unit lacks of one indicator. */
  private static final class Absence {
    private boolean numerator;
    private boolean denominator;
    private boolean history = true;

    void add(Calendar.Need need) {
      numerator |= need.side().equals(Calendar.NUMERATOR);
      denominator |= need.side().equals(Calendar.DENOMINATOR);
      history &= need.month().compareTo(need.period()) < 0;
    }
  }

  /** What the units below one region lack of one indicator. */
  private static final class Below {
    private long absent;
    private long numerator;
    private long denominator;
    private boolean history = true;

    void add(Absence absence) {
      absent++;
      numerator += absence.numerator ? 1 : 0;
      denominator += absence.denominator ? 1 : 0;
      history &= absence.history;
    }
  }

  /**
   * Regions above expected units, and groups of these, each once: period, region, level, no unit.
   */
  Dataset<Row> above(SparkSession spark) {
    List<Row> rows =
        units.stream()
            .flatMap(u -> u.above().stream().map(p -> List.of(u.period(), p.region(), p.level())))
            .distinct()
            .map(row -> RowFactory.create(row.get(0), row.get(1), row.get(2), null))
            .toList();
    return spark.createDataFrame(
        rows, Field.schema(Regions.PERIOD, Regions.REGION, Regions.LEVEL, Regions.UNIT));
  }

  /** The expected units: period, unit. */
  Dataset<Row> expected(SparkSession spark) {
    List<Row> rows = units.stream().map(u -> RowFactory.create(u.period(), u.code())).toList();
    return spark.createDataFrame(rows, Field.schema(Regions.PERIOD, Regions.UNIT));
  }

  /**
   * Units that leave the regions above, since these have the data of others: indicator, period,
   * unit.
   */
  Dataset<Row> incomplete(SparkSession spark) {
    List<Row> rows = new ArrayList<>();
    absences.forEach(
        (cell, absent) -> {
          if (!everywhere(cell, absent)) {
            absent
                .keySet()
                .forEach(
                    unit -> rows.add(RowFactory.create(cell.indicator(), cell.period(), unit)));
          }
        });
    return spark.createDataFrame(rows, Field.schema(Parts.INDICATOR, Regions.PERIOD, Regions.UNIT));
  }

  /**
   * The absences of the units below each region, itself included; regions without any have no row.
   */
  Dataset<Row> table(SparkSession spark) {
    Map<String, Map<String, Unit>> known = new HashMap<>();
    Map<Place, Map<String, Long>> expected = new HashMap<>();
    for (Unit unit : units) {
      known.computeIfAbsent(unit.period(), p -> new HashMap<>()).put(unit.code(), unit);
      places(unit)
          .forEach(
              p ->
                  expected
                      .computeIfAbsent(p, place -> new HashMap<>())
                      .merge(unit.period(), 1L, Long::sum));
    }
    List<Row> rows = new ArrayList<>();
    absences.forEach(
        (cell, absent) -> {
          boolean everywhere = everywhere(cell, absent);
          below(known.get(cell.period()), absent)
              .forEach(
                  (place, below) ->
                      rows.add(
                          RowFactory.create(
                              cell.indicator(),
                              cell.period(),
                              place.region(),
                              expected.get(place).get(cell.period()),
                              below.absent,
                              below.numerator,
                              below.denominator,
                              everywhere,
                              below.history)));
        });
    return spark.createDataFrame(
        rows,
        Field.schema(
            Parts.INDICATOR,
            Regions.PERIOD,
            Regions.REGION,
            Parts.EXPECTED,
            Parts.ABSENT,
            Parts.ABSENT_NUMERATOR,
            Parts.ABSENT_DENOMINATOR,
            Parts.EVERYWHERE,
            Parts.HISTORY));
  }

  private static Map<Place, Below> below(Map<String, Unit> known, Map<String, Absence> absent) {
    Map<Place, Below> below = new LinkedHashMap<>();
    absent.forEach(
        (unit, absence) ->
            places(known.get(unit))
                .forEach(place -> below.computeIfAbsent(place, p -> new Below()).add(absence)));
    return below;
  }

  private static Stream<Place> places(Unit unit) {
    return Stream.concat(Stream.of(new Place(unit.code(), "")), unit.above().stream());
  }

  /** Whether no unit at all has the data, as with a history that does not reach back. */
  private boolean everywhere(Cell cell, Map<String, Absence> absent) {
    return units.stream().filter(unit -> unit.period().equals(cell.period())).count()
        == absent.size();
  }

  /** Whether a unit lacks any data of an indicator. */
  boolean lacks(String indicator, String period, String unit) {
    return absences.getOrDefault(new Cell(indicator, period), Map.of()).containsKey(unit);
  }

  /** Absences by indicator and period, then by unit. */
  private static Map<Cell, Map<String, Absence>> absences(
      List<Calendar.Need> needs, List<Unit> units, Origins delivered) {
    Map<Cell, Map<String, Absence>> absences = new TreeMap<>();
    Map<String, List<Unit>> byPeriod = units.stream().collect(Collectors.groupingBy(Unit::period));
    for (Calendar.Need need : needs) {
      for (Unit unit : byPeriod.getOrDefault(need.period(), List.of())) {
        if (!delivered.have(need.dataset(), need.month(), unit)) {
          absences
              .computeIfAbsent(new Cell(need.indicator(), need.period()), cell -> new TreeMap<>())
              .computeIfAbsent(unit.code(), code -> new Absence())
              .add(need);
        }
      }
    }
    return absences;
  }
}
