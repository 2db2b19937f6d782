package org.countywise.check;

import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Set;
import java.util.TreeSet;
import org.apache.spark.sql.catalyst.analysis.UnresolvedAttribute;
import org.apache.spark.sql.catalyst.analysis.UnresolvedFunction;
import org.apache.spark.sql.catalyst.expressions.Add;
import org.apache.spark.sql.catalyst.expressions.And;
import org.apache.spark.sql.catalyst.expressions.CaseWhen;
import org.apache.spark.sql.catalyst.expressions.Cast;
import org.apache.spark.sql.catalyst.expressions.Concat;
import org.apache.spark.sql.catalyst.expressions.Divide;
import org.apache.spark.sql.catalyst.expressions.EqualNullSafe;
import org.apache.spark.sql.catalyst.expressions.EqualTo;
import org.apache.spark.sql.catalyst.expressions.Expression;
import org.apache.spark.sql.catalyst.expressions.GreaterThan;
import org.apache.spark.sql.catalyst.expressions.GreaterThanOrEqual;
import org.apache.spark.sql.catalyst.expressions.In;
import org.apache.spark.sql.catalyst.expressions.IntegralDivide;
import org.apache.spark.sql.catalyst.expressions.IsNotNull;
import org.apache.spark.sql.catalyst.expressions.IsNull;
import org.apache.spark.sql.catalyst.expressions.LessThan;
import org.apache.spark.sql.catalyst.expressions.LessThanOrEqual;
import org.apache.spark.sql.catalyst.expressions.Like;
import org.apache.spark.sql.catalyst.expressions.Literal;
import org.apache.spark.sql.catalyst.expressions.Multiply;
import org.apache.spark.sql.catalyst.expressions.Not;
import org.apache.spark.sql.catalyst.expressions.Or;
import org.apache.spark.sql.catalyst.expressions.Remainder;
import org.apache.spark.sql.catalyst.expressions.Substring;
import org.apache.spark.sql.catalyst.expressions.Subtract;
import org.apache.spark.sql.catalyst.expressions.UnaryMinus;
import org.apache.spark.sql.types.DataType;
import org.apache.spark.sql.types.TimestampNTZType;
import org.apache.spark.sql.types.TimestampType;

/**
 * What an expression may be made of: pure and repeatable operations on the values of one row. What
 * is not listed is refused, whatever Spark can do.
 */
final class Vocabulary {
  static final Set<String> FUNCTIONS =
      new TreeSet<>(
          List.of(
              ("abs add_months between ceil coalesce concat contains date_add date_sub datediff day"
                      + " endswith extract floor greatest if ifnull isnotnull isnull last_day least"
                      + " left length lower lpad ltrim make_date mod month nullif nvl quarter"
                      + " replace right round rpad rtrim sign startswith substr substring trim"
                      + " trunc upper year")
                  .split(" ")));

  private static final Set<String> OVER_ROWS =
      Set.of("sum", "count", "avg", "mean", "min", "max", "first", "last", "any", "every", "some");

  private static final Set<Class<? extends Expression>> PARTS =
      Set.of(
          UnresolvedAttribute.class,
          UnresolvedFunction.class,
          Literal.class,
          And.class,
          Or.class,
          Not.class,
          EqualTo.class,
          EqualNullSafe.class,
          LessThan.class,
          LessThanOrEqual.class,
          GreaterThan.class,
          GreaterThanOrEqual.class,
          In.class,
          IsNull.class,
          IsNotNull.class,
          Like.class,
          CaseWhen.class,
          Cast.class,
          Add.class,
          Subtract.class,
          Multiply.class,
          Divide.class,
          IntegralDivide.class,
          Remainder.class,
          UnaryMinus.class,
          Concat.class,
          Substring.class);

  private static final Map<String, String> NAMED =
      Map.of(
          "Alias", "a name given with 'as'",
          "WindowExpression", "a window over other rows",
          "UnresolvedStar", "'*'",
          "LambdaFunction", "a lambda");

  private static final String ONE_ROW =
      "an expression sees the values of one row; the measure counts or sums the rows";

  private Vocabulary() {}

  /** What in an expression is not allowed; nothing inside a part that is refused as a whole. */
  static List<Flaw> flaws(Syntax syntax) {
    List<Flaw> flaws = new ArrayList<>();
    judge(syntax.tree(), flaws);
    return flaws;
  }

  private static void judge(Expression node, List<Flaw> flaws) {
    if (!PARTS.contains(node.getClass())) {
      flaws.add(refused(node));
      return;
    }
    if (node instanceof UnresolvedFunction function) {
      judge(function, flaws);
    }
    if ((node instanceof Cast || node instanceof Literal) && instant(node.dataType())) {
      flaws.add(
          new Flaw(
              "'" + node.sql() + "' is a moment in a time zone",
              "use dates, such as date '2020-07-31'"));
    }
    Syntax.children(node).forEach(child -> judge(child, flaws));
  }

  private static void judge(UnresolvedFunction function, List<Flaw> flaws) {
    String name = name(function);
    if (OVER_ROWS.contains(name)) {
      flaws.add(new Flaw("function '" + name + "' reads many rows", ONE_ROW));
    } else if (!FUNCTIONS.contains(name)) {
      Flaw unknown = Nearest.unknown("function", "functions", name, FUNCTIONS);
      flaws.add(new Flaw("function '" + name + "' is not allowed", unknown.remedy()));
    }
  }

  private static Flaw refused(Expression node) {
    String type = node.getClass().getSimpleName();
    if (type.contains("Subquery") || type.equals("Exists")) {
      return new Flaw("a subquery is not allowed", ONE_ROW + ", references read other datasets");
    }
    String words = "'" + type.replaceAll("(?<=[a-z])([A-Z])", " $1").toLowerCase(Locale.ROOT) + "'";
    return new Flaw(
        NAMED.getOrDefault(type, words) + " is not allowed",
        ONE_ROW
            + ", with comparisons, arithmetic and the functions "
            + String.join(", ", FUNCTIONS));
  }

  private static boolean instant(DataType type) {
    return type instanceof TimestampType || type instanceof TimestampNTZType;
  }

  static String name(UnresolvedFunction function) {
    return String.join(".", scala.jdk.javaapi.CollectionConverters.asJava(function.nameParts()))
        .toLowerCase(Locale.ROOT);
  }
}
