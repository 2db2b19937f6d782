/**
 * Statements and what published figures say to them: exact arithmetic and a rating.
 *
 * <p>No Spark, no printing: figures come through {@link org.countywise.claim.Published}. Doors:
 * definition, report.
 */
package org.countywise.claim;
