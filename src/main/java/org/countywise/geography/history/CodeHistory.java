package org.countywise.geography.history;

import java.time.LocalDate;
import java.util.ArrayList;
import java.util.Collection;
import java.util.Comparator;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.TreeSet;

/** Every region the roster knew and every change of codes, by code and in the order of time. */
public final class CodeHistory {
  private final Map<String, List<Validity>> tenures = new HashMap<>();
  private final Map<String, List<Change>> leaving = new HashMap<>();
  private final Map<String, List<Change>> arriving = new HashMap<>();
  private final Set<String> codes = new TreeSet<>();

  /**
   * A chronicle of these rows.
   *
   * @param known rows of the roster; without rows that always hold at the lowest level it gives the
   *     same answers for all other codes
   */
  public CodeHistory(Collection<Validity> known, Collection<Change> changes) {
    for (Validity validity : known) {
      tenures.computeIfAbsent(validity.code(), code -> new ArrayList<>()).add(validity);
      codes.add(validity.code());
    }
    for (Change change : changes) {
      leaving.computeIfAbsent(change.from(), code -> new ArrayList<>()).add(change);
      arriving.computeIfAbsent(change.to(), code -> new ArrayList<>()).add(change);
      codes.add(change.from());
      codes.add(change.to());
    }
    tenures.values().forEach(list -> list.sort(Comparator.comparing(Validity::from)));
    Comparator<Change> order =
        Comparator.comparing(Change::on).thenComparing(Change::to).thenComparing(Change::from);
    leaving.values().forEach(list -> list.sort(order));
    arriving.values().forEach(list -> list.sort(order));
  }

  /** Every code that a row names as its own. */
  public Set<String> codes() {
    return codes;
  }

  /** The codes that do not mean the same on every day from one on. */
  public Set<String> restless(LocalDate first) {
    Set<String> restless = new TreeSet<>(codes);
    restless.removeIf(
        code ->
            tenures(code).size() == 1
                && tenures(code).get(0).to() == null
                && !tenures(code).get(0).from().isAfter(first));
    return restless;
  }

  /** Codes whose territory became that of a code on the day it came into being. */
  public Set<String> origins(String code, LocalDate day) {
    Optional<LocalDate> born = born(code, day);
    Set<String> origins = new TreeSet<>();
    arriving(code).stream()
        .filter(change -> born.map(change.on()::equals).orElse(!knows(code, day)))
        .forEach(change -> origins.add(change.from()));
    origins.remove(code);
    return origins;
  }

  /** Codes that took a code's territory on the day it ended, after a day on which it is known. */
  public Set<String> heirs(String code, LocalDate day) {
    Optional<LocalDate> end = end(code, day);
    Set<String> heirs = new TreeSet<>();
    leaving(code).stream()
        .filter(change -> end.map(change.on()::equals).orElse(false))
        .forEach(change -> heirs.add(change.to()));
    heirs.remove(code);
    return heirs;
  }

  /** Every change, of the least old code first. */
  List<Change> changes() {
    return leaving.entrySet().stream()
        .sorted(Map.Entry.comparingByKey())
        .flatMap(entry -> entry.getValue().stream())
        .toList();
  }

  /** The rows of a code, oldest first. */
  List<Validity> tenures(String code) {
    return tenures.getOrDefault(code, List.of());
  }

  /** Changes that a code's territory left by, oldest first. */
  List<Change> leaving(String code) {
    return leaving.getOrDefault(code, List.of());
  }

  /** Changes that a code's territory came by, oldest first. */
  List<Change> arriving(String code) {
    return arriving.getOrDefault(code, List.of());
  }

  /** What a code means on a day. */
  public Optional<Validity> find(String code, LocalDate day) {
    return tenures(code).stream().filter(validity -> validity.covers(day)).findFirst();
  }

  /** Whether the roster knows a code on a day. */
  public boolean knows(String code, LocalDate day) {
    return find(code, day).isPresent();
  }

  /** Whether a code is known on both days and on every day between them. */
  boolean stays(String code, LocalDate first, LocalDate last) {
    LocalDate reached = first;
    for (Validity validity : tenures(code)) {
      if (validity.covers(reached)) {
        if (validity.covers(last)) {
          return true;
        }
        reached = validity.to();
      }
    }
    return false;
  }

  /** First day of the unbroken time in which a code is known on a day. */
  private Optional<LocalDate> born(String code, LocalDate day) {
    List<Validity> rows = tenures(code);
    Optional<LocalDate> from = find(code, day).map(Validity::from);
    for (int i = rows.size() - 1; i >= 0 && from.isPresent(); i--) {
      if (from.get().equals(rows.get(i).to())) {
        from = Optional.of(rows.get(i).from());
      }
    }
    return from;
  }

  private Optional<LocalDate> end(String code, LocalDate day) {
    Optional<LocalDate> end = find(code, day).map(Validity::to);
    for (Validity validity : tenures(code)) {
      if (end.isPresent() && end.get().equals(validity.from())) {
        end = Optional.ofNullable(validity.to());
      }
    }
    return end;
  }

  /**
   * The day nearest to another on which a code is known: the last before it, else the first after
   * it. A code that only changes name is known until the last of them, or from the first on. Empty
   * where nothing names the code.
   */
  public Optional<LocalDate> nearest(String code, LocalDate day) {
    if (knows(code, day)) {
      return Optional.of(day);
    }
    Optional<LocalDate> before =
        tenures(code).stream()
            .map(Validity::to)
            .filter(to -> to != null && !to.isAfter(day))
            .max(Comparator.naturalOrder())
            .map(to -> to.minusDays(1));
    Optional<LocalDate> after =
        tenures(code).stream()
            .map(Validity::from)
            .filter(from -> from.isAfter(day))
            .min(Comparator.naturalOrder());
    return before.or(() -> after).or(() -> named(code));
  }

  private Optional<LocalDate> named(String code) {
    List<Change> out = leaving(code);
    List<Change> in = arriving(code);
    return out.isEmpty()
        ? in.stream().findFirst().map(Change::on)
        : Optional.of(out.get(out.size() - 1).on().minusDays(1));
  }
}
