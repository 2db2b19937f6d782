/**
 * Rows to rows, one class per verb: Conform, Refer, Locate, ResolveDuplicates, Relocate, Measure,
 * Combine, Distribute.
 *
 * <p>Pure: no Spark action, no clock, no I/O, except that CodesByMonth sends its table to every
 * process of a run. Total: every row is kept, merged or rejected with a reason. Doors: plan, cube,
 * table, Spark.
 */
package org.countywise.rows;
