package org.countywise.rows;

import static org.apache.spark.sql.functions.abs;
import static org.apache.spark.sql.functions.concat;
import static org.apache.spark.sql.functions.greatest;
import static org.apache.spark.sql.functions.lit;
import static org.apache.spark.sql.functions.sum;
import static org.apache.spark.sql.functions.when;

import java.math.BigDecimal;
import java.util.List;
import org.apache.spark.sql.Column;
import org.countywise.table.Field;

/**
 * An exact sum of products with more digits than one decimal has: whole trillions, and what is
 * beside them.
 */
record LongSum(Column trillions, Column rest) {
  private static final BigDecimal TRILLION = BigDecimal.TEN.pow(12);
  private static final String WHOLE = "decimal(38,0)";
  private static final String BESIDE = "decimal(19,6)";

  /** The sums of values of at most 31 digits and 6 decimals times whole numbers of at most 22. */
  static List<Column> sums(String name, Column value, Column times) {
    Column rest = rest(value);
    Column trillions = trillions(value, rest).cast("decimal(20,0)");
    return List.of(
        sum(trillions.multiply(times)).cast(WHOLE).as(name + "_trillions"),
        sum(rest.multiply(times)).cast("decimal(38,6)").as(name + "_rest"));
  }

  /** The sum of these sums' columns. */
  static LongSum of(String name) {
    Column unsorted = Field.declared(name + "_rest");
    Column rest = rest(unsorted);
    Column trillions =
        Field.declared(name + "_trillions").plus(trillions(unsorted, rest).cast(WHOLE));
    return new LongSum(trillions.cast(WHOLE), rest);
  }

  private static Column rest(Column value) {
    return value.mod(lit(TRILLION)).cast(BESIDE);
  }

  private static Column trillions(Column value, Column rest) {
    return value.minus(rest).divide(lit(TRILLION));
  }

  /**
   * The sum as it is where it and another fit what a part of an indicator holds, else both divided
   * by a trillion, or by its square: their quotient stays what it is.
   *
   * @param digits of the sum as it is, how many stand behind the point of what was summed
   */
  Column fitting(LongSum other, int digits) {
    Column size = greatest(abs(trillions), abs(other.trillions));
    Column beside = rest.cast("decimal(38,18)").divide(lit(TRILLION)).cast(Field.EXACT);
    Column exact =
        trillions.cast("decimal(14,0)").multiply(lit(TRILLION)).cast(Field.EXACT).plus(rest);
    return when(size.lt(lit(BigDecimal.TEN.pow(13))), pointed(exact.cast(Field.EXACT), digits))
        .when(
            size.lt(lit(BigDecimal.TEN.pow(25))),
            trillions.cast(Field.EXACT).plus(beside).cast(Field.EXACT))
        .otherwise(trillions.cast(WHOLE).divide(lit(TRILLION)).cast(Field.EXACT));
  }

  /** A number with the point where it was; only text can do it without losing digits. */
  private static Column pointed(Column number, int digits) {
    return digits == 0
        ? number
        : concat(number.cast("string"), lit("E-" + digits)).cast(Field.EXACT);
  }
}
