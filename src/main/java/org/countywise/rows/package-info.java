/**
 * Rows to rows, one class per verb: Conform, Refer, Locate, ResolveDuplicates, Relocate, Measure,
 * Combine, Distribute.
 *
 * <p>Pure: no Spark action, no clock, no I/O. Total: every row is kept, merged or rejected with a
 * reason. Doors: plan, table, Spark.
 */
package org.countywise.rows;
