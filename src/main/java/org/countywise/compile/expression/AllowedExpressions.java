package org.countywise.compile.expression;

import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Set;
import java.util.TreeSet;
import java.util.regex.Pattern;
import org.apache.spark.sql.catalyst.analysis.UnresolvedFunction;
import org.apache.spark.sql.catalyst.expressions.Alias;
import org.apache.spark.sql.catalyst.expressions.Cast;
import org.apache.spark.sql.catalyst.expressions.Expression;
import org.apache.spark.sql.catalyst.expressions.Literal;
import org.apache.spark.sql.types.DataType;
import org.apache.spark.sql.types.DateType;
import org.apache.spark.sql.types.TimestampNTZType;
import org.apache.spark.sql.types.TimestampType;
import org.countywise.report.Suggestion;

/**
 * What an expression may be made of: pure and repeatable operations on the values of one row. What
 * is not listed is refused, whatever Spark can do.
 */
final class AllowedExpressions {
  static final String A_DAY =
      "write a date as date '2020-07-31', or use period_start or period_end";

  static final Set<String> FUNCTIONS =
      new TreeSet<>(
          List.of(
              ("abs add_months between ceil coalesce concat contains date_add date_sub datediff day"
                      + " endswith extract floor greatest if ifnull isnotnull isnull last_day least"
                      + " left length lower lpad ltrim make_date mod month nullif nvl quarter"
                      + " replace right round rpad rtrim sign startswith substr substring trim"
                      + " trunc upper year")
                  .split(" ")));

  private static final Pattern DAY = Pattern.compile("(?i)date\\s*'\\d{4}-\\d{2}-\\d{2}'");

  private static final Set<String> OVER_ROWS =
      Set.of("sum", "count", "avg", "mean", "min", "max", "first", "last", "any", "every", "some");

  private static final Set<String> PARTS =
      Set.of(
          ("UnresolvedAttribute UnresolvedFunction Literal And Or Not EqualTo EqualNullSafe LessThan"
                  + " LessThanOrEqual GreaterThan GreaterThanOrEqual In IsNull IsNotNull Like"
                  + " CaseWhen Cast Add Subtract Multiply Divide IntegralDivide Remainder UnaryMinus"
                  + " Concat Substring")
              .split(" "));

  private static final Map<String, String> NAMED =
      Map.of(
          "AggregateExpression", "a function over many rows",
          "WindowExpression", "a window over other rows",
          "UnresolvedStar", "'*'",
          "LambdaFunction", "a lambda");

  private static final String ALLOWED = "the functions " + String.join(", ", FUNCTIONS);

  private static final String ONE_ROW =
      "an expression sees the values of one row; the measure counts or sums the rows";

  private AllowedExpressions() {}

  /** What in an expression is not allowed; nothing inside a part that is refused as a whole. */
  static List<Diagnostic> flaws(Syntax syntax) {
    List<Diagnostic> diagnostics = new ArrayList<>();
    judge(syntax, syntax.tree(), diagnostics);
    return diagnostics;
  }

  private static void judge(Syntax syntax, Expression node, List<Diagnostic> diagnostics) {
    if (!PARTS.contains(node.getClass().getSimpleName())) {
      diagnostics.add(refused(syntax, node));
      return;
    }
    if (node instanceof UnresolvedFunction function) {
      judge(function, diagnostics);
    }
    if ((node instanceof Cast || node instanceof Literal) && instant(node.dataType())) {
      diagnostics.add(
          new Diagnostic(
              "'" + syntax.written(node) + "' is a moment in a time zone",
              "use dates, such as date '2020-07-31'"));
    }
    if (node instanceof Literal && node.dataType() instanceof DateType) {
      day(syntax.written(node), diagnostics);
    }
    Syntax.children(node).forEach(child -> judge(syntax, child, diagnostics));
  }

  /** SQL also knows the days 'today' and 'tomorrow', which are others on each run. */
  private static void day(String written, List<Diagnostic> diagnostics) {
    if (!DAY.matcher(written).matches()) {
      diagnostics.add(new Diagnostic("'" + written + "' is no fixed day", A_DAY));
    }
  }

  private static void judge(UnresolvedFunction function, List<Diagnostic> diagnostics) {
    String name = name(function);
    if (OVER_ROWS.contains(name)) {
      diagnostics.add(new Diagnostic("function '" + name + "' reads many rows", ONE_ROW));
    } else if (!FUNCTIONS.contains(name)) {
      String meant =
          Suggestion.nearest(name, FUNCTIONS)
              .map(near -> "did you mean '" + near + "'? ")
              .orElse("");
      diagnostics.add(
          new Diagnostic("function '" + name + "' is not allowed", meant + "Use " + ALLOWED));
    }
  }

  private static Diagnostic refused(Syntax syntax, Expression node) {
    if (node instanceof Alias alias) {
      return new Diagnostic(
          "a value named '" + alias.name() + "' is not allowed",
          "write one condition or value without 'as'; a word too many reads like a name");
    }
    String type = node.getClass().getSimpleName();
    if (type.contains("Subquery") || type.equals("Exists")) {
      return new Diagnostic(
          "a subquery is not allowed", ONE_ROW + ", references read other datasets");
    }
    return new Diagnostic(
        NAMED.getOrDefault(type, "'" + syntax.written(node) + "'") + " is not allowed",
        ONE_ROW + ", with comparisons, arithmetic and " + ALLOWED);
  }

  static boolean instant(DataType type) {
    return type instanceof TimestampType || type instanceof TimestampNTZType;
  }

  static String name(UnresolvedFunction function) {
    return String.join(".", scala.jdk.javaapi.CollectionConverters.asJava(function.nameParts()))
        .toLowerCase(Locale.ROOT);
  }
}
