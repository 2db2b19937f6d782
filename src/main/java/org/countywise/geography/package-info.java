/**
 * Where a village lies in a month, and who delivers for it: the roster's trees, the crosswalk of
 * codes, breaks of territory.
 *
 * <p>Plain Java: {@code run.RosterReader} brings the accepted rows of the roster, and {@code
 * run.RegionRows} makes tables of what other rows are joined with. What became of a code is known
 * in {@code geography.history}.
 */
package org.countywise.geography;
