package org.countywise.compile.expression;

import java.util.ArrayList;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Set;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.apache.spark.sql.catalyst.analysis.UnresolvedAttribute;
import org.apache.spark.sql.catalyst.expressions.Literal;
import org.apache.spark.sql.types.BooleanType;
import org.apache.spark.sql.types.DataType;
import org.apache.spark.sql.types.DecimalType;
import org.apache.spark.sql.types.IntegralType;
import org.apache.spark.sql.types.NullType;
import org.apache.spark.sql.types.StringType;
import org.apache.spark.sql.types.StructField;
import org.apache.spark.sql.types.StructType;
import scala.jdk.javaapi.CollectionConverters;

/** What analysts' SQL expressions name, mean and do wrong; found without a Spark session. */
public final class Expressions {
  private static final int DECIMALS = 12;
  private static final int DECIMALS_OF_RECORD = 6;

  private Expressions() {}

  /** What an expression has to give. */
  public enum Wanted {
    CONDITION("a condition, true or false", "write a comparison, such as channel = 'migrant'"),
    TEXT("text", "write cast(… as string)"),
    EXACT(
        "an exact number, whole or with at most 12 decimals",
        "sum whole numbers or decimals as they are; an indicator divides the sums"),
    OF_RECORD(
        "an exact number, whole or with at most 6 decimals",
        "write cast(… as decimal(18,6)), or with fewer decimals"),
    WHOLE("a whole number", "tally whole numbers, such as amounts in fen"),
    ANY("a value", "");

    private final String words;
    private final String remedy;

    Wanted(String words, String remedy) {
      this.words = words;
      this.remedy = remedy;
    }

    private boolean accepts(DataType type) {
      return type instanceof NullType
          || switch (this) {
            case CONDITION -> type instanceof BooleanType;
            case TEXT -> type instanceof StringType;
            case EXACT ->
                type instanceof IntegralType
                    || (type instanceof DecimalType decimal && decimal.scale() <= DECIMALS);
            case OF_RECORD ->
                type instanceof IntegralType
                    || (type instanceof DecimalType decimal
                        && decimal.scale() <= DECIMALS_OF_RECORD);
            case WHOLE -> type instanceof IntegralType;
            case ANY -> !(type instanceof StructType);
          };
    }
  }

  /**
   * Names of columns in an expression, {@code reference.column} as one name.
   *
   * @throws IllegalArgumentException where it is no expression
   */
  public static Set<String> columns(String sql) {
    return columns(Syntax.of(sql));
  }

  /** Whether SQL reads a text as the name of a column. */
  public static boolean isColumn(String text) {
    try {
      return Syntax.of(text).tree() instanceof UnresolvedAttribute;
    } catch (Syntax.Unreadable strange) {
      return false;
    }
  }

  private static Set<String> columns(Syntax syntax) {
    return syntax.nodes().stream()
        .filter(UnresolvedAttribute.class::isInstance)
        .map(
            node ->
                String.join(
                    ".", CollectionConverters.asJava(((UnresolvedAttribute) node).nameParts())))
        .collect(Collectors.toCollection(LinkedHashSet::new));
  }

  /**
   * The type of an expression over a row and everything wrong with it.
   *
   * @param row columns by name; references and joins are structs
   */
  public static Typing judge(String sql, StructType row, Wanted wanted) {
    try {
      Syntax syntax = Syntax.of(sql);
      List<Diagnostic> diagnostics = new ArrayList<>(AllowedExpressions.flaws(syntax));
      Set<String> columns = columns(syntax);
      boolean unseen = columns.removeIf(name -> isUnseen(name, row));
      columns.forEach(name -> missing(name, row, diagnostics));
      return diagnostics.isEmpty() && !unseen
          ? typed(syntax, row, wanted)
          : new Typing(new NullType(), diagnostics);
    } catch (Syntax.Unreadable strange) {
      return new Typing(new NullType(), List.of(strange.diagnostic()));
    }
  }

  private static Typing typed(Syntax syntax, StructType row, Wanted wanted) {
    Typing typing = Typing.of(syntax, row);
    boolean nothing = syntax.tree() instanceof Literal && typing.type() instanceof NullType;
    if (!typing.diagnostics().isEmpty() || (wanted.accepts(typing.type()) && !nothing)) {
      return typing;
    }
    String is = nothing ? "nothing" : DeclaredType.name(typing.type());
    return new Typing(
        typing.type(),
        List.of(
            new Diagnostic(
                "'" + syntax.sql() + "' gives " + is + ", not " + wanted.words, wanted.remedy)));
  }

  private static void missing(String name, StructType row, List<Diagnostic> diagnostics) {
    List<String> known = names(row);
    if (!known.contains(name)) {
      diagnostics.add(Diagnostic.unknown("column", name, known));
    }
  }

  /** Whether a name is behind a reference to what is not there; its own rule says so. */
  private static boolean isUnseen(String name, StructType row) {
    int dot = name.indexOf('.');
    return dot > 0
        && Stream.of(row.fields())
            .filter(field -> field.name().equals(name.substring(0, dot)))
            .anyMatch(field -> field.dataType() instanceof StructType of && of.isEmpty());
  }

  private static List<String> names(StructType row) {
    List<String> names = new ArrayList<>();
    for (StructField field : row.fields()) {
      if (field.dataType() instanceof StructType inside) {
        List.of(inside.fieldNames()).forEach(name -> names.add(field.name() + "." + name));
      } else {
        names.add(field.name());
      }
    }
    return names;
  }
}
