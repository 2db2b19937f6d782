package org.countywise.source;

import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.Set;
import java.util.TreeSet;
import org.apache.parquet.schema.LogicalTypeAnnotation;
import org.apache.parquet.schema.LogicalTypeAnnotation.DateLogicalTypeAnnotation;
import org.apache.parquet.schema.LogicalTypeAnnotation.DecimalLogicalTypeAnnotation;
import org.apache.parquet.schema.LogicalTypeAnnotation.IntLogicalTypeAnnotation;
import org.apache.parquet.schema.LogicalTypeAnnotation.StringLogicalTypeAnnotation;
import org.apache.parquet.schema.PrimitiveType;
import org.apache.parquet.schema.PrimitiveType.PrimitiveTypeName;
import org.apache.parquet.schema.Type;
import org.countywise.plan.Scan;
import org.countywise.report.Finding;

/** Proves a file's columns against the declared ones. */
final class Schemas {
  private Schemas() {}

  static List<Finding> findings(Scan scan, Footer footer) {
    List<Finding> found = new ArrayList<>();
    for (Scan.Column column : scan.columns()) {
      String wanted = column.text() ? "string" : column.type();
      String actual =
          footer.schema().containsField(column.name())
              ? type(footer.schema().getType(column.name()))
              : "absent";
      if (!fits(wanted, actual)) {
        found.add(
            finding(
                scan,
                footer,
                Finding.Severity.BLOCKER,
                mismatch(footer, column.name(), wanted, actual)));
      }
    }
    Set<String> unknown = new TreeSet<>();
    footer.schema().getFields().forEach(field -> unknown.add(field.getName()));
    unknown.removeAll(scan.columnNames());
    if (!unknown.isEmpty()) {
      found.add(
          finding(
              scan,
              footer,
              Finding.Severity.WARNING,
              "file "
                  + footer.file().name()
                  + " has columns that are not declared and are ignored: "
                  + String.join(", ", unknown)));
    }
    return found;
  }

  private static String mismatch(Footer footer, String column, String wanted, String actual) {
    return "file "
        + footer.file().name()
        + ": column '"
        + column
        + "' "
        + ("absent".equals(actual) ? "is absent" : "is " + actual)
        + ", declared is "
        + wanted
        + "; deliver the file with that column";
  }

  private static Finding finding(
      Scan scan, Footer footer, Finding.Severity severity, String message) {
    String rule = severity == Finding.Severity.WARNING ? "unknown_column" : "schema";
    return new Finding(
        rule, scan.dataset(), footer.file().period(), "", severity, 0, List.of(), message);
  }

  private static boolean fits(String wanted, String actual) {
    return wanted.replace(" ", "").equals(actual)
        || (wanted.startsWith("int") && actual.startsWith("int"));
  }

  private static String type(Type type) {
    if (!type.isPrimitive() || type.isRepetition(Type.Repetition.REPEATED)) {
      return "nested";
    }
    PrimitiveType primitive = type.asPrimitiveType();
    LogicalTypeAnnotation meaning = primitive.getLogicalTypeAnnotation();
    PrimitiveTypeName stored = primitive.getPrimitiveTypeName();
    if (meaning instanceof DecimalLogicalTypeAnnotation decimal) {
      return "decimal(" + decimal.getPrecision() + "," + decimal.getScale() + ")";
    }
    if (meaning instanceof DateLogicalTypeAnnotation) {
      return "date";
    }
    if (meaning instanceof StringLogicalTypeAnnotation) {
      return "string";
    }
    if (meaning instanceof IntLogicalTypeAnnotation whole) {
      return whole.isSigned() || whole.getBitWidth() < 64 ? "int" + whole.getBitWidth() : "uint64";
    }
    return meaning == null ? plain(stored) : meaning.toString().toLowerCase(Locale.ROOT);
  }

  private static String plain(PrimitiveTypeName stored) {
    return stored == PrimitiveTypeName.FLOAT ? "float" : stored.name().toLowerCase(Locale.ROOT);
  }
}
