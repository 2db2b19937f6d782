package org.countywise.protect;

import java.util.ArrayList;
import java.util.Arrays;
import java.util.Comparator;
import java.util.HashMap;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;

/** Finds the move that leaves a number open at the least loss. */
final class Moves {
  /** The cost of a row that readers have already. */
  static final long NEVER = Long.MAX_VALUE / 1_000_000;

  private static final int MOST_UNITS = 40;
  private static final int MOST_CHANGES = 100;

  private final Board board;
  private final Map<String, List<Integer>> near = new HashMap<>();

  Moves(Board board) {
    this.board = board;
  }

  /** A move and what it costs. */
  record Found(Move move, long cost) {}

  /** The cheapest move that costs less than a limit; null where there is none. */
  Found cheapest(Target target, long limit) {
    Found best = new Found(null, limit);
    int[] members = target.line().members;
    for (int i = 0; i < Math.min(MOST_UNITS, members.length); i++) {
      for (int j = 0; j < target.form().atoms().length; j++) {
        Shift first = Shift.of(target.form().atoms()[j], 1 / target.form().by()[j]);
        best = cheapest(target, members[i], first, best);
        if (best.cost() == 0) {
          return best;
        }
      }
    }
    best = members.length > 1 ? together(target, best) : best;
    return best.move() == null ? null : best;
  }

  /** Several units of a region change together, each as much as it can. */
  private Found together(Target target, Found known) {
    Found best = known;
    Map<String, Shift> changes = new LinkedHashMap<>();
    double step = Math.min(1, target.width());
    for (int member : target.line().members) {
      for (int i = 0; i < target.form().atoms().length; i++) {
        Shift first = Shift.of(target.form().atoms()[i], 1 / target.form().by()[i]);
        for (Shift change : new Changes(board, member, step).from(first)) {
          if (changes.size() < MOST_CHANGES && target.form().times(change) >= 1 - Shift.EPSILON) {
            changes.putIfAbsent(change.key(), change);
          }
        }
      }
    }
    for (Shift change : changes.values()) {
      best = together(target, change, best);
    }
    return best;
  }

  private Found together(Target target, Shift change, Found known) {
    List<Column> columns = board.showing(change);
    Shift less = Shift.NOTHING.minus(change);
    Room room = new Room(board, less);
    List<Taker> takers = new ArrayList<>();
    for (int member : target.line().members) {
      double takes = room.of(member, target.width());
      if (takes > 0) {
        takers.add(new Taker(member, takes, own(columns, member)));
      }
    }
    takers.sort(Taker.CHEAPEST);
    Move move = shared(less, takers, target.width(), -1);
    return move == null ? known : cheaper(move, columns, known);
  }

  private Found cheapest(Target target, int at, Shift first, Found known) {
    Found best = known;
    List<Priced> changes = new ArrayList<>();
    for (Shift change : new Changes(board, at, target.width()).from(first)) {
      if (target.form().times(change) >= 1 - Shift.EPSILON) {
        changes.add(priced(change, at));
      }
    }
    changes.sort(Comparator.comparingLong(Priced::cost));
    for (Priced change : changes) {
      if (change.cost() >= best.cost()) {
        break;
      }
      best = against(target, at, change, best);
      if (best.cost() == 0) {
        break;
      }
    }
    return best;
  }

  private record Priced(Shift change, List<Column> columns, long cost) {}

  private Priced priced(Shift change, int at) {
    List<Column> columns = board.showing(change);
    long cost = 0;
    for (Column column : columns) {
      cost += column.own[at] == null ? 0 : column.own[at].cost();
    }
    return new Priced(change, columns, cost);
  }

  private Found against(Target target, int at, Priced change, Found known) {
    Found best = known;
    Room room = new Room(board, change.change());
    List<Taker> takers = new ArrayList<>();
    for (int other : near(target.line().column.period, at)) {
      double takes = target.has(other) ? 0 : room.of(other, target.width());
      if (takes > 0) {
        takers.add(new Taker(other, takes, cost(change.columns(), other, at)));
      }
      if (takes >= target.width() - Shift.EPSILON) {
        Move move = Move.between(change.change(), at, other, target.width());
        best = cheaper(move, change.columns(), best);
      }
    }
    best = cheaper(Move.alone(change.change(), at, target.width()), change.columns(), best);
    return best.cost() == 0 ? best : shared(target, at, change, takers, best);
  }

  /** A unit that can take some of the opposite, and what the rows cost that would show it. */
  private record Taker(int unit, double takes, long cost) {
    static final Comparator<Taker> CHEAPEST =
        Comparator.comparingLong(Taker::cost)
            .thenComparing(taker -> -taker.takes())
            .thenComparing(Taker::unit);
  }

  private static long own(List<Column> columns, int unit) {
    long cost = 0;
    for (Column column : columns) {
      cost += column.own[unit] == null ? 0 : column.own[unit].cost();
    }
    return cost;
  }

  /**
   * What it costs that a unit takes what another one gives: rows above both show nothing of it, and
   * a row that readers have already must be above both.
   */
  private static long cost(List<Column> columns, int unit, int at) {
    long cost = own(columns, unit);
    for (Column column : columns) {
      List<Line> above = column.above.get(unit);
      List<Line> both = column.above.get(at);
      for (Line line : above) {
        cost += both.contains(line) ? 0 : line.cost();
      }
      for (Line line : both) {
        cost += line.fixed() && !above.contains(line) ? line.cost() : 0;
      }
    }
    return Math.min(cost, NEVER);
  }

  private static Found cheaper(Move move, List<Column> columns, Found known) {
    long cost = move.cost(columns, known.cost());
    return cost < known.cost() ? new Found(move, cost) : known;
  }

  /** Several units take the opposite together: those of one region above, from the lowest up. */
  private Found shared(Target target, int at, Priced change, List<Taker> takers, Found known) {
    Found best = known;
    String period = target.line().column.period;
    List<Taker> cheap = new ArrayList<>(takers);
    cheap.sort(Taker.CHEAPEST);
    for (String region : board.geography.above(period, board.truth.units.get(at))) {
      Move move = shared(change.change(), within(cheap, period, region), target.width(), at);
      best = move == null ? best : cheaper(move, change.columns(), best);
    }
    return best;
  }

  private List<Taker> within(List<Taker> takers, String period, String region) {
    return takers.stream()
        .filter(
            t -> board.geography.above(period, board.truth.units.get(t.unit())).contains(region))
        .toList();
  }

  /**
   * The opposite of a change, shared out.
   *
   * @param at the unit where the change happens, −1 where it happens nowhere
   */
  private static Move shared(Shift change, List<Taker> takers, double width, int at) {
    int[] units = new int[takers.size() + 1];
    double[] amounts = new double[takers.size() + 1];
    int used = 0;
    if (at >= 0) {
      units[used] = at;
      amounts[used++] = width;
    }
    double rest = width;
    for (Taker taker : takers) {
      if (rest > Shift.EPSILON) {
        units[used] = taker.unit();
        amounts[used] = -Math.min(rest, taker.takes());
        rest += amounts[used++];
      }
    }
    return rest > Shift.EPSILON
        ? null
        : new Move(change, Arrays.copyOf(units, used), Arrays.copyOf(amounts, used));
  }

  /** Other units, those first that share most regions. */
  private List<Integer> near(String period, int at) {
    return near.computeIfAbsent(period + "\t" + at, key -> sorted(period, at));
  }

  private List<Integer> sorted(String period, int at) {
    List<String> units = board.truth.units;
    List<String> above = board.geography.above(period, units.get(at));
    Map<Integer, List<Integer>> byDistance = new TreeMap<>();
    for (int unit = 0; unit < units.size(); unit++) {
      if (unit != at) {
        List<String> shared = new ArrayList<>(board.geography.above(period, units.get(unit)));
        shared.retainAll(above);
        byDistance.computeIfAbsent(-shared.size(), key -> new ArrayList<>()).add(unit);
      }
    }
    List<Integer> sorted = new ArrayList<>();
    byDistance.values().forEach(sorted::addAll);
    return List.copyOf(sorted.subList(0, Math.min(sorted.size(), 2 * MOST_UNITS)));
  }
}
