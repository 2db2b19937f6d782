package org.countywise.delivery;

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
import org.countywise.report.Finding;
import org.countywise.report.FindingBuilder;
import org.countywise.report.Visible;

/**
 * What is said of a column that is not as declared, and what to do.
 *
 * @param about a finding of the file
 */
record Mismatch(Scan.Column column, FindingBuilder about) {

  /** Another column of the file differs only by case. */
  Finding twin(String other) {
    return said("case").with("other", Visible.quoted(other)).build();
  }

  /** It is not there; some names of columns may be meant for it. */
  Finding absent(Collection<String> alike) {
    return alike.isEmpty()
        ? declared("absent").build()
        : declared("alike")
            .with("alike", alike.stream().map(Visible::quoted).collect(Collectors.joining(", ")))
            .build();
  }

  /** It must be known and has no value. */
  Finding valueless() {
    return declared("valueless").build();
  }

  /** It has another type. */
  Finding type(Type type) {
    String actual = name(type);
    return declared(advice(actual)).with("actual", actual).build();
  }

  private FindingBuilder declared(String what) {
    return said(what).with("declared", column.stored());
  }

  private FindingBuilder said(String what) {
    return about.saying(what).with("column", Visible.quoted(column.given()));
  }

  private String advice(String actual) {
    boolean floating = actual.equals("float") || actual.equals("double");
    if (actual.equals("string") && column.numeric()) {
      return "numbers_as_text";
    }
    if (floating && column.stored().startsWith("int")) {
      return "floating_int";
    }
    if (floating && column.stored().startsWith("decimal")) {
      return "floating_decimal";
    }
    return column.text() ? "no_text" : "type";
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
