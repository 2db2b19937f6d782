package org.countywise.disclosure;

import java.util.ArrayList;
import java.util.HashMap;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;

/**
 * Linear recovery: every row that is shown, every zero that is known because its row is left out,
 * and everything that everybody knows are equations; a hidden row is recovered where its numbers
 * follow from them.
 *
 * <p>Coefficients are whole numbers of millionths, modulo a prime of 31 bits: a number that follows
 * in fractions is found but for one chance in two thousand million.
 */
final class DisclosureAudit {
  private static final double MILLION = 1e6;

  private final SuppressionProblem problem;
  private final int units;
  private final List<Map<Long, Long>> equations = new ArrayList<>();
  private final Map<Long, Integer> groups = new HashMap<>();
  private final List<Elimination> eliminations = new ArrayList<>();
  private final List<Map<Long, Integer>> places = new ArrayList<>();
  private final java.util.Set<Long> known = new java.util.HashSet<>();

  private DisclosureAudit(SuppressionProblem problem) {
    this.problem = problem;
    this.units = problem.totals.units.size();
  }

  /** Hidden rows that readers can compute. */
  static List<TableRow> of(SuppressionProblem problem) {
    DisclosureAudit disclosureAudit = new DisclosureAudit(problem);
    disclosureAudit.read();
    disclosureAudit.settle();
    disclosureAudit.eliminate();
    List<TableRow> recovered = new ArrayList<>();
    for (TableRow tableRow : problem.tableRows) {
      boolean hidden =
          tableRow.kind() != TableRow.Kind.OPEN
              && tableRow.members != null
              && !tableRow.cell.isOld();
      if (hidden && tableRow.counts() && disclosureAudit.recovers(tableRow)) {
        recovered.add(tableRow);
      }
    }
    return recovered;
  }

  private void read() {
    for (TableRow tableRow : problem.tableRows) {
      if (tableRow.shown() && tableRow.members != null) {
        if (tableRow.cell.numerator() != null) {
          equations.add(equation(tableRow.slice.numerator, tableRow.members));
        }
        if (tableRow.cell.denominator() != null) {
          equations.add(equation(tableRow.slice.denominator, tableRow.members));
        }
      }
    }
    for (int unit = 0; unit < units; unit++) {
      for (Identity identity : problem.identities) {
        if (identity.holds(unit)) {
          equations.add(equation(identity.form(unit), new int[] {unit}));
        }
      }
      for (IndicatorSlice slice : problem.slices) {
        if (slice.absent(unit)) {
          equations.add(equation(slice.numerator, new int[] {unit}));
        }
      }
    }
    equations.removeIf(Map::isEmpty);
  }

  private Map<Long, Long> equation(LinearForm form, int[] members) {
    Map<Long, Long> equation = new LinkedHashMap<>();
    for (int i = 0; i < form.atoms().length; i++) {
      long coefficient = Math.floorMod(Math.round(form.by()[i] * MILLION), Elimination.PRIME);
      for (int unit : members) {
        equation.put((long) form.atoms()[i] * units + unit, coefficient);
      }
    }
    return equation;
  }

  /** Takes out unknowns that an equation alone determines, until there is none. */
  private void settle() {
    boolean found = true;
    while (found) {
      found = false;
      for (Map<Long, Long> equation : equations) {
        equation.keySet().removeAll(known);
        if (equation.size() == 1) {
          found |= known.addAll(equation.keySet());
        }
      }
      equations.removeIf(Map::isEmpty);
    }
  }

  private void eliminate() {
    Map<Long, Long> parents = new HashMap<>();
    for (Map<Long, Long> equation : equations) {
      long first = root(parents, equation.keySet().iterator().next());
      equation
          .keySet()
          .forEach(unknown -> parents.put(root(parents, unknown), root(parents, first)));
    }
    Map<Long, Integer> roots = new HashMap<>();
    for (Long unknown : new java.util.TreeSet<>(parents.keySet())) {
      int group = roots.computeIfAbsent(root(parents, unknown), r -> roots.size());
      groups.put(unknown, group);
      if (places.size() <= group) {
        places.add(new HashMap<>());
      }
      Map<Long, Integer> place = places.get(group);
      place.put(unknown, place.size());
    }
    places.forEach(place -> eliminations.add(new Elimination(place.size())));
    for (Map<Long, Long> equation : equations) {
      int group = groups.get(equation.keySet().iterator().next());
      eliminations.get(group).add(row(equation, group));
    }
  }

  private static long root(Map<Long, Long> parents, long unknown) {
    long root = unknown;
    while (parents.getOrDefault(root, root) != root) {
      root = parents.get(root);
    }
    parents.put(unknown, root);
    return root;
  }

  private long[] row(Map<Long, Long> form, int group) {
    Map<Long, Integer> place = places.get(group);
    long[] row = new long[place.size()];
    form.forEach((unknown, coefficient) -> row[place.get(unknown)] = coefficient);
    return row;
  }

  /** Whether every number of a row follows. */
  private boolean recovers(TableRow tableRow) {
    boolean numerator =
        tableRow.cell.numerator() == null || follows(tableRow.slice.numerator, tableRow.members);
    return numerator
        && (tableRow.cell.denominator() == null
            || follows(tableRow.slice.denominator, tableRow.members));
  }

  private boolean follows(LinearForm form, int[] members) {
    Map<Long, Long> rest = equation(form, members);
    rest.keySet().removeAll(known);
    if (!groups.keySet().containsAll(rest.keySet())) {
      return false;
    }
    Map<Integer, Map<Long, Long>> byGroup = new HashMap<>();
    rest.forEach(
        (unknown, by) ->
            byGroup.computeIfAbsent(groups.get(unknown), g -> new HashMap<>()).put(unknown, by));
    return byGroup.entrySet().stream()
        .allMatch(of -> eliminations.get(of.getKey()).follows(row(of.getValue(), of.getKey())));
  }
}
