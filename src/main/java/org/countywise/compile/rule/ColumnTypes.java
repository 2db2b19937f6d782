package org.countywise.compile.rule;

import java.util.HashSet;
import java.util.List;
import java.util.Optional;
import org.apache.spark.sql.types.BooleanType;
import org.apache.spark.sql.types.DataType;
import org.apache.spark.sql.types.DataTypes;
import org.apache.spark.sql.types.DateType;
import org.apache.spark.sql.types.DecimalType;
import org.apache.spark.sql.types.NumericType;
import org.apache.spark.sql.types.StringType;
import org.countywise.compile.expression.DeclaredType;
import org.countywise.compile.resolve.DefinitionIndex;
import org.countywise.compile.resolve.DefinitionPath;
import org.countywise.definition.Dataset;

/**
 * Columns have a known type that fits what is said about them.
 *
 * <p>A column has a known type; a closed list is of text, a unit and 'negative' are of numbers, a
 * date is a date, a flag is true or false; what can be unreadable is no key.
 */
final class ColumnTypes implements Rule {
  private static final String KNOWN =
      "known types are int32, int64, decimal(p,s), double, string, date, boolean";

  @Override
  public void check(DefinitionIndex definitionIndex, Problems problems) {
    for (Dataset dataset : definitionIndex.datasets().values()) {
      DefinitionPath.dataset(dataset.dataset())
          .each("columns", dataset.columns(), (at, name, column) -> check(at, column, problems));
      dataset.key().forEach(name -> checkKey(dataset, name, problems));
    }
  }

  private static void check(
      DefinitionPath definitionPath, Dataset.Column column, Problems problems) {
    if (column.type() == null) {
      return;
    }
    Optional<DataType> type = DeclaredType.of(column.type());
    if (type.isEmpty()) {
      problems.add(definitionPath.at("type"), "unknown type '" + column.type() + "'", KNOWN);
      return;
    }
    checkList(definitionPath, column, type.get(), problems);
    checkNumber(definitionPath, column, type.get(), problems);
    checkRole(definitionPath, column, type.get(), problems);
    checkReadable(definitionPath, column, type.get(), problems);
  }

  private static void checkList(
      DefinitionPath definitionPath, Dataset.Column column, DataType type, Problems problems) {
    List<String> values = column.values();
    if (!values.isEmpty() && !(type instanceof StringType)) {
      problems.add(
          definitionPath.at("values"),
          "a closed list for the type " + column.type(),
          "only text has one: leave the list out or declare a string");
    }
    if (new HashSet<>(values).size() < values.size()) {
      problems.add(
          definitionPath.at("values"), "a value occurs twice in the closed list", "write it once");
    }
  }

  private static void checkNumber(
      DefinitionPath definitionPath, Dataset.Column column, DataType type, Problems problems) {
    boolean number = type instanceof NumericType;
    String only = "only numbers have one: leave it out or declare a number";
    if (column.unit() != null && !number) {
      problems.add(definitionPath.at("unit"), "a unit for the type " + column.type(), only);
    }
    if (column.negative() != null && !number) {
      problems.add(definitionPath.at("negative"), "'negative' for the type " + column.type(), only);
    }
    if (column.stored() != null && !(column.stored().equals("string") && number)) {
      problems.add(
          definitionPath.at("stored"),
          "stored '" + column.stored() + "' for the type " + column.type(),
          "write 'stored: string' for numbers that the file has as text, or leave it out");
    }
  }

  private static void checkReadable(
      DefinitionPath definitionPath, Dataset.Column column, DataType type, Problems problems) {
    if (column.unreadable() != null
        && (type instanceof StringType || type instanceof BooleanType)) {
      problems.add(
          definitionPath.at("unreadable"),
          "'unreadable' for the type " + column.type(),
          "every " + column.type() + " can be read: leave it out");
    }
  }

  private static void checkKey(Dataset dataset, String name, Problems problems) {
    Dataset.Column column = dataset.columns().get(name);
    if (column != null && column.unreadable() == Dataset.Unreadable.UNKNOWN) {
      problems.add(
          DefinitionPath.dataset(dataset.dataset()).at("columns", name).at("unreadable"),
          "an unreadable key '" + name + "' taken as unknown",
          "a row without its key cannot be told from others: write reject, or leave it out");
    }
  }

  private static void checkRole(
      DefinitionPath definitionPath, Dataset.Column column, DataType type, Problems problems) {
    if (column.role() == null) {
      return;
    }
    String wanted =
        switch (column.role()) {
          case REGION, TEXT -> type instanceof StringType ? "" : "string";
          case AMOUNT -> type instanceof NumericType ? "" : "a number";
          case DATE -> type instanceof DateType ? "" : "date";
          case FLAG -> type instanceof BooleanType ? "" : "boolean";
          case IDENTIFIER ->
              type instanceof DecimalType || type.equals(DataTypes.DoubleType)
                  ? "int64 or string"
                  : "";
          case CATEGORY -> "";
        };
    if (!wanted.isEmpty()) {
      problems.add(
          definitionPath.at("role"),
          "the role '"
              + column.role().name().toLowerCase(java.util.Locale.ROOT)
              + "' for the type "
              + column.type(),
          "the role needs " + wanted);
    }
  }
}
