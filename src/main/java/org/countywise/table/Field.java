package org.countywise.table;

import java.util.Collection;
import java.util.stream.Stream;
import org.apache.spark.sql.Column;
import org.apache.spark.sql.Dataset;
import org.apache.spark.sql.Row;
import org.apache.spark.sql.functions;
import org.apache.spark.sql.types.DataType;
import org.apache.spark.sql.types.DataTypes;
import org.apache.spark.sql.types.DecimalType;
import org.apache.spark.sql.types.StructField;
import org.apache.spark.sql.types.StructType;

/** A column the engine itself names. */
public record Field(String name, DataType type, boolean nullable) {
  /** Exact numbers: 26 digits before the point, 12 behind it. */
  public static final DecimalType EXACT = DataTypes.createDecimalType(38, 12);

  static Field text(String name) {
    return new Field(name, DataTypes.StringType, false);
  }

  static Field whole(String name) {
    return new Field(name, DataTypes.LongType, false);
  }

  static Field number(String name, boolean nullable) {
    return new Field(name, DataTypes.LongType, nullable);
  }

  static Field exact(String name) {
    return new Field(name, EXACT, true);
  }

  static Field flag(String name) {
    return new Field(name, DataTypes.BooleanType, false);
  }

  /** The type a declared column is read as: whole numbers of any width as int64. */
  public static DataType typeOf(String declared) {
    return declared.startsWith("int") ? DataTypes.LongType : DataType.fromDDL(declared);
  }

  /** The column as an expression. */
  public Column column() {
    return functions.col(name);
  }

  /** The column of a dataset under an alias. */
  public Column of(String alias) {
    return functions.col(alias + "." + name);
  }

  /** Whether its value is one of some. */
  public Column in(Collection<?> values) {
    return column().isin(values.toArray());
  }

  /** A declared column of a dataset: the name comes from jobs/. */
  public static Column declared(String name) {
    return functions.col(quoted(name));
  }

  /** A name as it stands in SQL, whatever it holds. */
  public static String quoted(String name) {
    return "`" + name.replace("`", "``") + "`";
  }

  /** A field inside a struct column. */
  public static Column inside(String struct, String name) {
    return functions.col("`" + struct + "`.`" + name + "`");
  }

  /** Rows with more columns, which Spark analyses in one step. */
  public static Dataset<Row> with(Dataset<Row> rows, Column... more) {
    return rows.select(
        Stream.concat(Stream.of(functions.col("*")), Stream.of(more)).toArray(Column[]::new));
  }

  /** The field of a struct. */
  public static Column of(Column struct, Field field) {
    return struct.getField(field.name());
  }

  StructField structField() {
    return DataTypes.createStructField(name, type, nullable);
  }

  /** A schema of these fields in order. */
  public static StructType schema(Field... fields) {
    StructType schema = new StructType();
    for (Field field : fields) {
      schema = schema.add(field.structField());
    }
    return schema;
  }

  /** Names of fields two datasets share, for a join on them. */
  public static scala.collection.immutable.Seq<String> names(Field... fields) {
    return scala.jdk.javaapi.CollectionConverters.asScala(
            java.util.Arrays.stream(fields).map(Field::name).toList())
        .toSeq();
  }

  /** These fields as expressions, in order. */
  public static Column[] columns(java.util.Collection<Field> fields) {
    return fields.stream().map(Field::column).toArray(Column[]::new);
  }

  /** These fields as expressions, in order. */
  public static Column[] columns(Field... fields) {
    return java.util.Arrays.stream(fields).map(Field::column).toArray(Column[]::new);
  }
}
