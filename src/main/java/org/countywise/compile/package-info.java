/**
 * Makes the plan out of definitions, or says everything that is wrong with them.
 *
 * <p>{@code resolve} finds what every name means, once; {@code rule} holds the definitions against
 * its rules; the planners here lay out what to read, measure and derive, as records of {@code
 * plan}. Needs no data. Doors: definition, plan, report.
 */
package org.countywise.compile;
