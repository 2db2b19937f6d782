package org.countywise.parquet;

import java.util.List;
import java.util.Map;
import org.apache.parquet.schema.LogicalTypeAnnotation;
import org.apache.parquet.schema.MessageType;
import org.apache.parquet.schema.PrimitiveType.PrimitiveTypeName;
import org.apache.parquet.schema.Type;
import org.apache.parquet.schema.Types;
import org.countywise.definition.Dataset;

/**
 * How the rows of a dataset are written: the columns of its definition, in its order and types.
 *
 * @param positions where the value of each column stands in a row; beyond its end for an optional
 *     column that there are no values for
 */
public record FileSchema(MessageType type, List<Integer> positions) {

  /**
   * The schema of a dataset.
   *
   * @param columns the columns that there are values for, in the order of rows
   * @throws IllegalArgumentException where the definition demands another
   */
  public static FileSchema of(Dataset dataset, List<String> columns) {
    Types.MessageTypeBuilder type = Types.buildMessage();
    dataset
        .columns()
        .forEach((name, column) -> type.addField(field(nameInFiles(name, column), column)));
    List<Integer> positions =
        dataset.columns().entrySet().stream()
            .map(column -> position(dataset, column, columns))
            .toList();
    return new FileSchema(type.named(dataset.dataset()), positions);
  }

  /** The name of a declared column in files. */
  public static String nameInFiles(String name, Dataset.Column column) {
    return column.column() == null ? name : column.column();
  }

  private static int position(
      Dataset dataset, Map.Entry<String, Dataset.Column> column, List<String> columns) {
    int position = columns.indexOf(column.getKey());
    if (position < 0 && !Boolean.TRUE.equals(column.getValue().optional())) {
      throw new IllegalArgumentException(
          "there are no values for the column %s that %s demands; declare it optional, or name the definitions of Countywise with --jobs"
              .formatted(column.getKey(), dataset.dataset()));
    }
    return position < 0 ? columns.size() : position;
  }

  private static Type field(String name, Dataset.Column column) {
    Type.Repetition repetition =
        Boolean.TRUE.equals(column.optional())
            ? Type.Repetition.OPTIONAL
            : Type.Repetition.REQUIRED;
    return switch (column.type()) {
      case "int32" -> Types.primitive(PrimitiveTypeName.INT32, repetition).named(name);
      case "int64" -> Types.primitive(PrimitiveTypeName.INT64, repetition).named(name);
      case "boolean" -> Types.primitive(PrimitiveTypeName.BOOLEAN, repetition).named(name);
      case "date" ->
          Types.primitive(PrimitiveTypeName.INT32, repetition)
              .as(LogicalTypeAnnotation.dateType())
              .named(name);
      case "string" ->
          Types.primitive(PrimitiveTypeName.BINARY, repetition)
              .as(LogicalTypeAnnotation.stringType())
              .named(name);
      case "decimal(12,2)" ->
          Types.primitive(PrimitiveTypeName.INT64, repetition)
              .as(LogicalTypeAnnotation.decimalType(2, 12))
              .named(name);
      default ->
          throw new IllegalArgumentException(
              "the column %s cannot be written as %s".formatted(name, column.type()));
    };
  }
}
