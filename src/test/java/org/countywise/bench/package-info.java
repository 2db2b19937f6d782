/**
 * What works of the product cost, each as a command in a process of its own, beside DuckDB and
 * plain Spark SQL over the same files, and whether the values agree. {@link
 * org.countywise.bench.Bench} is the command, {@link org.countywise.bench.Works} does one work
 * after the other.
 */
package org.countywise.bench;
