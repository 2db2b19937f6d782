/**
 * What definitions must fulfil before anything is planned: one class per rule, {@link
 * org.countywise.check.Rules#ALL} lists them.
 *
 * <p>Reads SQL expressions without a session and is the only room that touches Catalyst. Needs no
 * data. Doors: definition, report, Spark's catalyst.
 */
package org.countywise.check;
