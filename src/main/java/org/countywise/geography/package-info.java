/**
 * Where a village lies in a month, and who delivers for it: the roster's trees, the crosswalk of
 * codes, breaks of territory.
 *
 * <p>Rows of the roster come in, tables of regions go out. What became of a code is pure Java in
 * {@code geography.history}.
 */
package org.countywise.geography;
