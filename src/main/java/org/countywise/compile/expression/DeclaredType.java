package org.countywise.compile.expression;

import java.util.Locale;
import java.util.Optional;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import org.apache.spark.sql.types.DataType;
import org.apache.spark.sql.types.DataTypes;
import org.apache.spark.sql.types.IntegralType;
import org.apache.spark.sql.types.NullType;

/** Types as columns declare them, and as expressions see them. */
public final class DeclaredType {
  private static final Pattern DECIMAL = Pattern.compile("decimal\\((\\d{1,2}), ?(\\d{1,2})\\)");
  private static final int DIGITS = 38;

  private DeclaredType() {}

  /** The type expressions see: whole numbers of any width are int64. */
  public static Optional<DataType> of(String declared) {
    return switch (declared == null ? "" : declared) {
      case "int32", "int64" -> Optional.of(DataTypes.LongType);
      case "double" -> Optional.of(DataTypes.DoubleType);
      case "string" -> Optional.of(DataTypes.StringType);
      case "date" -> Optional.of(DataTypes.DateType);
      case "boolean" -> Optional.of(DataTypes.BooleanType);
      default -> decimal(declared);
    };
  }

  private static Optional<DataType> decimal(String declared) {
    Matcher matcher = DECIMAL.matcher(declared == null ? "" : declared);
    if (!matcher.matches()) {
      return Optional.empty();
    }
    int precision = Integer.parseInt(matcher.group(1));
    int scale = Integer.parseInt(matcher.group(2));
    boolean possible = precision >= 1 && precision <= DIGITS && scale <= precision;
    return possible ? Optional.of(DataTypes.createDecimalType(precision, scale)) : Optional.empty();
  }

  /** A type as columns declare it. */
  public static String name(DataType type) {
    String sql = type.sql().toLowerCase(Locale.ROOT);
    return switch (sql) {
      case "int" -> "int32";
      case "bigint" -> "int64";
      default -> sql;
    };
  }

  /** Whether two columns can be compared: whole numbers of any width are one type. */
  public static boolean same(DataType one, DataType other) {
    boolean unknown = one instanceof NullType || other instanceof NullType;
    return unknown
        || one.equals(other)
        || (one instanceof IntegralType && other instanceof IntegralType);
  }
}
