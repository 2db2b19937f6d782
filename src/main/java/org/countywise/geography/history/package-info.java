/**
 * Where a region's code lies on another day: the roster's history and the changes of codes, as pure
 * Java.
 *
 * <p>No Spark, no definitions, no names of columns: {@code geography} reads the rows and makes
 * tables of the answers.
 */
package org.countywise.geography.history;
