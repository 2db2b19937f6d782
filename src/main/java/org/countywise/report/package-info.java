/**
 * What is said about a run and about definitions: problems, findings, manifests, and the templates
 * of all texts for people, which lie beside this package in the resources.
 *
 * <p>No row, no identifier of a person. Doors: the JDK, a JSON library, the template engine.
 */
package org.countywise.report;
