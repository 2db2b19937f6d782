/**
 * Wires the rooms into a run, owns the Spark session and names its jobs.
 *
 * <p>A Spark action stands here, in a room of its own such as {@code quality}, in {@code release}
 * or in {@code sink}, never in {@code rows}. Doors: all rooms but parse, check and cli.
 */
package org.countywise.run;
