package org.countywise.protect;

/**
 * A number that has to stay hidden.
 *
 * @param line a row that shows it
 * @param form what it is made of
 * @param width how far apart the least and the greatest number must be that readers can think of
 */
record Target(Line line, Shift form, double width) {

  /** Whether it is part of what a unit has. */
  boolean has(int unit) {
    return has(line, unit);
  }

  static boolean has(Line line, int unit) {
    for (int member : line.members) {
      if (member == unit) {
        return true;
      }
    }
    return false;
  }

  /** Equal for the same number in other rows. */
  String key() {
    return keyOf(form, line);
  }

  static String keyOf(Shift form, Line line) {
    return line.cell.region() + "\t" + form.key();
  }
}
