package org.countywise.run;

import org.countywise.geography.RegionTree;
import org.countywise.geography.RegionsByMonth;
import org.countywise.geography.Unassigned;
import org.countywise.rows.Calendar;

/**
 * The regions rows lie in.
 *
 * @param tree the regions of every month
 * @param unassigned rows that stay under older codes
 */
record Ground(RegionTree tree, RegionsByMonth regionsByMonth, Unassigned unassigned) {

  static Ground of(RegionsByMonth regionsByMonth) {
    return new Ground(regionsByMonth.tree(), regionsByMonth, new Unassigned(regionsByMonth));
  }

  /** Where there is no roster, regions are what codes say. */
  static Ground ofCodes(Calendar calendar) {
    return of(RegionsByMonth.ofCodes(calendar));
  }

  Ground with(RegionTree other) {
    return new Ground(other, regionsByMonth, unassigned);
  }
}
