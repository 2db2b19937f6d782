package org.countywise.rows;

import org.apache.spark.sql.Row;
import org.apache.spark.sql.RowFactory;
import org.countywise.cube.Part;
import org.countywise.cube.Sum;
import org.countywise.table.Cells;
import org.countywise.table.Parts;

/** Parts of a cube as rows. */
public final class PartRows {
  private PartRows() {}

  static Row row(Part part) {
    return RowFactory.create(
        row(part.numerator()), row(part.denominator()), part.gap(), part.incomplete());
  }

  private static Row row(Sum sum) {
    return RowFactory.create(
        sum.known(),
        sum.unknown(),
        sum.hidden(),
        sum.lost(),
        sum.terms(),
        sum.total(),
        sum.hiddenTotals(),
        sum.lostTotals());
  }

  /** The part of a row of {@link Parts#PART}. */
  public static Part part(Row row) {
    return new Part(
        sum(row.getStruct(0), 0), sum(row.getStruct(1), 0), row.getDecimal(2), row.getBoolean(3));
  }

  /** A sum of a row with the columns of {@link Cells#CELL}, the first of them at a position. */
  static Sum sum(Row row, int first) {
    return new Sum(
        row.getDecimal(first),
        row.getLong(first + 1),
        row.getLong(first + 2),
        row.getLong(first + 3),
        row.getLong(first + 4),
        row.getDecimal(first + 5),
        row.getLong(first + 6),
        row.getLong(first + 7));
  }
}
