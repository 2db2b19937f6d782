/**
 * What runs leave to later ones of what rows came to, by what it was made of: measures, rejected
 * rows, tallies of households and the like, and what happened to those that are watched.
 *
 * <p>Doors: delivery, plan, release, report, rows, table and Spark.
 */
package org.countywise.store;
