package org.countywise.geography.history;

import java.time.LocalDate;
import java.util.ArrayList;
import java.util.Collection;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.TreeSet;

/**
 * Which regions are no longer the territory they were: those that a change of some kinds or a new
 * parent inside them touched. What stays inside a region leaves it whole.
 *
 * @param kinds of changes that move territory
 */
public record Breaks(Relocation relocation, Set<String> kinds) {

  /** Territory that went from one region to another of the same level. */
  private record Shift(String level, String from, String to, LocalDate on) {}

  /** Days that bound a time: the first is before it, the last in it. */
  public record Time(LocalDate before, LocalDate last) {
    private boolean holds(LocalDate day) {
      return day.isAfter(before) && !day.isAfter(last);
    }
  }

  /** Codes, as of the end of a time, of the regions whose territory changed in it. */
  public Set<String> regions(Time time) {
    Set<String> broken = new TreeSet<>();
    for (Shift shift : shifts(time)) {
      broken.addAll(relocation.successors(shift.to(), shift.on(), time.last()));
      if (codeHistory().knows(shift.from(), shift.on())) {
        broken.addAll(relocation.successors(shift.from(), shift.on(), time.last()));
      }
    }
    return broken;
  }

  /**
   * Whether the territory of a set of units changed in a time.
   *
   * @param members codes of any day
   */
  public boolean touches(Collection<String> members, Time time) {
    return shifts(time).stream()
        .filter(shift -> shift.level().equals(relocation.unit()))
        .anyMatch(
            shift ->
                on(members, shift.on().minusDays(1)).contains(shift.from())
                    != on(members, shift.on()).contains(shift.to()));
  }

  private Set<String> on(Collection<String> members, LocalDate day) {
    Set<String> codes = new TreeSet<>();
    members.forEach(member -> codes.addAll(relocation.successors(member, day, day)));
    return codes;
  }

  private List<Shift> shifts(Time time) {
    List<Shift> shifts = new ArrayList<>();
    for (Change change : codeHistory().changes()) {
      if (kinds.contains(change.kind()) && time.holds(change.on())) {
        shifts.addAll(shifts(change));
      }
    }
    for (String code : codeHistory().codes()) {
      List<Validity> rows = codeHistory().tenures(code);
      for (int i = 1; i < rows.size(); i++) {
        LocalDate on = rows.get(i).from();
        if (time.holds(on) && on.equals(rows.get(i - 1).to())) {
          shifts.addAll(above(code, code, on));
        }
      }
    }
    return shifts;
  }

  private List<Shift> shifts(Change change) {
    List<Shift> shifts = new ArrayList<>(above(change.from(), change.to(), change.on()));
    String level =
        codeHistory()
            .find(change.to(), change.on())
            .or(() -> codeHistory().find(change.from(), change.on().minusDays(1)))
            .map(Validity::level)
            .orElse("");
    shifts.add(new Shift(level, change.from(), change.to(), change.on()));
    return shifts;
  }

  /** What a change moved at the levels above it. */
  private List<Shift> above(String from, String to, LocalDate on) {
    Map<String, String> before = parents(from, on.minusDays(1));
    Map<String, String> after = parents(to, on);
    List<Shift> shifts = new ArrayList<>();
    before.forEach(
        (level, old) -> {
          String now = after.get(level);
          if (now != null && !succeeds(old, now, on)) {
            shifts.add(new Shift(level, old, now, on));
          }
        });
    return shifts;
  }

  private boolean succeeds(String old, String now, LocalDate on) {
    return old.equals(now) || relocation.successors(old, on.minusDays(1), on).equals(Set.of(now));
  }

  /** Regions above one on a day, by level. */
  private Map<String, String> parents(String code, LocalDate day) {
    Map<String, String> parents = new HashMap<>();
    for (String above : relocation.path(code, day)) {
      Optional<Validity> validity = codeHistory().find(above, day);
      if (validity.isPresent() && !above.equals(code)) {
        parents.put(validity.get().level(), above);
      }
    }
    return parents;
  }

  private CodeHistory codeHistory() {
    return relocation.codeHistory();
  }
}
