/**
 * Published tables in a PostgreSQL database: staged, compared and put in place in one transaction.
 * Every statement is a macro of {@code postgres.sql.ftl}, every word about tables one of {@code
 * postgres-comments.ftl}.
 *
 * <p>Doors: sink (CSV), report (templates), table, the driver, Spark.
 */
package org.countywise.sink.postgres;
