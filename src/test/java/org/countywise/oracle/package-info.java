/**
 * The independent oracle: every indicator of a delivery, computed by hand-written SQL on DuckDB
 * from the contract alone, to find the engine's errors and as its performance peer. The SQL lies in
 * the test resources, one file a family; Java only runs it. Nothing of the product is used here. It
 * expects clean input: rows that the contract rejects are not looked for.
 */
package org.countywise.oracle;
