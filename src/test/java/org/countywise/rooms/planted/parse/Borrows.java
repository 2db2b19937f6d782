package org.countywise.rooms.planted.parse;

import org.apache.spark.sql.Row;

/** Planted: a parser that uses Spark. */
public record Borrows(Row row) {}
