package org.countywise.rooms.planted.rows;

import org.countywise.rooms.planted.definition.Written;

/** Planted: a step over rows that reads a definition. */
public record ReadsWhatIsWritten(Written written) {}
