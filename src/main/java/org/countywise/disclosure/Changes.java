package org.countywise.disclosure;

import java.math.BigDecimal;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;

/**
 * Changes of the numbers of one unit after which all that everybody knows still holds.
 *
 * @param amount how large the change is
 */
record Changes(SuppressionProblem problem, int unit, double amount) {
  private static final int MOST = 250;
  private static final int LARGEST = 9;

  /** Changes that begin with one atom. */
  List<LinearForm> from(LinearForm first) {
    List<LinearForm> found = new ArrayList<>();
    complete(first, found);
    return found;
  }

  private void complete(LinearForm change, List<LinearForm> found) {
    if (found.size() >= MOST || !possible(change) || change.atoms().length > LARGEST) {
      return;
    }
    LinearForm broken = broken(change, Where.HERE);
    if (broken != null) {
      mend(change, broken, found);
      return;
    }
    LinearForm overfull = overfull(change);
    if (overfull == null) {
      found.add(change);
      // Other units may be able to take the opposite only of a change that keeps what they keep.
      LinearForm elsewhere = broken(change, Where.ANYWHERE);
      if (elsewhere != null) {
        mend(change, elsewhere, found);
      }
      return;
    }
    double lacks = -overfull.times(change);
    for (int i = 0; i < overfull.atoms().length; i++) {
      if (overfull.by()[i] > 0 && !change.touches(overfull.atoms()[i])) {
        complete(change.with(overfull.atoms()[i], lacks / overfull.by()[i]), found);
      }
    }
  }

  private void mend(LinearForm change, LinearForm broken, List<LinearForm> found) {
    double rest = broken.times(change);
    for (int i : cheapest(broken)) {
      int atom = broken.atoms()[i];
      if (!change.touches(atom)) {
        complete(change.with(atom, -rest / broken.by()[i]), found);
      }
    }
  }

  /** Whether the atom added last can change as it should. */
  private boolean possible(LinearForm change) {
    int last = change.atoms().length - 1;
    return allows(change.atoms()[last], amount * change.by()[last]);
  }

  /**
   * Whether an atom of a unit can change so much: it is known, there, not nought and not below its
   * least then.
   */
  private boolean allows(int atom, double by) {
    BigDecimal value = problem.totals.of(atom, unit);
    if (value == null) {
      return false;
    }
    boolean below =
        value.doubleValue() + by < problem.totals.least(atom, unit) - LinearForm.EPSILON;
    if ((by < 0 && below) || problem.totals.isNought(atom, unit)) {
      return false;
    }
    for (IndicatorSlice slice : problem.columns(atom)) {
      if (slice.absent(unit, atom)) {
        return false;
      }
    }
    return true;
  }

  /** Where an identity holds. */
  private enum Where {
    HERE,
    ANYWHERE
  }

  /** An identity that would not hold any more; null where all do. */
  private LinearForm broken(LinearForm change, Where where) {
    for (int atom : change.atoms()) {
      for (Identity identity : problem.identities(atom)) {
        boolean holds = where == Where.HERE ? identity.holds(unit) : identity.holdsAnywhere();
        if (holds && identity.form(unit).times(change) != 0) {
          return identity.form(unit);
        }
      }
    }
    return null;
  }

  /** What would be left of a whole and is below zero then; null where nothing is. */
  private LinearForm overfull(LinearForm change) {
    for (int atom : change.atoms()) {
      for (Bound bound : problem.bounds(atom)) {
        double by = bound.rest().times(change) * amount;
        BigDecimal left = by < 0 ? bound.left(problem.totals, unit) : null;
        if (left != null && left.doubleValue() + by < -LinearForm.EPSILON) {
          return bound.rest();
        }
      }
    }
    return null;
  }

  private List<Integer> cheapest(LinearForm form) {
    List<Integer> order = new ArrayList<>();
    for (int i = 0; i < form.atoms().length; i++) {
      order.add(i);
    }
    order.sort(Comparator.comparingLong(i -> cost(form.atoms()[i])));
    return order;
  }

  private long cost(int atom) {
    long cost = 0;
    for (IndicatorSlice slice : problem.columns(atom)) {
      cost += slice.own[unit] == null ? 0 : slice.own[unit].cost();
    }
    return cost;
  }
}
