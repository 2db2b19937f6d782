package org.countywise.run;

import java.time.LocalDate;
import java.time.YearMonth;
import java.util.ArrayList;
import java.util.HashSet;
import java.util.LinkedHashMap;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.TreeSet;
import org.countywise.plan.Territory;
import org.countywise.region.Relocation;
import org.countywise.region.Remnant;

/**
 * Where codes lie that the roster of a month does not know, and regions of a month that a period
 * compares with. Codes that move are few, so this is worked out here and not by Spark.
 */
final class Whereabouts {
  private final Calendar calendar;
  private final Relocation relocation;
  private final Set<String> filled;
  private final List<Alias> aliases = new ArrayList<>();
  private final List<Alias> ended = new ArrayList<>();
  private final List<Alias> bare = new ArrayList<>();
  private final List<Move> moves = new ArrayList<>();
  private final Map<Spot, Remnant> kept = new LinkedHashMap<>();

  /**
   * A code that the roster does not know in a month.
   *
   * @param followed whether something says what became of it
   */
  record Alias(String month, String code, String region, boolean followed) {}

  /** A region of a month that lies in another region of a period. */
  record Move(String month, String period, String code, String region) {}

  /** A region in a month. */
  record Spot(String month, String region) {}

  /**
   * Works it out.
   *
   * @param filled codes that the roster ever knew something in
   * @param months every month there are rows of
   */
  Whereabouts(Calendar calendar, Relocation relocation, Set<String> filled, Set<String> months) {
    this.calendar = calendar;
    this.relocation = relocation;
    this.filled = filled;
    Set<String> restless = relocation.chronicle().restless(first(calendar, months));
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
    boolean known = relocation.chronicle().knows(code, day);
    boolean isBare = !relocation.chronicle().knows(code, end) && isBare(code);
    if (known && !isBare) {
      return;
    }
    Optional<Relocation.Answer> found = relocation.of(code, end, day);
    found.ifPresent(
        answer -> {
          keep(month, answer);
          boolean followed =
              answer.kept() == null || !relocation.successors(answer.region(), end, day).isEmpty();
          Alias alias = new Alias(month, code, answer.region(), followed);
          if (!known) {
            aliases.add(alias);
            if (answer.kept() == null && isEnded(code, month)) {
              ended.add(alias);
            }
          }
          if (isBare) {
            bare.add(alias);
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
    Territory territory = calendar.plan().territory();
    int lowest = territory.levels().get(territory.levels().size() - 1).digits();
    return code.length() >= territory.unitDigits()
        && code.length() < lowest
        && !filled.contains(code);
  }

  private void move(String month, String period, String code) {
    LocalDate day = calendar.regionsOf(month);
    if (!relocation.chronicle().knows(code, day) && !kept.containsKey(new Spot(month, code))) {
      return;
    }
    Optional<Relocation.Answer> found = relocation.of(code, day, calendar.regionsOf(period));
    found.ifPresent(
        answer -> {
          keep(period, answer);
          if (!answer.region().equals(code) || answer.kept() != null) {
            moves.add(new Move(month, period, code, answer.region()));
          }
        });
  }

  private void keep(String month, Relocation.Answer answer) {
    if (answer.kept() != null) {
      kept.put(new Spot(month, answer.region()), answer.kept());
    }
  }

  List<Alias> aliases() {
    return aliases;
  }

  /** Codes of requested periods that ended, or begin later, and of which nothing says more. */
  List<Alias> ended() {
    return ended;
  }

  /**
   * Codes that were no longer, or not yet, known in a month and of which the roster never knew what
   * lies inside.
   */
  List<Alias> bare() {
    return bare;
  }

  List<Move> moves() {
    return moves;
  }

  /** Regions that stay under an older code in a month. */
  Map<Spot, Remnant> kept() {
    return kept;
  }

  /** Those of which it is known what divided them: a roster may name them as parents. */
  Set<Spot> followed() {
    Set<Spot> followed = new LinkedHashSet<>();
    aliases.stream()
        .filter(Alias::followed)
        .map(alias -> new Spot(alias.month(), alias.region()))
        .filter(kept::containsKey)
        .forEach(followed::add);
    return followed;
  }

  /**
   * Regions of a month, as rows are measured in them, that stay under an older code then or later.
   */
  Map<Spot, String> unassigned() {
    Map<Spot, String> found = new LinkedHashMap<>();
    kept.forEach((spot, region) -> found.put(spot, region.code()));
    for (Move move : moves) {
      if (kept.containsKey(new Spot(move.period(), move.region()))) {
        found.put(new Spot(move.month(), move.code()), move.region());
      }
    }
    return found;
  }

  /** The regions kept in each requested period because of rows in some regions of some months. */
  Set<Spot> keptFor(Set<Spot> measured) {
    Set<Spot> found = new HashSet<>();
    measured.stream().filter(kept::containsKey).forEach(found::add);
    for (Move move : moves) {
      Spot then = new Spot(move.period(), move.region());
      if (kept.containsKey(then) && measured.contains(new Spot(move.month(), move.code()))) {
        found.add(then);
      }
    }
    return found;
  }
}
