package org.countywise.sample;

/**
 * Every random choice of the sample: a pure function of the seed, the id of what is decided about,
 * and the purpose of the decision. The same question always gets the same answer, whatever the
 * order, partition, thread or machine that asks.
 */
record SeededDraw(long seed) {
  private static final long GOLDEN = 0x9E3779B97F4A7C15L;

  /** A number in [0, 1), uniform over ids. */
  double at(long id, String purpose) {
    return (bits(id, purpose) >>> 11) * 0x1.0p-53;
  }

  /** A number in [0, 1) for an id and a period of its life, uniform over both. */
  double at(long id, int month, String purpose) {
    return at(id * 65_536 + month, purpose);
  }

  /** A whole number from low to high, both included. */
  int between(int low, int high, double chance) {
    return low + (int) (chance * (high - low + 1));
  }

  /** A whole number from low to high, both included, for an id. */
  int between(int low, int high, long id, String purpose) {
    return between(low, high, at(id, purpose));
  }

  private long bits(long id, String purpose) {
    return mix(mix(id * GOLDEN + purpose.hashCode()) ^ mix(seed + GOLDEN));
  }

  /** The finaliser of SplitMix64. */
  private static long mix(long value) {
    long z = (value ^ (value >>> 30)) * 0xBF58476D1CE4E5B9L;
    z = (z ^ (z >>> 27)) * 0x94D049BB133111EBL;
    return z ^ (z >>> 31);
  }
}
