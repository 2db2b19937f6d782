package org.countywise.rooms.planted.attic;

import org.apache.spark.sql.Row;

/** Planted: a room that nobody gave doors, using a library. */
public record Leftover(Row row) {}
