/**
 * Opens the Parquet files of a delivery: lists them, proves their footers against the plan before
 * any Spark job, and reads the declared columns.
 *
 * <p>Values are judged later, by {@code rows}. Doors: plan, table, report, parquet-hadoop, Spark.
 */
package org.countywise.delivery;
