package org.countywise.geography;

import java.time.LocalDate;
import java.time.YearMonth;
import java.util.HashMap;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.TreeMap;
import java.util.TreeSet;
import org.countywise.geography.history.Relocation;
import org.countywise.geography.history.Validity;
import org.countywise.plan.RegionScheme;
import org.countywise.quality.DeliveryKey;
import org.countywise.rows.Calendar;

/**
 * Whether the territory of a unit was delivered: by the units of that month that held it, each
 * under its own code or under those it came from.
 */
public final class TerritoryDelivery {
  private final Calendar calendar;
  private final Relocation relocation;
  private final Set<DeliveryKey> delivered;
  private final Set<String> restless;
  private final Map<Span, Map<String, Set<String>>> units = new HashMap<>();

  /** A month, seen from a period. */
  private record Span(String month, String period) {}

  /**
   * Over what was delivered.
   *
   * @param relocation what is known of other days
   */
  public TerritoryDelivery(Calendar calendar, Relocation relocation, Set<DeliveryKey> delivered) {
    this.calendar = calendar;
    this.relocation = relocation;
    this.delivered = delivered;
    this.restless = relocation.codeHistory().restless(Crosswalk.first(calendar, calendar.months()));
  }

  /** Whether a dataset of a month is there for all the territory that a unit has in a period. */
  boolean have(String dataset, String month, Coverage.Unit unit) {
    return held(month, unit).stream().allMatch(code -> sent(dataset, month, code, new HashSet<>()));
  }

  /** Codes that the territory of a unit may have been delivered under in a month. */
  public Set<String> senders(String month, Coverage.Unit unit) {
    Set<String> senders = new TreeSet<>();
    held(month, unit).forEach(code -> add(code, month, senders));
    return senders;
  }

  /**
   * Older codes of units that changed nothing but their code, each with that of the last of some
   * periods.
   */
  public Map<String, String> renamed(Set<String> periods) {
    Map<String, String> renamed = new TreeMap<>();
    String last = List.copyOf(new TreeSet<>(periods)).get(periods.size() - 1);
    LocalDate now = calendar.regionsOf(last);
    for (String period : periods) {
      units(new Span(period, last))
          .forEach(
              (unit, held) -> {
                String code = held.iterator().next();
                LocalDate then = YearMonth.parse(period).atEndOfMonth();
                boolean whole = relocation.successors(code, then, now).equals(Set.of(unit));
                if (held.size() == 1 && whole && !code.equals(unit)) {
                  renamed.put(code, unit);
                }
              });
    }
    return renamed;
  }

  private void add(String code, String month, Set<String> senders) {
    LocalDate day = YearMonth.parse(month).atEndOfMonth();
    if (senders.add(code)) {
      relocation.codeHistory().origins(code, day).forEach(other -> add(other, month, senders));
      relocation.codeHistory().heirs(code, day).forEach(other -> add(other, month, senders));
    }
  }

  /** The units of a month that held a unit's territory. */
  private Set<String> held(String month, Coverage.Unit unit) {
    return units
        .computeIfAbsent(new Span(month, unit.period()), this::units)
        .getOrDefault(unit.code(), Set.of(unit.code()));
  }

  private boolean sent(String dataset, String month, String code, Set<String> seen) {
    if (delivered.contains(new DeliveryKey(dataset, month, code))) {
      return true;
    }
    LocalDate day = YearMonth.parse(month).atEndOfMonth();
    return seen.add(code)
        && (all(relocation.codeHistory().origins(code, day), dataset, month, seen)
            || all(relocation.codeHistory().heirs(code, day), dataset, month, seen));
  }

  private boolean all(Set<String> codes, String dataset, String month, Set<String> seen) {
    return !codes.isEmpty() && codes.stream().allMatch(code -> sent(dataset, month, code, seen));
  }

  /** The units of a month by the unit of the period that has some of their territory. */
  private Map<String, Set<String>> units(Span span) {
    LocalDate then = YearMonth.parse(span.month()).atEndOfMonth();
    LocalDate other = calendar.regionsOf(span.period());
    Map<String, Set<String>> found = new HashMap<>();
    for (String code : restless) {
      Optional<Validity> validity = relocation.codeHistory().find(code, then);
      if (validity.isEmpty() || validity.equals(relocation.codeHistory().find(code, other))) {
        continue;
      }
      if (validity.get().level().equals(scheme().unit())) {
        relocation
            .successors(code, then, other)
            .forEach(unit -> found.computeIfAbsent(unit, u -> new TreeSet<>()).add(code));
      } else if (scheme().level(validity.get().level()).digits() > scheme().unitDigits()) {
        inside(code, then, other, found);
      }
    }
    found.forEach((unit, codes) -> keep(unit, then, codes));
    return found;
  }

  private void inside(
      String code, LocalDate then, LocalDate other, Map<String, Set<String>> found) {
    Optional<String> unit = relocation.unitOf(code, then);
    Optional<String> now =
        relocation.of(code, then, other).flatMap(at -> relocation.unitOf(at.region(), other));
    if (unit.isPresent() && now.isPresent()) {
      found.computeIfAbsent(now.get(), u -> new TreeSet<>()).add(unit.get());
    }
  }

  /** A unit that there was then holds territory of its own, too. */
  private void keep(String unit, LocalDate then, Set<String> codes) {
    if (relocation.codeHistory().knows(unit, then)) {
      codes.add(unit);
    }
  }

  private RegionScheme scheme() {
    return calendar.plan().regionScheme();
  }
}
