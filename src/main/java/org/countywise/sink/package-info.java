/**
 * Where published tables go outside the warehouse, one class per format: {@link
 * org.countywise.sink.Sink} writes the tables of a release into an empty folder, and {@link
 * org.countywise.sink.ExportFolder} lets that folder take the place of an earlier export at once.
 *
 * <p>Doors: sink.sdmx, table, report, Jackson (CSV), fastexcel (workbooks), Spark, Hadoop.
 */
package org.countywise.sink;
