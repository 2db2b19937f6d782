/**
 * The definitions as a catalogue for readers: every dataset, measure, indicator and rule, and what
 * the engine finds, in English and Chinese, as Markdown.
 *
 * <p>Nothing is computed here. Doors: definition, report.
 */
package org.countywise.catalogue;
