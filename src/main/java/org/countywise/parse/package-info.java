/**
 * From YAML to records, strictly: every key known, every value of its type, every line remembered,
 * all problems at once. What the records mean together is judged in {@code compile}.
 *
 * <p>Doors: definition, conf, report, Jackson.
 */
package org.countywise.parse;
