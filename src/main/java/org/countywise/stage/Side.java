package org.countywise.stage;

import static org.apache.spark.sql.functions.coalesce;
import static org.apache.spark.sql.functions.lit;

import java.util.List;
import java.util.Locale;
import org.apache.spark.sql.Column;
import org.countywise.table.Cells;
import org.countywise.table.Field;

/** The two sides of an indicator, each carried as the numbers of a cell until it is published. */
enum Side {
  NUMERATOR,
  DENOMINATOR;

  static final List<Field> NUMBERS =
      List.of(
          Cells.SUM,
          Cells.UNKNOWN,
          Cells.HIDDEN,
          Cells.LOST,
          Cells.TERMS,
          Cells.TOTAL,
          Cells.TOTAL_HIDDEN,
          Cells.TOTAL_LOST);

  /** A number of this side under its column's name. */
  Column as(Field number, Column value) {
    return value.cast(number.type()).as(nameOf(number));
  }

  Column column(Field number) {
    return Field.declared(nameOf(number));
  }

  /** A count of this side, 0 where no term was met. */
  Column count(Field number) {
    return coalesce(column(number), lit(0L));
  }

  String nameOf(Field number) {
    return name().toLowerCase(Locale.ROOT) + "_" + number.name();
  }
}
