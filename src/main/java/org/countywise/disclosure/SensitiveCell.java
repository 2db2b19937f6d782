package org.countywise.disclosure;

/**
 * A number that has to stay hidden.
 *
 * @param tableRow a row that shows it
 * @param form what it is made of
 * @param width how far apart the least and the greatest number must be that readers can think of
 */
record SensitiveCell(TableRow tableRow, LinearForm form, double width) {

  /** Whether it is part of what a unit has. */
  boolean has(int unit) {
    return has(tableRow, unit);
  }

  static boolean has(TableRow tableRow, int unit) {
    for (int member : tableRow.members) {
      if (member == unit) {
        return true;
      }
    }
    return false;
  }

  /** Equal for the same number in other rows. */
  String key() {
    return keyOf(form, tableRow);
  }

  static String keyOf(LinearForm form, TableRow tableRow) {
    return tableRow.cell.region() + "\t" + form.key();
  }
}
