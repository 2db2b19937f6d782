/**
 * Where published tables go outside the warehouse, one class per format.
 *
 * <p>Doors: table, report, Spark.
 */
package org.countywise.sink;
