package org.countywise.sample;

/**
 * A listed county of the sample: its share of the villages and of the household ids, both numbered
 * through all counties from 0; the ends are excluded.
 */
record County(
    String code, int firstVillage, int endVillage, long firstHousehold, long endHousehold) {
  private static final int VILLAGES_PER_TOWNSHIP = 11;

  int villages() {
    return endVillage - firstVillage;
  }

  int townships() {
    return Math.max(2, Math.round(villages() / (float) VILLAGES_PER_TOWNSHIP));
  }

  /** The township of a village, both numbered within the county. */
  int townshipOf(int village) {
    return (int) ((long) village * townships() / villages());
  }

  String townshipCode(int township) {
    return code + (100 + township);
  }
}
