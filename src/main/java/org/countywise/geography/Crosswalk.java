package org.countywise.geography;

import java.time.LocalDate;
import java.time.YearMonth;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.HashSet;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.TreeSet;
import java.util.stream.Collectors;
import org.countywise.geography.history.Relocation;
import org.countywise.geography.history.UnassignedRegion;
import org.countywise.plan.RegionScheme;
import org.countywise.rows.Calendar;

/**
 * Where codes lie that the roster of a month does not know, and regions of a month that a period
 * compares with. Codes that move are few, so this is worked out here and not by Spark.
 */
public final class Crosswalk {
  private final Calendar calendar;
  private final Relocation relocation;
  private final Set<String> filled;
  private final List<RetiredCode> aliases = new ArrayList<>();
  private final List<RetiredCode> ended = new ArrayList<>();
  private final List<RetiredCode> bare = new ArrayList<>();
  private final List<Relocated> relocated = new ArrayList<>();
  private final Map<RegionMonth, UnassignedRegion> kept = new LinkedHashMap<>();

  /**
   * A code that the roster does not know in a month.
   *
   * @param followed whether something says what became of it
   */
  public record RetiredCode(String month, String code, String region, boolean followed) {}

  /** A region of a month that lies in another region of a period. */
  public record Relocated(String month, String period, String code, String region) {}

  /** A region in a month. */
  public record RegionMonth(String month, String region) {}

  /**
   * Works it out.
   *
   * @param filled codes that the roster ever knew something in
   * @param months every month there are rows of
   */
  Crosswalk(Calendar calendar, Relocation relocation, Set<String> filled, Set<String> months) {
    this.calendar = calendar;
    this.relocation = relocation;
    this.filled = filled;
    Set<String> restless = relocation.codeHistory().restless(first(calendar, months));
    months.forEach(month -> restless.forEach(code -> alias(month, code)));
    for (String period : calendar.names()) {
      for (String month : months) {
        if (!calendar.regionsOf(month).equals(calendar.regionsOf(period))) {
          restless.forEach(code -> move(month, period, code));
        }
      }
    }
  }

  /** The first day whose regions matter, that of a requested period where nothing is older. */
  static LocalDate first(Calendar calendar, Set<String> months) {
    Set<String> all = new TreeSet<>(months);
    all.addAll(calendar.names());
    Set<LocalDate> days = new TreeSet<>();
    all.forEach(
        month -> {
          days.add(YearMonth.parse(month).atEndOfMonth());
          days.add(calendar.regionsOf(month));
        });
    return days.iterator().next();
  }

  private void alias(String month, String code) {
    LocalDate day = calendar.regionsOf(month);
    LocalDate end = YearMonth.parse(month).atEndOfMonth();
    boolean known = relocation.codeHistory().knows(code, day);
    boolean isBare = !relocation.codeHistory().knows(code, end) && isBare(code);
    if (known && !isBare) {
      return;
    }
    Optional<Relocation.Answer> found = relocation.of(code, end, day);
    found.ifPresent(
        answer -> {
          keep(month, answer);
          boolean followed =
              answer.kept() == null || !relocation.successors(answer.region(), end, day).isEmpty();
          RetiredCode retiredCode = new RetiredCode(month, code, answer.region(), followed);
          if (!known) {
            aliases.add(retiredCode);
            if (answer.kept() == null && isEnded(code, month)) {
              ended.add(retiredCode);
            }
          }
          if (isBare) {
            bare.add(retiredCode);
          }
        });
  }

  private boolean isEnded(String code, String month) {
    LocalDate end = YearMonth.parse(month).atEndOfMonth();
    return filled.contains(code)
        && calendar.names().contains(month)
        && relocation.successors(code, end, calendar.regionsOf(month)).isEmpty();
  }

  /** Whether it is a unit, or lies between it and the bottom, and nothing was known inside it. */
  private boolean isBare(String code) {
    RegionScheme scheme = calendar.plan().regionScheme();
    int lowest = scheme.levels().get(scheme.levels().size() - 1).digits();
    return code.length() >= scheme.unitDigits() && code.length() < lowest && !filled.contains(code);
  }

  private void move(String month, String period, String code) {
    LocalDate day = calendar.regionsOf(month);
    if (!relocation.codeHistory().knows(code, day)
        && !kept.containsKey(new RegionMonth(month, code))) {
      return;
    }
    Optional<Relocation.Answer> found = relocation.of(code, day, calendar.regionsOf(period));
    found.ifPresent(
        answer -> {
          keep(period, answer);
          if (!answer.region().equals(code) || answer.kept() != null) {
            relocated.add(new Relocated(month, period, code, answer.region()));
          }
        });
  }

  private void keep(String month, Relocation.Answer answer) {
    if (answer.kept() != null) {
      kept.put(new RegionMonth(month, answer.region()), answer.kept());
    }
  }

  /** Codes that the roster of a month does not know, with the region they lie in. */
  public List<RetiredCode> aliases() {
    return aliases;
  }

  /** Codes of requested periods that ended, or begin later, and of which nothing says more. */
  List<RetiredCode> ended() {
    return ended;
  }

  /**
   * Codes that were no longer, or not yet, known in a month and of which the roster never knew what
   * lies inside.
   */
  public List<RetiredCode> bare() {
    return bare;
  }

  /** Regions of months that lie elsewhere in a period. */
  public List<Relocated> relocated() {
    return relocated;
  }

  /** Regions that stay under an older code in a month. */
  Map<RegionMonth, UnassignedRegion> kept() {
    return kept;
  }

  /** Those of which it is known what divided them: a roster may name them as parents. */
  Set<RegionMonth> followed() {
    return aliases.stream()
        .filter(RetiredCode::followed)
        .map(code -> new RegionMonth(code.month(), code.region()))
        .filter(kept::containsKey)
        .collect(Collectors.toSet());
  }

  /** Regions of a month that older codes of parents, of which something is known, lie in. */
  Map<String, String> parents(String month) {
    Map<String, String> parents = new HashMap<>();
    aliases.stream()
        .filter(code -> code.followed() && code.month().equals(month))
        .forEach(code -> parents.put(code.code(), code.region()));
    return parents;
  }

  /**
   * Regions of a month, as rows are measured in them, that stay under an older code then or later.
   */
  Map<RegionMonth, String> unassigned() {
    Map<RegionMonth, String> found = new LinkedHashMap<>();
    kept.forEach((regionMonth, region) -> found.put(regionMonth, region.code()));
    for (Relocated move : relocated) {
      if (kept.containsKey(new RegionMonth(move.period(), move.region()))) {
        found.put(new RegionMonth(move.month(), move.code()), move.region());
      }
    }
    return found;
  }

  /** The regions kept in each requested period because of rows in some regions of some months. */
  Set<RegionMonth> keptFor(Set<RegionMonth> measured) {
    Set<RegionMonth> found = new HashSet<>();
    measured.stream().filter(kept::containsKey).forEach(found::add);
    for (Relocated move : relocated) {
      RegionMonth then = new RegionMonth(move.period(), move.region());
      if (kept.containsKey(then) && measured.contains(new RegionMonth(move.month(), move.code()))) {
        found.add(then);
      }
    }
    return found;
  }
}
