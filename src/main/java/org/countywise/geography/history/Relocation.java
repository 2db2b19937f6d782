package org.countywise.geography.history;

import java.time.LocalDate;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.Set;

/**
 * Says in which region of another day something lies: in the one that has its code or took it over,
 * else in the one that its parent lies in, up to the units. A unit that was divided keeps its code.
 *
 * @param levels names from the top to the bottom
 * @param unit the level that delivers
 * @param top code of the one region at the top
 */
public record Relocation(CodeHistory codeHistory, List<String> levels, String unit, String top) {

  /**
   * Where something lies.
   *
   * @param region its code
   * @param kept null where the roster of that day knows the region
   */
  public record Answer(String region, UnassignedRegion kept) {
    private static Answer in(String region) {
      return new Answer(region, null);
    }
  }

  /** The codes of another day that have the territory a code had on the day nearest to a day. */
  public Set<String> successors(String code, LocalDate day, LocalDate other) {
    return codeHistory
        .nearest(code, day)
        .map(known -> new Succession(codeHistory).of(code, known, other))
        .orElse(Set.of());
  }

  /**
   * Where what a code meant on the day nearest to a day lies on another day; empty where nothing is
   * known of it.
   */
  public Optional<Answer> of(String code, LocalDate day, LocalDate other) {
    LocalDate at = codeHistory.nearest(code, day).orElse(null);
    if (at == null) {
      return Optional.empty();
    }
    Set<String> next = new Succession(codeHistory).of(code, at, other);
    Optional<Answer> one = single(next, other).map(Answer::in);
    if (one.isPresent()) {
      return one;
    }
    String level = codeHistory.find(code, at).map(Validity::level).orElse(levelOf(next, other));
    if (rank(level) < 0) {
      return Optional.empty();
    }
    Optional<String> parent = codeHistory.find(code, at).map(Validity::parent);
    return rank(level) > rank(unit)
        ? parent.flatMap(above -> of(above, at, other))
        : Optional.of(
            new Answer(code, new UnassignedRegion(code, level, above(next, code, at, other))));
  }

  /** The one region that holds all of these and is no larger than a unit. */
  private Optional<String> single(Set<String> codes, LocalDate day) {
    return common(codes, day)
        .filter(
            code ->
                codes.size() == 1
                    || codeHistory
                        .find(code, day)
                        .filter(t -> rank(t.level()) >= rank(unit))
                        .isPresent());
  }

  /** The lowest region that holds all of these; empty for none. */
  private Optional<String> common(Set<String> codes, LocalDate day) {
    List<String> shared = null;
    for (String code : codes) {
      List<String> path = path(code, day);
      if (shared == null) {
        shared = new ArrayList<>(path);
      } else {
        shared.retainAll(path);
      }
    }
    return shared == null ? Optional.empty() : shared.stream().findFirst();
  }

  private String above(Set<String> next, String code, LocalDate at, LocalDate other) {
    if (!next.isEmpty()) {
      return common(next, other).orElse(top);
    }
    Optional<String> parent = codeHistory.find(code, at).map(Validity::parent);
    Optional<LocalDate> known = parent.flatMap(of -> codeHistory.nearest(of, at));
    if (known.isEmpty()) {
      return top;
    }
    return above(
        new Succession(codeHistory).of(parent.get(), known.get(), other),
        parent.get(),
        known.get(),
        other);
  }

  /** A region and those above it on a day, lowest first, as far up as is known, and the top. */
  List<String> path(String code, LocalDate day) {
    List<String> path = new ArrayList<>(List.of(code));
    Optional<String> next = codeHistory.find(code, day).map(Validity::parent);
    while (next.isPresent() && !path.contains(next.get())) {
      String parent = next.get();
      String here =
          codeHistory.knows(parent, day)
              ? parent
              : common(successors(parent, day, day), day).orElse(top);
      if (path.contains(here)) {
        break;
      }
      path.add(here);
      next = codeHistory.find(here, day).map(Validity::parent);
    }
    if (!path.contains(top)) {
      path.add(top);
    }
    return path;
  }

  /** The unit that a region lies in on a day, or is. */
  public Optional<String> unitOf(String code, LocalDate day) {
    return path(code, day).stream()
        .filter(here -> codeHistory.find(here, day).filter(t -> t.level().equals(unit)).isPresent())
        .findFirst();
  }

  private String levelOf(Set<String> codes, LocalDate day) {
    return codes.stream()
        .flatMap(code -> codeHistory.find(code, day).stream())
        .map(Validity::level)
        .filter(level -> rank(level) <= rank(unit))
        .findFirst()
        .orElse("");
  }

  /** Place of a level from the top; negative for none. */
  int rank(String level) {
    return levels.indexOf(level);
  }
}
