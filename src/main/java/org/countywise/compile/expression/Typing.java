package org.countywise.compile.expression;

import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.Optional;
import java.util.function.Predicate;
import org.apache.spark.sql.catalyst.QueryPlanningTracker;
import org.apache.spark.sql.catalyst.analysis.Analyzer;
import org.apache.spark.sql.catalyst.analysis.FunctionRegistry$;
import org.apache.spark.sql.catalyst.catalog.SessionCatalog;
import org.apache.spark.sql.catalyst.expressions.Alias;
import org.apache.spark.sql.catalyst.expressions.BinaryArithmetic;
import org.apache.spark.sql.catalyst.expressions.Cast;
import org.apache.spark.sql.catalyst.expressions.Cast$;
import org.apache.spark.sql.catalyst.expressions.Expression;
import org.apache.spark.sql.catalyst.expressions.NamedExpression;
import org.apache.spark.sql.catalyst.plans.logical.LocalRelation;
import org.apache.spark.sql.catalyst.plans.logical.LocalRelation$;
import org.apache.spark.sql.catalyst.plans.logical.LogicalPlan;
import org.apache.spark.sql.catalyst.plans.logical.Project;
import org.apache.spark.sql.types.BooleanType;
import org.apache.spark.sql.types.DataType;
import org.apache.spark.sql.types.DateType;
import org.apache.spark.sql.types.DoubleType;
import org.apache.spark.sql.types.NullType;
import org.apache.spark.sql.types.NumericType;
import org.apache.spark.sql.types.StringType;
import org.apache.spark.sql.types.StructField;
import org.apache.spark.sql.types.StructType;
import scala.Option;
import scala.collection.immutable.Seq;
import scala.jdk.javaapi.CollectionConverters;

/**
 * The type of an expression as Spark itself sees it, and what Spark would silently convert on the
 * way. Only for expressions whose names and parts are known to be right.
 */
public record Typing(DataType type, List<Diagnostic> diagnostics) {
  /** Without tables and databases: no expression names any. */
  private static final Analyzer ANALYZER =
      new Analyzer(new SessionCatalog(null, FunctionRegistry$.MODULE$.builtin()));

  public static Typing of(Syntax syntax, StructType row) {
    try {
      Expression resolved = resolved(syntax, row);
      List<Diagnostic> diagnostics = new ArrayList<>();
      Syntax.visit(resolved, node -> converted(syntax, node, diagnostics));
      return new Typing(resolved.dataType(), diagnostics);
    } catch (Exception strange) { // Scala declares no checked exceptions
      return new Typing(new NullType(), List.of(flaw(syntax, strange)));
    }
  }

  public static Expression resolved(Syntax syntax, StructType row) {
    Seq<String> none = sequence(List.of());
    Alias alias =
        new Alias(syntax.tree(), "value", NamedExpression.newExprId(), none, Option.empty(), none);
    List<StructField> fields = List.of(row.fields());
    LocalRelation rows =
        LocalRelation$.MODULE$.apply(fields.get(0), sequence(fields.subList(1, fields.size())));
    LogicalPlan plan =
        ANALYZER.executeAndCheck(
            new Project(sequence(List.<NamedExpression>of(alias)), rows),
            new QueryPlanningTracker(Option.empty()));
    Project project = (Project) plan;
    return Syntax.children((Expression) project.projectList().head()).iterator().next();
  }

  private static <T> Seq<T> sequence(List<T> items) {
    return CollectionConverters.asScala(items).toSeq();
  }

  private static void converted(Syntax syntax, Expression node, List<Diagnostic> diagnostics) {
    if (AllowedExpressions.instant(node.dataType())) {
      diagnostics.add(
          new Diagnostic(
              "'" + syntax.sql() + "' reckons with moments in a time zone",
              "reckon with whole days, such as date_add(completed_on, 1)"));
    }
    if (node instanceof Cast cast) {
      boolean asked = cast.getTagValue(Cast$.MODULE$.USER_SPECIFIED_CAST()).isDefined();
      (asked ? constantDay(syntax, cast) : silent(syntax, cast)).ifPresent(diagnostics::add);
      unbounded(syntax, cast).ifPresent(diagnostics::add);
    }
  }

  /** A cast makes an infinite double unknown and says nothing; a column never is infinite. */
  private static Optional<Diagnostic> unbounded(Syntax syntax, Cast cast) {
    boolean leaves =
        isDouble(cast.child())
            && cast.dataType() instanceof NumericType
            && !(cast.dataType() instanceof DoubleType);
    return leaves && any(cast.child(), Typing::mayBecomeInfinite)
        ? Optional.of(
            new Diagnostic(
                "'" + syntax.sql() + "' casts what is reckoned with doubles",
                "cast each double first, as in cast(welfare as decimal(18,6)): one that becomes"
                    + " infinite would be unknown"))
        : Optional.empty();
  }

  private static boolean mayBecomeInfinite(Expression node) {
    if (node instanceof Cast cast) {
      return isDouble(cast) && cast.child().dataType() instanceof StringType;
    }
    return node instanceof BinaryArithmetic
        && isDouble(node)
        && any(node, part -> isDouble(part) && part.children().isEmpty());
  }

  private static boolean isDouble(Expression node) {
    return node.dataType() instanceof DoubleType;
  }

  private static boolean any(Expression tree, Predicate<Expression> wanted) {
    List<Expression> found = new ArrayList<>();
    Syntax.visit(tree, node -> found.addAll(wanted.test(node) ? List.of(node) : List.of()));
    return !found.isEmpty();
  }

  /** Constant text such as 'today' would be another day on each run. */
  private static Optional<Diagnostic> constantDay(Syntax syntax, Cast cast) {
    boolean constant = cast.child().foldable() && cast.child().dataType() instanceof StringType;
    return constant && cast.dataType() instanceof DateType
        ? Optional.of(
            new Diagnostic(
                "'" + syntax.sql() + "' makes a date of a constant text", AllowedExpressions.A_DAY))
        : Optional.empty();
  }

  /** A conversion that nobody wrote. */
  private static Optional<Diagnostic> silent(Syntax syntax, Cast cast) {
    DataType from = cast.child().dataType();
    String value = cast.child().sql();
    if (from instanceof StringType && !(cast.dataType() instanceof StringType)) {
      String used = word(cast.dataType());
      return Optional.of(
          new Diagnostic(
              "'" + syntax.sql() + "' uses the text " + value + " as " + used, remedy(cast)));
    }
    if (cast.dataType() instanceof StringType
        && !(from instanceof StringType || from instanceof NullType)) {
      return Optional.of(
          new Diagnostic(
              "'" + syntax.sql() + "' uses " + value + ", " + word(from) + ", as text",
              "write cast(… as string) where text is meant"));
    }
    return Optional.empty();
  }

  private static String remedy(Cast cast) {
    boolean literal = cast.child().foldable();
    if (cast.dataType() instanceof DateType) {
      return literal
          ? "write a date as date '2020-07-31'"
          : "declare the column as a date or compare it with text";
    }
    return literal
        ? "write it without quotes, or compare it with a column of text"
        : "text is compared with text in quotes, such as '1'";
  }

  public static String word(DataType type) {
    if (type instanceof NumericType) {
      return "a number";
    }
    if (type instanceof DateType) {
      return "a date";
    }
    if (type instanceof BooleanType) {
      return "true or false";
    }
    return type instanceof StringType ? "text" : type.sql().toLowerCase(Locale.ROOT);
  }

  private static Diagnostic flaw(Syntax syntax, Exception strange) {
    String said = String.valueOf(strange.getMessage()).split("\n", 2)[0];
    String plain =
        said.replaceAll("^\\[[A-Z_.]+\\] ", "")
            .replaceAll(" SQLSTATE: .*", "")
            .replaceAll("^Cannot resolve .* due to data type mismatch: ", "")
            .replaceAll(" Please, refer to .*", "")
            .replaceAll("\\.$", "");
    return new Diagnostic(
        "'" + syntax.sql() + "' does not fit together: " + plain,
        "give operators and functions values of the types they take");
  }
}
