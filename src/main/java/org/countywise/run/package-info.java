/**
 * Wires the rooms into a run, owns the Spark session and names its jobs.
 *
 * <p>Every Spark action of the engine is here or in {@code store} and {@code sink}. Doors: all
 * rooms but parse, check and cli.
 */
package org.countywise.run;
