package org.countywise.disclosure;

import java.util.ArrayList;
import java.util.List;

/** Row echelon form modulo a prime: which forms follow from equations. */
final class Elimination {
  static final long PRIME = 2_147_483_647L;

  private final int size;
  private final List<int[]> rows = new ArrayList<>();
  private final int[] pivots;

  /**
   * @param size number of unknowns
   */
  Elimination(int size) {
    this.size = size;
    this.pivots = new int[size];
    java.util.Arrays.fill(pivots, -1);
  }

  /** Takes an equation's coefficients, each from 0 below the prime. */
  void add(long[] coefficients) {
    int lead = reduce(coefficients);
    if (lead < 0) {
      return;
    }
    long inverse = power(coefficients[lead], PRIME - 2);
    int[] row = new int[size];
    for (int i = lead; i < size; i++) {
      row[i] = (int) (coefficients[i] * inverse % PRIME);
    }
    pivots[lead] = rows.size();
    rows.add(row);
  }

  /** Whether a form follows from the equations; its coefficients are used up. */
  boolean follows(long[] coefficients) {
    return reduce(coefficients) < 0;
  }

  /** Takes away what equations say; gives the first unknown that remains, −1 where none does. */
  private int reduce(long[] form) {
    for (int i = 0; i < size; i++) {
      if (form[i] != 0) {
        if (pivots[i] < 0) {
          return i;
        }
        subtract(form, rows.get(pivots[i]), i);
      }
    }
    return -1;
  }

  private void subtract(long[] form, int[] row, int from) {
    long factor = PRIME - form[from];
    for (int i = from; i < size; i++) {
      if (row[i] != 0) {
        form[i] = (form[i] + factor * row[i]) % PRIME;
      }
    }
  }

  private static long power(long base, long exponent) {
    long result = 1;
    long square = base;
    for (long rest = exponent; rest > 0; rest >>= 1) {
      result = (rest & 1) == 1 ? result * square % PRIME : result;
      square = square * square % PRIME;
    }
    return result;
  }
}
