package org.countywise.sample;

import java.util.function.IntToDoubleFunction;

/**
 * Sizes of households, exact by design: every hundred consecutive households hold exactly {@value
 * #PERSONS} persons, so the persons of any household can be numbered without counting those before
 * it.
 */
final class FamilySizes {
  /** Persons in each block of {@value #BLOCK} households. */
  static final int PERSONS = 400;

  static final int BLOCK = 100;

  /** How many of a hundred households have one, two, ... eight persons. */
  private static final int[] OF_HUNDRED = {5, 12, 19, 27, 22, 10, 4, 1};

  /** A step that visits all of a hundred places once, so that sizes are mixed. */
  private static final int STEP = 37;

  private final SeededDraw draw;
  private final int[] sizes = new int[2 * BLOCK];
  private final int[] before = new int[2 * BLOCK + 1];

  FamilySizes(SeededDraw draw) {
    this.draw = draw;
    int placed = 0;
    for (int size = 1; size <= OF_HUNDRED.length; size++) {
      for (int n = 0; n < OF_HUNDRED[size - 1]; n++) {
        int place = placed++ * STEP % BLOCK;
        sizes[place] = size;
        sizes[place + BLOCK] = size;
      }
    }
    for (int i = 0; i < sizes.length; i++) {
      before[i + 1] = before[i] + sizes[i];
    }
  }

  /** Persons in the household with the index, counted from 0. */
  int size(long household) {
    return sizes[turn(household) + (int) (household % BLOCK)];
  }

  /** Persons in all households before the one with the index. */
  long personsBefore(long household) {
    int turn = turn(household);
    int within = before[turn + (int) (household % BLOCK)] - before[turn];
    return household / BLOCK * PERSONS + within;
  }

  private int turn(long household) {
    return (int) (draw.at(household / BLOCK, "turn") * BLOCK);
  }

  /** The mean over households of a value that depends on the size alone. */
  static double mean(IntToDoubleFunction ofSize) {
    double sum = 0;
    for (int size = 1; size <= OF_HUNDRED.length; size++) {
      sum += OF_HUNDRED[size - 1] * ofSize.applyAsDouble(size);
    }
    return sum / BLOCK;
  }
}
