/**
 * What is said about a run and about definitions: problems, findings, the run report; their text
 * and JSON.
 *
 * <p>No row, no identifier of a person. Doors: the JDK and a JSON library.
 */
package org.countywise.report;
