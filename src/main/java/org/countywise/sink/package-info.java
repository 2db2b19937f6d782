/**
 * Where published tables go outside the warehouse, one class per format.
 *
 * <p>Doors: table, report, Jackson (CSV), Spark, Hadoop.
 */
package org.countywise.sink;
