/**
 * What is kept between runs, as Iceberg tables in the warehouse folder, which that folder itself, a
 * database or a service knows.
 *
 * <p>Published tables, restricted tables and releases. Doors: conf, plan, table, report, Spark,
 * Iceberg, Hadoop (who may read a folder).
 */
package org.countywise.release;
