package org.countywise.disclosure;

import java.util.Arrays;

/**
 * A change of some atoms of one county, per unit of the change; also a linear form of them.
 *
 * @param atoms ids, each once
 */
@SuppressWarnings("ArrayRecordComponent") // private to the room, never compared
record LinearForm(int[] atoms, double[] by) {
  static final double EPSILON = 1e-7;

  static final LinearForm NOTHING = new LinearForm(new int[0], new double[0]);

  static LinearForm of(int atom, double by) {
    return new LinearForm(new int[] {atom}, new double[] {by});
  }

  /** The change of one of its atoms that changes it by one. */
  LinearForm byOne(int i) {
    return of(atoms[i], 1 / by[i]);
  }

  double of(int atom) {
    for (int i = 0; i < atoms.length; i++) {
      if (atoms[i] == atom) {
        return by[i];
      }
    }
    return 0;
  }

  boolean touches(int atom) {
    for (int each : atoms) {
      if (each == atom) {
        return true;
      }
    }
    return false;
  }

  /** The form's change under another shift. */
  double times(LinearForm other) {
    double sum = 0;
    for (int i = 0; i < atoms.length; i++) {
      sum += by[i] * other.of(atoms[i]);
    }
    return Math.abs(sum) < EPSILON ? 0 : sum;
  }

  /** This, and one atom more. */
  LinearForm with(int atom, double change) {
    int[] moreAtoms = Arrays.copyOf(atoms, atoms.length + 1);
    double[] moreBy = Arrays.copyOf(by, by.length + 1);
    moreAtoms[atoms.length] = atom;
    moreBy[by.length] = change;
    return new LinearForm(moreAtoms, moreBy);
  }

  /** The form minus another one. */
  LinearForm minus(LinearForm other) {
    LinearForm difference = this;
    for (int i = 0; i < other.atoms.length; i++) {
      int atom = other.atoms[i];
      if (difference.touches(atom)) {
        double[] changed = difference.by.clone();
        for (int j = 0; j < changed.length; j++) {
          changed[j] -= difference.atoms[j] == atom ? other.by[i] : 0;
        }
        difference = new LinearForm(difference.atoms, changed);
      } else {
        difference = difference.with(atom, -other.by[i]);
      }
    }
    return difference;
  }

  boolean isEmpty() {
    return atoms.length == 0;
  }

  /** Equal for forms that differ by a factor only. */
  String key() {
    Integer[] order = new Integer[atoms.length];
    Arrays.setAll(order, i -> i);
    Arrays.sort(order, (a, b) -> Integer.compare(atoms[a], atoms[b]));
    StringBuilder key = new StringBuilder();
    for (int i : order) {
      key.append(atoms[i]).append('*').append((float) (by[i] / by[order[0]])).append(' ');
    }
    return key.toString();
  }
}
