package org.countywise.source;

import java.util.Collection;
import java.util.Locale;
import java.util.stream.Collectors;
import org.apache.parquet.schema.LogicalTypeAnnotation;
import org.apache.parquet.schema.LogicalTypeAnnotation.DateLogicalTypeAnnotation;
import org.apache.parquet.schema.LogicalTypeAnnotation.DecimalLogicalTypeAnnotation;
import org.apache.parquet.schema.LogicalTypeAnnotation.IntLogicalTypeAnnotation;
import org.apache.parquet.schema.LogicalTypeAnnotation.StringLogicalTypeAnnotation;
import org.apache.parquet.schema.LogicalTypeAnnotation.TimestampLogicalTypeAnnotation;
import org.apache.parquet.schema.PrimitiveType;
import org.apache.parquet.schema.PrimitiveType.PrimitiveTypeName;
import org.apache.parquet.schema.Type;
import org.countywise.plan.Scan;
import org.countywise.report.Visible;

/** What is said of a column that is not as declared, and what to do. */
final class Mismatch {
  private Mismatch() {}

  /** Of a column that is not there, with names that may be meant for it. */
  static String absent(Scan.Column column, Collection<String> alike) {
    return Visible.quoted(column.given())
        + " is absent, declared is "
        + column.stored()
        + "; deliver the file with that column"
        + (alike.isEmpty()
            ? ""
            : "; it has "
                + alike.stream().map(Visible::quoted).collect(Collectors.joining(", "))
                + ", which is another name: rename it there, or give that name as 'column' in the"
                + " dataset");
  }

  /** Of a column that must be known and has no value. */
  static String valueless(Scan.Column column) {
    return Visible.quoted(column.given())
        + " holds no value at all (its type is null), declared is "
        + column.stored()
        + ", never unknown; deliver the file with its values, or write 'optional: true' in the"
        + " dataset if they may be unknown";
  }

  /** Of a column of another type. */
  static String type(Scan.Column column, Type type) {
    String actual = name(type);
    return Visible.quoted(column.given())
        + " is "
        + actual
        + ", declared is "
        + column.stored()
        + "; deliver the file with that column as "
        + column.stored()
        + advice(column, actual);
  }

  private static String advice(Scan.Column column, String actual) {
    boolean floating = actual.equals("float") || actual.equals("double");
    if (actual.equals("string") && column.numeric()) {
      return ", or write 'stored: string' in the dataset if all its files have numbers as text";
    }
    if (floating && column.stored().startsWith("int")) {
      return ", in pandas with astype('Int64'): a floating number may have lost digits, and is what"
          + " pandas makes of whole numbers some of which are unknown";
    }
    if (floating && column.stored().startsWith("decimal")) {
      return ", or declare it double if rounded numbers are meant";
    }
    return column.text() ? ", or leave 'stored: string' out of the dataset" : "";
  }

  private static String name(Type type) {
    if (!type.isPrimitive() || type.isRepetition(Type.Repetition.REPEATED)) {
      return "nested";
    }
    PrimitiveType primitive = type.asPrimitiveType();
    LogicalTypeAnnotation meaning = primitive.getLogicalTypeAnnotation();
    if (meaning instanceof DecimalLogicalTypeAnnotation decimal) {
      return "decimal(" + decimal.getPrecision() + "," + decimal.getScale() + ")";
    }
    if (meaning instanceof DateLogicalTypeAnnotation) {
      return "date";
    }
    if (meaning instanceof StringLogicalTypeAnnotation) {
      return "string";
    }
    if (meaning instanceof TimestampLogicalTypeAnnotation) {
      return "timestamp";
    }
    if (meaning instanceof IntLogicalTypeAnnotation whole) {
      return (whole.isSigned() ? "int" : "uint") + whole.getBitWidth();
    }
    return meaning == null ? plain(primitive) : meaning.toString().toLowerCase(Locale.ROOT);
  }

  private static String plain(PrimitiveType stored) {
    return stored.getPrimitiveTypeName() == PrimitiveTypeName.INT96
        ? "timestamp (stored as INT96)"
        : stored.getPrimitiveTypeName().name().toLowerCase(Locale.ROOT);
  }
}
