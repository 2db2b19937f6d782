/**
 * Where published tables go outside the warehouse, one class per format.
 *
 * <p>Doors: table, report, Spark, Hadoop, Jackson.
 */
package org.countywise.sink;
