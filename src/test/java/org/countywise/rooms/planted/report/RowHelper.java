package org.countywise.rooms.planted.report;

/** Planted: an attic by its suffix. */
public record RowHelper(int rows) {}
