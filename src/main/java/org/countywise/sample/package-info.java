/**
 * Writes a sample delivery: synthetic people of the 52 counties that were under listed supervision
 * in 2020, calibrated to published totals. The dataset columns of the contract are named here as a
 * data producer would name them; the engine never uses this room. Knows no Spark: rows are plain
 * Java, files are written by room {@code parquet}.
 */
package org.countywise.sample;
