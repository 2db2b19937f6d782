package org.countywise.geography.history;

import java.time.LocalDate;
import java.util.HashMap;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.TreeSet;

/**
 * Which codes hold, on another day, the territory a code had on a day: itself while it stays, else
 * those that its changes lead to, forwards and backwards in time.
 *
 * <p>A part that a code gave away while it stayed does not count: that is for the regions inside it
 * to say.
 */
public record Succession(CodeHistory codeHistory) {

  /**
   * The codes known on the other day that have it; several where it was divided, none where nothing
   * says what became of it.
   *
   * @param code known on {@code day}, see {@link CodeHistory#nearest}
   */
  public Set<String> of(String code, LocalDate day, LocalDate other) {
    Set<String> found = new TreeSet<>();
    if (day.isAfter(other)) {
      backwards(code, day, new Walk(other, new HashSet<>(), found));
    } else {
      forwards(code, day, new Walk(other, new HashSet<>(), found));
    }
    return found;
  }

  private record Walk(LocalDate end, Set<Change> seen, Set<String> found) {}

  private void forwards(String code, LocalDate day, Walk walk) {
    if (codeHistory.stays(code, day, walk.end())) {
      walk.found().add(code);
      return;
    }
    LocalDate first = codeHistory.knows(code, day) ? day.plusDays(1) : day;
    List<Change> past =
        codeHistory.leaving(code).stream().filter(c -> !c.on().isAfter(walk.end())).toList();
    List<Change> next = past.stream().filter(c -> !c.on().isBefore(first)).toList();
    if (codeHistory.knows(code, walk.end()) && next.isEmpty()) {
      walk.found().add(code);
      return;
    }
    // A code that has gone all the same was left on another day than the roster says: the last one.
    (next.isEmpty() ? past.stream().filter(c -> c.on().equals(last(past))).toList() : next)
        .stream()
            .filter(walk.seen()::add)
            .forEach(change -> forwards(change.to(), change.on(), walk));
  }

  private static LocalDate last(List<Change> changes) {
    return changes.get(changes.size() - 1).on();
  }

  private void backwards(String code, LocalDate day, Walk walk) {
    if (codeHistory.stays(code, walk.end(), day)) {
      walk.found().add(code);
      return;
    }
    LocalDate last = codeHistory.knows(code, day) ? day : day.plusDays(1);
    List<Change> later =
        codeHistory.arriving(code).stream().filter(c -> c.on().isAfter(walk.end())).toList();
    List<Change> next = later.stream().filter(c -> !c.on().isAfter(last)).toList();
    if (codeHistory.knows(code, walk.end()) && next.isEmpty()) {
      walk.found().add(code);
      return;
    }
    (next.isEmpty() ? later.stream().filter(c -> c.on().equals(later.get(0).on())).toList() : next)
        .stream()
            .filter(walk.seen()::add)
            .forEach(change -> backwards(change.from(), change.on().minusDays(1), walk));
  }

  /**
   * Codes whose changes of one day lead back to themselves through codes that the roster does not
   * know that day: nothing says what became of them.
   */
  public Set<String> circular() {
    Map<LocalDate, Map<String, Set<String>>> days = new HashMap<>();
    for (Change change : codeHistory.changes()) {
      if (!codeHistory.knows(change.to(), change.on())) {
        days.computeIfAbsent(change.on(), day -> new HashMap<>())
            .computeIfAbsent(change.from(), from -> new TreeSet<>())
            .add(change.to());
      }
    }
    Set<String> found = new TreeSet<>();
    for (Map<String, Set<String>> next : days.values()) {
      next.keySet().stream().filter(code -> reaches(code, next)).forEach(found::add);
    }
    return found;
  }

  private static boolean reaches(String code, Map<String, Set<String>> next) {
    Set<String> seen = new HashSet<>();
    Set<String> edge = next.get(code);
    while (!edge.isEmpty() && !seen.contains(code)) {
      Set<String> further = new TreeSet<>();
      edge.stream()
          .filter(seen::add)
          .forEach(at -> further.addAll(next.getOrDefault(at, Set.of())));
      edge = further;
    }
    return seen.contains(code);
  }
}
