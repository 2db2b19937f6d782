package org.countywise.stage;

import static org.apache.spark.sql.functions.coalesce;
import static org.apache.spark.sql.functions.greatest;
import static org.apache.spark.sql.functions.lit;
import static org.apache.spark.sql.functions.when;

import java.util.function.Function;
import org.apache.spark.sql.Column;
import org.countywise.table.Cells;
import org.countywise.table.Field;

/**
 * The numbers of a sum after its published total stood in for it, where it has one and its parts
 * are not all known.
 *
 * @param numbers of the cell, or of a side, by field
 * @param here where totals are looked at; elsewhere they are left for later
 */
record StandIn(Function<Field, Column> numbers, Column here) {

  /** A number, afterwards. */
  Column number(Field field) {
    Column before = numbers.apply(field);
    if (field.equals(Cells.SUM)) {
      return when(stands(), numbers.apply(Cells.TOTAL)).otherwise(before);
    }
    if (field.equals(Cells.UNKNOWN)) {
      return when(stands(), 0L).otherwise(before);
    }
    if (field.equals(Cells.HIDDEN)) {
      return when(stands(), 0L).when(totalIsHidden(), 1L).otherwise(before);
    }
    if (field.equals(Cells.LOST)) {
      return when(stands(), 0L)
          .when(totalIsLost(), greatest(count(Cells.LOST), lit(1L)))
          .otherwise(before);
    }
    return field.equals(Cells.TERMS) ? when(stands(), 1L).otherwise(before) : before;
  }

  /** The difference between a published total and its parts, where all of them are known. */
  Column gap() {
    Column difference =
        numbers.apply(Cells.TOTAL).minus(numbers.apply(Cells.SUM)).cast(Field.EXACT);
    Column known = isWhole().and(incomplete().unary_$bang());
    return when(here.and(known).and(difference.notEqual(0)), difference);
  }

  private Column stands() {
    Column total = numbers.apply(Cells.TOTAL).isNotNull().and(isWhole());
    return here.and(total).and(incomplete());
  }

  /** No row of the total is hidden or lost. */
  private Column isWhole() {
    return count(Cells.TOTAL_HIDDEN).equalTo(0).and(count(Cells.TOTAL_LOST).equalTo(0));
  }

  private Column incomplete() {
    return noneShown().or(count(Cells.UNKNOWN).gt(0)).or(count(Cells.LOST).gt(0));
  }

  private Column noneShown() {
    return count(Cells.HIDDEN).gt(0).or(count(Cells.TERMS).equalTo(0));
  }

  /** What both hide exists and is not known. */
  private Column totalIsHidden() {
    return here.and(noneShown()).and(count(Cells.TOTAL_HIDDEN).gt(0));
  }

  private Column totalIsLost() {
    return here.and(incomplete()).and(count(Cells.TOTAL_LOST).gt(0));
  }

  private Column count(Field field) {
    return coalesce(numbers.apply(field), lit(0L));
  }
}
