package org.countywise.parse;

import java.util.List;
import org.countywise.definition.Definitions;
import org.countywise.report.Places;
import org.countywise.report.Problem;

/**
 * A folder of definitions as far as it could be read.
 *
 * @param definitions without the entries that have problems; regions and delivery are null where
 *     their file could not be read
 * @param places where everything is written, also what could not be read
 * @param problems in the order of files and lines
 */
public record Parsed(Definitions definitions, Places places, List<Problem> problems) {}
