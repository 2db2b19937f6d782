/**
 * Answers of officers become part of a delivery that is there, all of them or none: {@code
 * AnswerForm} says what is asked, {@code CsvTable → FormReader → FilledForm} read what was filled
 * in, {@code Supplement} holds it against the delivery and adds it by {@code FileChanges}, with
 * {@code ControlTotals}. Local folders only, no Spark. Doors: definition, parquet, report, Jackson.
 */
package org.countywise.supplement;
