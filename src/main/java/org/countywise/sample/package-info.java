/**
 * Writes a sample delivery: synthetic people of the 52 counties that were under listed supervision
 * in 2020, calibrated to published totals. The dataset columns of the contract are named here as a
 * data producer would name them; the engine never uses this room. May use the JDK, slf4j, Spark and
 * {@code table}.
 */
package org.countywise.sample;
