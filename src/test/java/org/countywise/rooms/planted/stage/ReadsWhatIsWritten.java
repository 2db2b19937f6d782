package org.countywise.rooms.planted.stage;

import org.countywise.rooms.planted.definition.Written;

/** Planted: a stage that reads a definition. */
public record ReadsWhatIsWritten(Written written) {}
