package org.countywise.disclosure;

import java.math.BigDecimal;
import java.util.ArrayList;
import java.util.List;

/**
 * The attack by bounds: between which numbers each number lies, as far as it follows from every row
 * that is shown, every zero that is known, every identity and every bound, one after the other
 * until nothing becomes narrower. Numbers of people are whole.
 *
 * <p>Nothing true lies outside a bracket, so a small number whose bracket is narrower than allowed
 * is told. That others are open far enough is for {@link Proof} to say.
 */
final class Brackets {
  private static final int ROUNDS = 100;

  private final SuppressionProblem problem;
  private final int units;
  private final double[][] least;
  private final double[][] greatest;
  private final List<Sum> sums = new ArrayList<>();
  private boolean narrower;

  /** What a form of some units lies between. */
  record Bracket(double least, double greatest) {
    double width() {
      return greatest - least;
    }
  }

  /** A sum over units that lies between two numbers. */
  @SuppressWarnings("ArrayRecordComponent") // private to the class, never compared
  private record Sum(LinearForm form, int[] members, double least, double greatest) {}

  private Brackets(SuppressionProblem problem) {
    this.problem = problem;
    this.units = problem.totals.units.size();
    this.least = new double[problem.totals.size()][units];
    this.greatest = new double[problem.totals.size()][units];
  }

  static Brackets of(SuppressionProblem problem) {
    Brackets brackets = new Brackets(problem);
    brackets.begin();
    brackets.read();
    brackets.narrower = true;
    for (int i = 0; i < ROUNDS && brackets.narrower; i++) {
      brackets.narrower = false;
      brackets.sums.removeIf(brackets::settles);
    }
    return brackets;
  }

  private void begin() {
    for (int atom = 0; atom < least.length; atom++) {
      for (int unit = 0; unit < units; unit++) {
        boolean zero = problem.totals.isNought(atom, unit) || isAbsent(atom, unit);
        boolean known = problem.totals.known(atom, unit);
        least[atom][unit] =
            zero ? 0 : known ? problem.totals.least(atom, unit) : Double.NEGATIVE_INFINITY;
        greatest[atom][unit] = zero ? 0 : Double.POSITIVE_INFINITY;
      }
    }
  }

  private boolean isAbsent(int atom, int unit) {
    return problem.columns(atom).stream()
        .anyMatch(slice -> slice.numerator.atoms().length == 1 && slice.absent(unit));
  }

  private void read() {
    for (TableRow tableRow : problem.tableRows) {
      if (tableRow.shown() && tableRow.members != null) {
        read(tableRow.slice.numerator, tableRow.members, tableRow.cell.numerator());
        read(tableRow.slice.denominator, tableRow.members, tableRow.cell.denominator());
      }
    }
    for (int unit = 0; unit < units; unit++) {
      int[] here = {unit};
      for (Identity identity : problem.identities) {
        if (identity.holds(unit)) {
          sums.add(new Sum(identity.form(unit), here, 0, 0));
        }
      }
      for (Bound bound : problem.bounds()) {
        if (bound.left(problem.totals, unit) != null) {
          sums.add(new Sum(bound.rest(), here, 0, Double.POSITIVE_INFINITY));
        }
      }
    }
  }

  private void read(LinearForm form, int[] members, BigDecimal part) {
    if (part != null && !form.isEmpty()) {
      sums.add(new Sum(form, members, part.doubleValue(), part.doubleValue()));
    }
  }

  /** What each number of a sum can be beside all others; true where nothing is open. */
  private boolean settles(Sum sum) {
    Ends low = new Ends();
    Ends high = new Ends();
    for (int unit : sum.members()) {
      for (int i = 0; i < sum.form().atoms().length; i++) {
        Bracket each = of(sum.form().atoms()[i], unit, sum.form().by()[i]);
        low.add(each.least());
        high.add(each.greatest());
      }
    }
    if (low.open == 0 && high.open == 0 && low.finite == high.finite) {
      return true;
    }
    for (int unit : sum.members()) {
      for (int i = 0; i < sum.form().atoms().length; i++) {
        double by = sum.form().by()[i];
        int atom = sum.form().atoms()[i];
        Bracket each = of(atom, unit, by);
        double most = sum.greatest() - low.without(each.least());
        double fewest = sum.least() - high.without(each.greatest());
        set(atom, unit, by > 0 ? fewest / by : most / by, by > 0 ? most / by : fewest / by);
      }
    }
    return false;
  }

  /** Ends of brackets, added up as they were before the first of them became narrower. */
  private static final class Ends {
    private double finite;
    private double infinite;
    private int open;

    void add(double end) {
      if (Double.isInfinite(end)) {
        infinite = end;
        open++;
      } else {
        finite += end;
      }
    }

    /** All ends but one of them. */
    double without(double end) {
      boolean own = Double.isInfinite(end);
      return open - (own ? 1 : 0) > 0 ? infinite : finite - (own ? 0 : end);
    }
  }

  private void set(int atom, int unit, double low, double high) {
    boolean whole = problem.totals.isWhole(atom);
    double from = whole ? Math.ceil(low - 1e-6) : low - 1e-6;
    double to = whole ? Math.floor(high + 1e-6) : high + 1e-6;
    if (from > least[atom][unit] + 1e-3) {
      least[atom][unit] = from;
      narrower = true;
    }
    if (to < greatest[atom][unit] - 1e-3) {
      greatest[atom][unit] = to;
      narrower = true;
    }
  }

  private Bracket of(int atom, int unit, double by) {
    double one = by * least[atom][unit];
    double other = by * greatest[atom][unit];
    return new Bracket(Math.min(one, other), Math.max(one, other));
  }

  private Bracket of(LinearForm form, int[] members) {
    double low = 0;
    double high = 0;
    for (int unit : members) {
      for (int i = 0; i < form.atoms().length; i++) {
        Bracket each = of(form.atoms()[i], unit, form.by()[i]);
        low += each.least();
        high += each.greatest();
      }
    }
    return new Bracket(low, high);
  }

  /** What a number that has to stay hidden lies between. */
  Bracket of(SensitiveCell sensitiveCell) {
    return of(sensitiveCell.form(), sensitiveCell.tableRow().members);
  }

  /** Whether it lies between numbers that are too close. */
  boolean tells(SensitiveCell sensitiveCell) {
    Bracket bracket = of(sensitiveCell);
    double width = sensitiveCell.width();
    return bracket.width() < width - 1e-3 * Math.max(1, width * 1e-3);
  }
}
