package org.countywise.geography;

import java.time.LocalDate;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.function.UnaryOperator;
import org.countywise.geography.RegionSpan.Height;
import org.countywise.geography.RegionSpan.Lineage;
import org.countywise.geography.RegionSpan.Place;
import org.countywise.geography.history.Validity;
import org.countywise.plan.RegionScheme;

/**
 * The way from each region of one month to the top.
 *
 * @param day whose regions are wanted
 * @param adopted codes that parents have on that day, by the code that the roster names
 * @param upper level and parent of the regions above the lowest level, by code
 * @param lineages those found, by parent
 * @param shared gives the first of all equal lineages
 */
record TreeMonth(
    RegionScheme scheme,
    String name,
    LocalDate day,
    Map<String, String> adopted,
    Map<String, Upper> upper,
    Map<String, Lineage> lineages,
    UnaryOperator<Lineage> shared) {

  /** A region that others lie in. */
  record Upper(String level, String parent) {}

  /** The same month, to which other regions can be added. */
  TreeMonth copy() {
    return new TreeMonth(scheme, name, day, adopted, new HashMap<>(upper), new HashMap<>(), shared);
  }

  /** Lets others lie in a region. A second one of its code is a flaw of its own. */
  void add(Validity is, String parent) {
    if (!is.level().equals(scheme.levels().get(scheme.levels().size() - 1).name())) {
      upper.putIfAbsent(is.code(), new Upper(is.level(), parent));
    }
  }

  /** Lets others lie in a region that stays under an older code, where this is the month. */
  void keep(Crosswalk.RegionMonth at, Validity is) {
    if (at.month().equals(name)) {
      upper.remove(is.code());
      add(is, is.parent());
    }
  }

  /** Code of the region above on the day, the top's where a row of the first level names none. */
  String parentOf(Validity is) {
    String parent = is.parent() == null && isFirst(is.level()) ? scheme.top() : is.parent();
    return adopted.getOrDefault(parent, parent);
  }

  /** A region that is listed in this month. */
  RegionSpan span(RosterRow row, String parent) {
    String level = row.validity().level();
    return new RegionSpan(name, name, row, parent, height(level), lineage(level, parent));
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
    List<Place> within = new ArrayList<>();
    List<Place> above = new ArrayList<>();
    path.forEach(
        place -> (height(place.level()) == Height.ABOVE_UNITS ? above : within).add(place));
    String unit =
        within.stream()
            .filter(place -> height(place.level()) == Height.UNIT)
            .map(Place::region)
            .findFirst()
            .orElse(null);
    return shared.apply(new Lineage(List.copyOf(within), List.copyOf(above), unit));
  }

  /** Where a level lies; one that the scheme does not name lies at the bottom. */
  private Height height(String level) {
    if (level.equals(scheme.unit())) {
      return Height.UNIT;
    }
    for (RegionScheme.Level of : scheme.levels()) {
      if (of.name().equals(scheme.unit())) {
        return Height.IN_UNITS;
      }
      if (of.name().equals(level)) {
        return Height.ABOVE_UNITS;
      }
    }
    return Height.IN_UNITS;
  }

  private Place top() {
    return new Place(scheme.top(), scheme.levels().get(0).name());
  }

  private boolean isFirst(String level) {
    return level.equals(scheme.levels().get(1).name());
  }
}
