package org.countywise.sample;

import java.io.Serializable;
import java.util.stream.LongStream;

/**
 * How a table is cut for writing: each month into chunks of villages, about a million rows each,
 * and the chunks in their order into tasks. How it is cut shows in the files, never in the rows.
 */
record Slices(int chunks, int units, int tasks) implements Serializable {
  private static final double ROWS_PER_FILE = 1_000_000;
  private static final double ROWS_PER_TASK = 500_000;

  static Slices of(SyntheticPopulation syntheticPopulation, Table table, int cores) {
    double rows = syntheticPopulation.households() * table.density();
    int chunks = 1 + (int) (rows / ROWS_PER_FILE);
    int units = syntheticPopulation.settings().months() * chunks;
    int wanted = (int) Math.ceil(rows * syntheticPopulation.settings().months() / ROWS_PER_TASK);
    return new Slices(chunks, units, Math.min(units, Math.max(wanted, 2 * cores)));
  }

  /** The chunks of a task, counted through all months. */
  LongStream unitsOf(long task) {
    return LongStream.range(units * task / tasks, units * (task + 1) / tasks);
  }
}
