package org.countywise.disclosure;

import java.util.ArrayList;
import java.util.Arrays;
import java.util.Comparator;
import java.util.HashMap;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;

/** Finds the move that leaves a number open at the least loss. */
final class SolutionSearch {
  /** The cost of a row that readers have already. */
  static final long NEVER = Long.MAX_VALUE / 1_000_000;

  private static final int MOST_UNITS = 40;
  private static final int MOST_CHANGES = 100;

  private final SuppressionProblem problem;
  private final Map<String, List<Integer>> near = new HashMap<>();

  SolutionSearch(SuppressionProblem problem) {
    this.problem = problem;
  }

  /** A move and what it costs. */
  record Found(AlternativeSolution solution, long cost) {}

  /** The cheapest move that costs less than a limit; null where there is none. */
  Found cheapest(SensitiveCell sensitiveCell, long limit) {
    Found best = new Found(null, limit);
    int[] members = sensitiveCell.tableRow().members;
    for (int i = 0; i < Math.min(MOST_UNITS, members.length); i++) {
      for (int j = 0; j < sensitiveCell.form().atoms().length; j++) {
        LinearForm first = sensitiveCell.form().byOne(j);
        best = cheapest(sensitiveCell, members[i], first, best);
        if (best.cost() == 0) {
          return best;
        }
      }
    }
    best = members.length > 1 ? together(sensitiveCell, best) : best;
    return best.solution() == null ? null : best;
  }

  /** Several units of a region change together, each as much as it can. */
  private Found together(SensitiveCell sensitiveCell, Found known) {
    Found best = known;
    Map<String, LinearForm> changes = new LinkedHashMap<>();
    double step = Math.min(1, sensitiveCell.width());
    for (int member : sensitiveCell.tableRow().members) {
      for (int i = 0; i < sensitiveCell.form().atoms().length; i++) {
        LinearForm first = sensitiveCell.form().byOne(i);
        for (LinearForm change : new Changes(problem, member, step).from(first)) {
          if (changes.size() < MOST_CHANGES
              && sensitiveCell.form().times(change) >= 1 - LinearForm.EPSILON) {
            changes.putIfAbsent(change.key(), change);
          }
        }
      }
    }
    for (LinearForm change : changes.values()) {
      best = together(sensitiveCell, change, best);
    }
    return best;
  }

  private Found together(SensitiveCell sensitiveCell, LinearForm change, Found known) {
    List<IndicatorSlice> slices = problem.showing(change);
    LinearForm less = LinearForm.NOTHING.minus(change);
    Slack slack = new Slack(problem, less);
    List<Taker> takers = new ArrayList<>();
    for (int member : sensitiveCell.tableRow().members) {
      double takes = slack.slackOf(member, sensitiveCell.width());
      if (takes > 0) {
        takers.add(new Taker(member, takes, own(slices, member)));
      }
    }
    takers.sort(Taker.CHEAPEST);
    AlternativeSolution solution = shared(less, takers, sensitiveCell.width(), -1);
    return solution == null ? known : cheaper(solution, slices, known);
  }

  private Found cheapest(SensitiveCell sensitiveCell, int at, LinearForm first, Found known) {
    Found best = known;
    List<Priced> changes = new ArrayList<>();
    for (LinearForm change : new Changes(problem, at, sensitiveCell.width()).from(first)) {
      if (sensitiveCell.form().times(change) >= 1 - LinearForm.EPSILON) {
        changes.add(priced(change, at));
      }
    }
    changes.sort(Comparator.comparingLong(Priced::cost));
    for (Priced change : changes) {
      if (change.cost() >= best.cost()) {
        break;
      }
      best = against(sensitiveCell, at, change, best);
      if (best.cost() == 0) {
        break;
      }
    }
    return best;
  }

  private record Priced(LinearForm change, List<IndicatorSlice> slices, long cost) {}

  private Priced priced(LinearForm change, int at) {
    List<IndicatorSlice> slices = problem.showing(change);
    return new Priced(change, slices, own(slices, at));
  }

  private Found against(SensitiveCell sensitiveCell, int at, Priced change, Found known) {
    Found best = known;
    Slack slack = new Slack(problem, change.change());
    List<Taker> takers = new ArrayList<>();
    for (int other : near(sensitiveCell.tableRow().slice.period, at)) {
      double takes = sensitiveCell.has(other) ? 0 : slack.slackOf(other, sensitiveCell.width());
      if (takes > 0) {
        takers.add(new Taker(other, takes, cost(change.slices(), other, at)));
      }
      if (takes >= sensitiveCell.width() - LinearForm.EPSILON) {
        AlternativeSolution solution =
            AlternativeSolution.between(change.change(), at, other, sensitiveCell.width());
        best = cheaper(solution, change.slices(), best);
      }
    }
    best =
        cheaper(
            AlternativeSolution.alone(change.change(), at, sensitiveCell.width()),
            change.slices(),
            best);
    return best.cost() == 0 ? best : shared(sensitiveCell, at, change, takers, best);
  }

  /** A unit that can take some of the opposite, and what the rows cost that would show it. */
  private record Taker(int unit, double takes, long cost) {
    static final Comparator<Taker> CHEAPEST =
        Comparator.comparingLong(Taker::cost)
            .thenComparing(taker -> -taker.takes())
            .thenComparing(Taker::unit);
  }

  private static long own(List<IndicatorSlice> slices, int unit) {
    long cost = 0;
    for (IndicatorSlice slice : slices) {
      cost += slice.own[unit] == null ? 0 : slice.own[unit].cost();
    }
    return cost;
  }

  /**
   * What it costs that a unit takes what another one gives: rows above both show nothing of it, and
   * a row that readers have already must be above both.
   */
  private static long cost(List<IndicatorSlice> slices, int unit, int at) {
    long cost = own(slices, unit);
    for (IndicatorSlice slice : slices) {
      List<TableRow> above = slice.above.get(unit);
      List<TableRow> both = slice.above.get(at);
      for (TableRow tableRow : above) {
        cost += both.contains(tableRow) ? 0 : tableRow.cost();
      }
      for (TableRow tableRow : both) {
        cost += tableRow.fixed() && !above.contains(tableRow) ? tableRow.cost() : 0;
      }
    }
    return Math.min(cost, NEVER);
  }

  private static Found cheaper(
      AlternativeSolution solution, List<IndicatorSlice> slices, Found known) {
    long cost = solution.cost(slices, known.cost());
    return cost < known.cost() ? new Found(solution, cost) : known;
  }

  /** Several units take the opposite together: those of one region above, from the lowest up. */
  private Found shared(
      SensitiveCell sensitiveCell, int at, Priced change, List<Taker> takers, Found known) {
    Found best = known;
    String period = sensitiveCell.tableRow().slice.period;
    List<Taker> cheap = new ArrayList<>(takers);
    cheap.sort(Taker.CHEAPEST);
    for (String region : problem.geography.above(period, problem.totals.units.get(at))) {
      AlternativeSolution solution =
          shared(change.change(), within(cheap, period, region), sensitiveCell.width(), at);
      best = solution == null ? best : cheaper(solution, change.slices(), best);
    }
    return best;
  }

  private List<Taker> within(List<Taker> takers, String period, String region) {
    return takers.stream()
        .filter(
            t ->
                problem
                    .geography
                    .above(period, problem.totals.units.get(t.unit()))
                    .contains(region))
        .toList();
  }

  /**
   * The opposite of a change, shared out.
   *
   * @param at the unit where the change happens, −1 where it happens nowhere
   */
  private static AlternativeSolution shared(
      LinearForm change, List<Taker> takers, double width, int at) {
    int[] units = new int[takers.size() + 1];
    double[] amounts = new double[takers.size() + 1];
    int used = 0;
    if (at >= 0) {
      units[used] = at;
      amounts[used++] = width;
    }
    double rest = width;
    for (Taker taker : takers) {
      if (rest > LinearForm.EPSILON) {
        units[used] = taker.unit();
        amounts[used] = -Math.min(rest, taker.takes());
        rest += amounts[used++];
      }
    }
    return rest > LinearForm.EPSILON
        ? null
        : new AlternativeSolution(change, Arrays.copyOf(units, used), Arrays.copyOf(amounts, used));
  }

  /** Other units, those first that share most regions. */
  private List<Integer> near(String period, int at) {
    return near.computeIfAbsent(period + "\t" + at, key -> sorted(period, at));
  }

  private List<Integer> sorted(String period, int at) {
    List<String> units = problem.totals.units;
    List<String> above = problem.geography.above(period, units.get(at));
    Map<Integer, List<Integer>> byDistance = new TreeMap<>();
    for (int unit = 0; unit < units.size(); unit++) {
      if (unit != at) {
        List<String> shared = new ArrayList<>(problem.geography.above(period, units.get(unit)));
        shared.retainAll(above);
        byDistance.computeIfAbsent(-shared.size(), key -> new ArrayList<>()).add(unit);
      }
    }
    List<Integer> sorted = new ArrayList<>();
    byDistance.values().forEach(sorted::addAll);
    return List.copyOf(sorted.subList(0, Math.min(sorted.size(), 2 * MOST_UNITS)));
  }
}
