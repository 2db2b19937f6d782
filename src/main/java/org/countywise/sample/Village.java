package org.countywise.sample;

/**
 * A village of the sample. {@code index} counts through all counties, {@code number} within its
 * county; its households are those from {@code firstHousehold} up to but not including {@code
 * endHousehold}.
 */
record Village(
    int index, int number, County county, String code, long firstHousehold, long endHousehold) {

  String townshipCode() {
    return code.substring(0, 9);
  }

  boolean opensCounty() {
    return number == 0;
  }

  boolean opensTownship() {
    return opensCounty() || county.townshipOf(number - 1) != county.townshipOf(number);
  }

  boolean isIn(String county) {
    return code.startsWith(county);
  }
}
