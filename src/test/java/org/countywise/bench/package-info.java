/**
 * The engine beside its performance peer, DuckDB, on the same files: times, sizes and whether the
 * values agree.
 */
package org.countywise.bench;
