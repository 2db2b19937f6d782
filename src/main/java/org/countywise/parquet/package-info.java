/**
 * Parquet files in local folders by Parquet's own reader and writer: a file is written in the
 * columns of a dataset's definition, read as texts, or copied with some numbers changed. Knows no
 * Spark, and of datasets only what their definitions say.
 *
 * <p>Doors: definition, Parquet.
 */
package org.countywise.parquet;
