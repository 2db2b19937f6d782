package org.countywise.disclosure;

import java.math.BigDecimal;
import java.util.ArrayList;
import java.util.Collection;
import java.util.HashMap;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.TreeMap;

/** The atoms, and what each is in every unit as far as rows say so. */
final class MicroTotals {
  /** Newest codes of the units. */
  final List<String> units;

  private final Geography geography;
  private final Map<String, Integer> indices = new HashMap<>();
  private final Map<Variable, Integer> ids = new HashMap<>();
  private final List<Variable> variables = new ArrayList<>();
  private final List<BigDecimal[]> values = new ArrayList<>();
  private final Map<String, List<Integer>> breakdowns = new TreeMap<>();
  private final Set<String> people;
  private final Set<String> negative = new HashSet<>();
  private final Set<String> fractional = new HashSet<>();

  /**
   * Nothing is known yet.
   *
   * @param people measures that count people
   */
  MicroTotals(Collection<String> units, Geography geography, Set<String> people) {
    this.geography = geography;
    this.people = people;
    this.units = units.stream().map(geography::newest).distinct().sorted().toList();
    this.units.forEach(unit -> indices.put(unit, indices.size()));
  }

  /** The index of a unit under any of its codes, −1 where it is none. */
  int unit(String code) {
    return indices.getOrDefault(geography.newest(code), -1);
  }

  int size() {
    return variables.size();
  }

  Variable atom(int id) {
    return variables.get(id);
  }

  List<Variable> variables() {
    return variables;
  }

  /** The id of an atom, −1 where no row speaks of it. */
  int find(Variable variable) {
    return ids.getOrDefault(variable, -1);
  }

  /** The id of an atom, known from here on. */
  int id(Variable variable) {
    Integer known = ids.putIfAbsent(variable, variables.size());
    if (known != null) {
      return known;
    }
    variables.add(variable);
    values.add(new BigDecimal[units.size()]);
    if (!variable.breakdown().isEmpty()) {
      String dimension = variable.breakdown().substring(0, variable.breakdown().indexOf('='));
      breakdowns
          .computeIfAbsent(
              within(variable.measure(), variable.month(), dimension), key -> new ArrayList<>())
          .add(variables.size() - 1);
    }
    return variables.size() - 1;
  }

  private static String within(String measure, String month, String dimension) {
    return String.join("\t", measure, month, dimension);
  }

  /** The id of an atom, or of the same number as it is now; −1 where no row speaks of either. */
  int nearest(Variable variable) {
    int seen = find(variable);
    return seen < 0 ? find(variable.from("")) : seen;
  }

  /** Atoms of a measure's breakdown, as they are seen. */
  List<Integer> parts(String measure, Identities.Sight sight, String dimension) {
    return breakdowns.getOrDefault(within(measure, sight.month(), dimension), List.of()).stream()
        .filter(id -> nearest(atom(id).from(sight.seen())) == id)
        .toList();
  }

  /** What an atom is in a unit; null where no row says so. */
  BigDecimal of(int atom, int unit) {
    return values.get(atom)[unit];
  }

  boolean known(int atom, int unit) {
    return values.get(atom)[unit] != null;
  }

  void set(int atom, int unit, BigDecimal value) {
    if (values.get(atom)[unit] == null) {
      values.get(atom)[unit] = value;
      if (value.signum() < 0) {
        negative.add(atom(atom).measure());
      }
      if (value.stripTrailingZeros().scale() > 0) {
        fractional.add(atom(atom).measure());
      }
    }
  }

  /**
   * What readers know an atom to be at least: where a count of people is not shown it is 1 or more,
   * since zero is shown; a measure that is nowhere below zero is not below it here.
   */
  double least(int atom, int unit) {
    String measure = atom(atom).measure();
    if (negative.contains(measure)) {
      return Double.NEGATIVE_INFINITY;
    }
    return isWhole(atom) && !isNought(atom, unit) ? 1 : 0;
  }

  /** Whether an atom is a count of people, in whole numbers. */
  boolean isWhole(int atom) {
    String measure = atom(atom).measure();
    return people.contains(measure) && !fractional.contains(measure);
  }

  /** Whether an atom is a count of nobody, which readers know. */
  boolean isNought(int atom, int unit) {
    BigDecimal value = of(atom, unit);
    return value != null && value.signum() == 0 && people.contains(atom(atom).measure());
  }

  /** A form of atoms in a unit; null where one of them is not known. */
  BigDecimal of(LinearForm form, int unit) {
    BigDecimal sum = BigDecimal.ZERO;
    for (int i = 0; i < form.atoms().length; i++) {
      BigDecimal value = of(form.atoms()[i], unit);
      if (value == null) {
        return null;
      }
      sum = sum.add(value.multiply(BigDecimal.valueOf(form.by()[i])));
    }
    return sum;
  }
}
