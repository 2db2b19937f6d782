/**
 * Cells become published values: measures are made into the sides of indicators, put into the
 * regions of the period, rolled up level by level, and judged.
 *
 * <p>In: {@link org.countywise.cube.Cell}. Out: {@link org.countywise.cube.Observation}, or a
 * {@link org.countywise.cube.Part} for the level above. Plain Java: no Spark. Doors: plan.
 */
package org.countywise.cube;
