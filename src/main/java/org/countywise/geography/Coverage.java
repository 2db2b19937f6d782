package org.countywise.geography;

import java.util.ArrayList;
import java.util.Comparator;
import java.util.HashMap;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.TreeMap;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.countywise.cube.Absence;
import org.countywise.cube.Deliveries;
import org.countywise.cube.Side;
import org.countywise.rows.Calendar;

/**
 * Which expected units lack data of which indicators, and what that means for the regions above.
 * Units are few, so this is counted here and not by Spark.
 */
public final class Coverage {
  private final List<Unit> units;
  private final Map<String, Long> unitsOf;
  private final Map<Cell, Map<String, Lack>> absences;

  private Coverage(List<Unit> units, Map<Cell, Map<String, Lack>> absences) {
    this.units = units;
    this.unitsOf =
        units.stream().collect(Collectors.groupingBy(Unit::period, Collectors.counting()));
    this.absences = absences;
  }

  /**
   * Holds what is needed against what was delivered.
   *
   * @param units every expected unit of every period
   * @param delivered what was delivered; null where every unit found has delivered
   */
  public static Coverage of(Calendar calendar, List<Unit> units, TerritoryDelivery delivered) {
    return new Coverage(
        units, delivered == null ? Map.of() : absences(calendar.needs(), units, delivered));
  }

  /**
   * A unit that is expected.
   *
   * @param above codes of the regions and groups it lies in
   */
  public record Unit(String period, String code, List<String> above) {}

  private record Cell(String indicator, String period) implements Comparable<Cell> {
    @Override
    public int compareTo(Cell other) {
      return Comparator.comparing(Cell::indicator).thenComparing(Cell::period).compare(this, other);
    }
  }

  /** What one unit lacks of one indicator. */
  private static final class Lack {
    private boolean numerator;
    private boolean denominator;
    private boolean history = true;

    void add(Calendar.Need need) {
      numerator |= need.side() == Side.NUMERATOR;
      denominator |= need.side() == Side.DENOMINATOR;
      history &= need.month().compareTo(need.period()) < 0;
    }
  }

  /** What the units below one region lack of one indicator. */
  private static final class Below {
    private long absent;
    private long numerator;
    private long denominator;
    private boolean history;

    void add(Lack absence) {
      absent++;
      numerator += absence.numerator ? 1 : 0;
      denominator += absence.denominator ? 1 : 0;
      history |= absence.history;
    }

    Absence of(long expected, boolean everywhere) {
      return new Absence(expected, absent, numerator, denominator, everywhere, history);
    }
  }

  /** Regions above expected units, and groups of these. */
  public Set<Deliveries.Place> above() {
    return units.stream()
        .flatMap(
            unit -> unit.above().stream().map(above -> new Deliveries.Place(unit.period(), above)))
        .collect(Collectors.toSet());
  }

  /** The expected units. */
  public Set<Deliveries.Place> expected() {
    return units.stream()
        .map(unit -> new Deliveries.Place(unit.period(), unit.code()))
        .collect(Collectors.toSet());
  }

  /**
   * Whether an indicator of a unit does not count in the regions above: the unit lacks data of it
   * that others have.
   */
  public boolean leaves(String indicator, String period, String unit) {
    Cell cell = new Cell(indicator, period);
    Map<String, Lack> absent = absences.getOrDefault(cell, Map.of());
    return absent.containsKey(unit) && !everywhere(cell, absent);
  }

  /** Indicators of units that leave the regions above, since these have the data of others. */
  public List<Deliveries.Spot> incomplete() {
    List<Deliveries.Spot> incomplete = new ArrayList<>();
    absences.forEach(
        (cell, absent) -> {
          if (!everywhere(cell, absent)) {
            absent
                .keySet()
                .forEach(
                    unit ->
                        incomplete.add(new Deliveries.Spot(cell.indicator(), cell.period(), unit)));
          }
        });
    return incomplete;
  }

  /** The absences of the units below each region, itself included, where there is any. */
  public Map<Deliveries.Spot, Absence> absences() {
    Map<String, Map<String, Unit>> known = new HashMap<>();
    Map<Deliveries.Place, Long> expected = new HashMap<>();
    for (Unit unit : units) {
      known.computeIfAbsent(unit.period(), p -> new HashMap<>()).put(unit.code(), unit);
      regions(unit)
          .forEach(r -> expected.merge(new Deliveries.Place(unit.period(), r), 1L, Long::sum));
    }
    Map<Deliveries.Spot, Absence> found = new HashMap<>();
    absences.forEach(
        (cell, absent) -> {
          boolean everywhere = everywhere(cell, absent);
          below(known.get(cell.period()), absent)
              .forEach(
                  (region, below) ->
                      found.put(
                          new Deliveries.Spot(cell.indicator(), cell.period(), region),
                          below.of(
                              expected.get(new Deliveries.Place(cell.period(), region)),
                              everywhere)));
        });
    return found;
  }

  private static Map<String, Below> below(Map<String, Unit> known, Map<String, Lack> absent) {
    Map<String, Below> below = new LinkedHashMap<>();
    absent.forEach(
        (unit, absence) ->
            regions(known.get(unit))
                .forEach(region -> below.computeIfAbsent(region, r -> new Below()).add(absence)));
    return below;
  }

  private static Stream<String> regions(Unit unit) {
    return Stream.concat(Stream.of(unit.code()), unit.above().stream());
  }

  /** Whether no unit at all has the data, as with a history that does not reach back. */
  private boolean everywhere(Cell cell, Map<String, Lack> absent) {
    return unitsOf.getOrDefault(cell.period(), 0L) == absent.size();
  }

  /** Whether a unit lacks any data of an indicator. */
  public boolean lacks(String indicator, String period, String unit) {
    return absences.getOrDefault(new Cell(indicator, period), Map.of()).containsKey(unit);
  }

  /** Absences by indicator and period, then by unit. */
  private static Map<Cell, Map<String, Lack>> absences(
      List<Calendar.Need> needs, List<Unit> units, TerritoryDelivery delivered) {
    Map<Cell, Map<String, Lack>> absences = new TreeMap<>();
    Map<String, List<Unit>> byPeriod = units.stream().collect(Collectors.groupingBy(Unit::period));
    for (Calendar.Need need : needs) {
      for (Unit unit : byPeriod.getOrDefault(need.period(), List.of())) {
        if (!delivered.have(need.dataset(), need.month(), unit)) {
          absences
              .computeIfAbsent(new Cell(need.indicator(), need.period()), cell -> new TreeMap<>())
              .computeIfAbsent(unit.code(), code -> new Lack())
              .add(need);
        }
      }
    }
    return absences;
  }
}
