/**
 * What an analyst's SQL expression names, gives and does wrong, found without a session and without
 * data: {@code wage_fen / days} names two columns, gives a decimal and fails where {@code days} is
 * 0.
 *
 * <p>The only door to Catalyst, which changes between Spark's versions.
 */
package org.countywise.compile.expression;
