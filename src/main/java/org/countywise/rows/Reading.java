package org.countywise.rows;

import static org.apache.spark.sql.functions.abs;
import static org.apache.spark.sql.functions.coalesce;
import static org.apache.spark.sql.functions.isnan;
import static org.apache.spark.sql.functions.lit;
import static org.apache.spark.sql.functions.when;

import java.util.ArrayList;
import java.util.List;
import org.apache.spark.sql.Column;
import org.apache.spark.sql.types.DataType;
import org.apache.spark.sql.types.DataTypes;
import org.countywise.plan.Scan;
import org.countywise.table.Field;

/**
 * How the stored values of a declared column become values of its type, and why some cannot: one
 * that is there never becomes unknown in silence.
 *
 * @param stored the type the column has in the file
 * @param hidden where the publisher hides it
 * @param fault why what the file holds is no value of the type, where reading it told; else null
 */
record Reading(Scan.Column column, DataType stored, Column hidden, Column fault) {
  private static final long INT32 = Integer.MAX_VALUE;

  /** The value; null where it is unknown or hidden, or cannot be read and that is forgiven. */
  Column value() {
    Column value = asIs() ? number() : when(hidden, lit(null)).otherwise(number());
    return column.forgiving() ? when(unreadable().isNull(), value) : value;
  }

  /** What kind of value it is that cannot be read, as a sentence without subject; else null. */
  Column unreadable() {
    List<Column> kinds = new ArrayList<>(List.of(fault));
    if (!asIs()) {
      kinds.add(when(lost(), kindOfLost()));
    }
    if ("double".equals(column.type())) {
      notFinite(number()).forEach(kinds::add);
    }
    if ("int32".equals(column.type())) {
      Column within = number().between(-INT32 - 1, INT32);
      kinds.add(when(within.unary_$bang(), lit(outOfRange())));
    }
    return when(hidden.unary_$bang(), coalesce(kinds.toArray(Column[]::new)));
  }

  /** What is wrong with doubles that are no finite number. */
  static List<Column> notFinite(Column number) {
    return List.of(
        when(isnan(number), lit("is NaN, which is no number")),
        when(abs(number).equalTo(Double.POSITIVE_INFINITY), lit("is infinite")));
  }

  /** Where the file says nothing. */
  Column isMissing() {
    return in().isNull().and(fault.isNull()).and(hidden.unary_$bang());
  }

  private Column in() {
    return Field.declared(column.name());
  }

  private DataType type() {
    return Field.typeOf(column.type());
  }

  private boolean asIs() {
    return stored.equals(type());
  }

  private Column number() {
    return asIs() ? in() : in().try_cast(type());
  }

  private Column lost() {
    return in().isNotNull().and(number().isNull());
  }

  private Column kindOfLost() {
    if (!column.numeric()) {
      return lit("is no " + column.type());
    }
    Column about = in().try_cast(DataTypes.DoubleType);
    List<Column> kinds = new ArrayList<>(List.of(when(about.isNull(), lit("is no number"))));
    kinds.addAll(notFinite(about));
    if (column.type().startsWith("int")) {
      kinds.add(when(about.mod(lit(1)).notEqual(0), lit("is no whole number")));
    }
    kinds.add(lit(outOfRange()));
    return coalesce(kinds.toArray(Column[]::new));
  }

  private String outOfRange() {
    return "is out of the range of " + column.type();
  }
}
