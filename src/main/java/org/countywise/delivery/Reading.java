package org.countywise.delivery;

import java.util.Optional;
import org.apache.parquet.schema.LogicalTypeAnnotation;
import org.apache.parquet.schema.LogicalTypeAnnotation.DateLogicalTypeAnnotation;
import org.apache.parquet.schema.LogicalTypeAnnotation.DecimalLogicalTypeAnnotation;
import org.apache.parquet.schema.LogicalTypeAnnotation.EnumLogicalTypeAnnotation;
import org.apache.parquet.schema.LogicalTypeAnnotation.IntLogicalTypeAnnotation;
import org.apache.parquet.schema.LogicalTypeAnnotation.JsonLogicalTypeAnnotation;
import org.apache.parquet.schema.LogicalTypeAnnotation.StringLogicalTypeAnnotation;
import org.apache.parquet.schema.LogicalTypeAnnotation.TimeUnit;
import org.apache.parquet.schema.LogicalTypeAnnotation.TimestampLogicalTypeAnnotation;
import org.apache.parquet.schema.PrimitiveType;
import org.apache.parquet.schema.PrimitiveType.PrimitiveTypeName;
import org.apache.parquet.schema.Type;
import org.apache.spark.sql.types.DataType;
import org.apache.spark.sql.types.DataTypes;
import org.countywise.table.Field;

/**
 * How a column of a file becomes the declared one.
 *
 * @param type what Spark reads it as; null where there is nothing to read
 * @param value SQL of the declared value, null where what is there is none; the stored value is
 *     {@code {}}
 * @param fault what is said of a value that is none; empty where every value is one
 */
record Reading(DataType type, String value, String fault) {
  private static final String AS_IT_IS = "{}";
  private static final long MILLIS_A_DAY = 86_400_000L;

  /** How a column of a declared type is read; empty where it holds something else. */
  static Optional<Reading> of(String declared, Type column) {
    if (!column.isPrimitive() || column.isRepetition(Type.Repetition.REPEATED)) {
      return Optional.empty();
    }
    PrimitiveType stored = column.asPrimitiveType();
    return switch (declared) {
      case "int32", "int64" -> whole(stored);
      case "double" -> floating(stored);
      case "string" -> text(stored);
      case "date" -> day(stored);
      case "boolean" -> bit(stored);
      default -> decimal(declared, stored);
    };
  }

  /** As it stands in the file, unknown where the file does not have it. */
  static Reading plain(String declared) {
    return new Reading(Field.typeOf(declared), AS_IT_IS, "");
  }

  /** Of a column that holds no value. */
  static Reading unknown(String declared) {
    return new Reading(null, "cast(null as " + Field.typeOf(declared).sql() + ")", "");
  }

  private static Optional<Reading> whole(PrimitiveType stored) {
    LogicalTypeAnnotation meaning = stored.getLogicalTypeAnnotation();
    if (!isIn(stored, PrimitiveTypeName.INT32, PrimitiveTypeName.INT64)
        || !(meaning == null || meaning instanceof IntLogicalTypeAnnotation)) {
      return Optional.empty();
    }
    return meaning instanceof IntLogicalTypeAnnotation whole
            && !whole.isSigned()
            && whole.getBitWidth() == Long.SIZE
        ? Optional.of(
            new Reading(
                DataTypes.createDecimalType(20, 0),
                "try_cast({} as bigint)",
                "is out of the range of int64"))
        : Optional.of(plain("int64"));
  }

  private static Optional<Reading> floating(PrimitiveType stored) {
    return isIn(stored, PrimitiveTypeName.FLOAT, PrimitiveTypeName.DOUBLE)
            && stored.getLogicalTypeAnnotation() == null
        ? Optional.of(plain("double"))
        : Optional.empty();
  }

  private static Optional<Reading> text(PrimitiveType stored) {
    LogicalTypeAnnotation meaning = stored.getLogicalTypeAnnotation();
    if (meaning instanceof StringLogicalTypeAnnotation
        || meaning instanceof EnumLogicalTypeAnnotation
        || meaning instanceof JsonLogicalTypeAnnotation) {
      return Optional.of(plain("string"));
    }
    return isIn(stored, PrimitiveTypeName.BINARY) && meaning == null
        ? Optional.of(
            new Reading(
                DataTypes.StringType,
                "case when is_valid_utf8({}) then {} end",
                "is no text in UTF-8"))
        : Optional.empty();
  }

  private static Optional<Reading> bit(PrimitiveType stored) {
    return isIn(stored, PrimitiveTypeName.BOOLEAN) && stored.getLogicalTypeAnnotation() == null
        ? Optional.of(plain("boolean"))
        : Optional.empty();
  }

  /** A moment is a day where it is midnight there, or in UTC where the file says no place. */
  private static Optional<Reading> day(PrimitiveType stored) {
    LogicalTypeAnnotation meaning = stored.getLogicalTypeAnnotation();
    String fault = "has a time of day and is declared a date";
    if (meaning instanceof DateLogicalTypeAnnotation) {
      return Optional.of(plain("date"));
    }
    if (meaning instanceof TimestampLogicalTypeAnnotation moment) {
      String aDay = ticksADay(moment.getUnit()) + "L";
      String day = "date_from_unix_date(try_cast({} div " + aDay + " as int))";
      return Optional.of(
          new Reading(
              DataTypes.LongType, "case when {} % " + aDay + " = 0 then " + day + " end", fault));
    }
    return isIn(stored, PrimitiveTypeName.INT96)
        ? Optional.of(
            new Reading(
                DataTypes.TimestampNTZType,
                "case when cast(cast({} as date) as timestamp_ntz) = {} then cast({} as date) end",
                fault))
        : Optional.empty();
  }

  private static long ticksADay(TimeUnit unit) {
    return switch (unit) {
      case MILLIS -> MILLIS_A_DAY;
      case MICROS -> MILLIS_A_DAY * 1_000;
      case NANOS -> MILLIS_A_DAY * 1_000_000;
    };
  }

  /** Other digits than the declared ones are taken where none is lost. */
  private static Optional<Reading> decimal(String declared, PrimitiveType stored) {
    if (!(stored.getLogicalTypeAnnotation() instanceof DecimalLogicalTypeAnnotation given)
        || given.getPrecision() > 38) {
      return Optional.empty();
    }
    // Spark reads bytes of any length as a decimal only where it has more digits than a long.
    boolean bytes = isIn(stored, PrimitiveTypeName.BINARY);
    int digits = bytes ? Math.max(19, given.getPrecision()) : given.getPrecision();
    DataType type = DataTypes.createDecimalType(digits, given.getScale());
    DataType wanted = Field.typeOf(declared);
    if (type.equals(wanted)) {
      return Optional.of(plain(declared));
    }
    String cast = "try_cast({} as " + wanted.sql() + ")";
    return Optional.of(
        new Reading(
            type,
            "case when try_cast(" + cast + " as " + type.sql() + ") = {} then " + cast + " end",
            "does not fit into " + declared));
  }

  private static boolean isIn(PrimitiveType stored, PrimitiveTypeName... names) {
    return java.util.Set.of(names).contains(stored.getPrimitiveTypeName());
  }
}
