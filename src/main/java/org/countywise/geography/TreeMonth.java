package org.countywise.geography;

import java.time.LocalDate;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.stream.Collectors;
import org.countywise.geography.RegionSpan.Lineage;
import org.countywise.geography.RegionSpan.Place;
import org.countywise.geography.history.Validity;
import org.countywise.plan.RegionScheme;

/** The way from each region of one month to the top. */
final class TreeMonth {
  private final RegionScheme scheme;
  private final String name;
  private final LocalDate day;
  private final Map<String, String> adopted;
  private final Map<Lineage, Lineage> shared;
  private final Map<String, Upper> upper = new HashMap<>();
  private final Map<String, Lineage> lineages = new HashMap<>();
  private final Set<String> parents = new HashSet<>();

  /** A region above the lowest level, which others may lie in. */
  private record Upper(String level, String parent) {}

  /**
   * A month without regions.
   *
   * @param day whose regions are wanted
   * @param adopted codes that parents have on that day, by the code that the roster names
   * @param shared the lineages of all months, each once
   */
  TreeMonth(
      RegionScheme scheme,
      String name,
      LocalDate day,
      Map<String, String> adopted,
      Map<Lineage, Lineage> shared) {
    this.scheme = scheme;
    this.name = name;
    this.day = day;
    this.adopted = adopted;
    this.shared = shared;
  }

  LocalDate day() {
    return day;
  }

  /** Takes a row of the roster that is valid on the day. A second one of its code is a flaw. */
  void list(RosterRow row) {
    Validity is = row.validity();
    if (is.covers(day)) {
      String parent = parentOf(is);
      parents.add(parent);
      add(is, parent);
    }
  }

  /**
   * Takes a region that stays under an older code; false where the roster lists it all the same.
   */
  boolean keep(Validity is) {
    boolean isNew = !upper.containsKey(is.code());
    if (isNew) {
      add(is, is.parent());
    }
    return isNew;
  }

  private void add(Validity is, String parent) {
    if (!is.level().equals(scheme.levels().get(scheme.levels().size() - 1).name())) {
      upper.putIfAbsent(is.code(), new Upper(is.level(), parent));
    }
  }

  /** Whether the roster lists a region that lies in this one. */
  boolean isParent(String code) {
    return parents.contains(code);
  }

  /** Code of the region above on the day, the top's where a row of the first level names none. */
  String parentOf(Validity is) {
    String parent = is.parent() == null && isFirst(is.level()) ? scheme.top() : is.parent();
    return adopted.getOrDefault(parent, parent);
  }

  /** A region of this month, once all are listed. */
  RegionSpan span(RosterRow row, String parent) {
    Validity is = row.validity();
    Lineage lineage = lineage(is.level(), parent);
    String unit = is.level().equals(scheme.unit()) ? is.code() : lineage.unit();
    return new RegionSpan(name, name, row, parent, unit, lineage);
  }

  private Lineage lineage(String level, String parent) {
    if (upper.containsKey(parent)) {
      return lineages.computeIfAbsent(parent, code -> divided(path(code)));
    }
    return divided(isFirst(level) ? List.of(top()) : List.of());
  }

  private List<Place> path(String parent) {
    List<Place> path = new ArrayList<>();
    String code = parent;
    Upper here = upper.get(code);
    while (here != null && path.size() < scheme.levels().size() - 2) {
      path.add(new Place(code, here.level()));
      code = here.parent();
      here = upper.get(code);
    }
    if (isFirst(path.get(path.size() - 1).level())) {
      path.add(top());
    }
    return path;
  }

  private Lineage divided(List<Place> path) {
    Map<Boolean, List<Place>> isUpper =
        path.stream().collect(Collectors.partitioningBy(place -> isUpper(place.level())));
    String unit =
        path.stream()
            .filter(place -> place.level().equals(scheme.unit()))
            .map(Place::region)
            .findFirst()
            .orElse(null);
    return shared.computeIfAbsent(
        new Lineage(isUpper.get(false), isUpper.get(true), unit), lineage -> lineage);
  }

  /** Whether a level lies above the units. */
  private boolean isUpper(String level) {
    return scheme.levels().stream()
        .takeWhile(of -> !of.name().equals(scheme.unit()))
        .anyMatch(of -> of.name().equals(level));
  }

  private Place top() {
    return new Place(scheme.top(), scheme.levels().get(0).name());
  }

  private boolean isFirst(String level) {
    return level.equals(scheme.levels().get(1).name());
  }
}
