/**
 * What to read, look up, measure and derive: complete, resolved, printable.
 *
 * <p>A plan knows months only as seen from a period ({@link Months}); {@code run} puts real periods
 * in. It holds SQL that {@code compile} has proven, and is made there. Doors: definition.
 */
package org.countywise.plan;
