/**
 * The early warning: rules over the months of a household, and the ledger of alerts.
 *
 * <p>In: settled rows of every month up to the period. {@code AlertRules} find hits, {@code Ledger}
 * follows each household's alerts month by month. No row is judged here; that is done in {@code
 * rows}.
 */
package org.countywise.monitoring;
