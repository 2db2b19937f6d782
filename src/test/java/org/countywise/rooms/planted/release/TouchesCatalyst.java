package org.countywise.rooms.planted.release;

import org.apache.spark.sql.catalyst.expressions.Expression;

/** Planted: Spark internals outside compile.expression. */
public record TouchesCatalyst(Expression expression) {}
