/**
 * Hides small cells of a release, and attacks what is left of it.
 *
 * <p>In: exact rows of open regions. Out: the same rows, some of them hidden, with a proof for each
 * count that had to be. Plain Java: no Spark, no file, no clock. Doors: plan.
 */
package org.countywise.disclosure;
