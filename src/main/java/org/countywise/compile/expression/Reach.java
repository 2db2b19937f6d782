package org.countywise.compile.expression;

import java.math.BigDecimal;
import java.util.ArrayList;
import java.util.Iterator;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import org.apache.spark.sql.catalyst.expressions.Abs;
import org.apache.spark.sql.catalyst.expressions.And;
import org.apache.spark.sql.catalyst.expressions.BinaryArithmetic;
import org.apache.spark.sql.catalyst.expressions.CaseWhen;
import org.apache.spark.sql.catalyst.expressions.Cast;
import org.apache.spark.sql.catalyst.expressions.Cast$;
import org.apache.spark.sql.catalyst.expressions.Coalesce;
import org.apache.spark.sql.catalyst.expressions.Expression;
import org.apache.spark.sql.catalyst.expressions.Greatest;
import org.apache.spark.sql.catalyst.expressions.If;
import org.apache.spark.sql.catalyst.expressions.Least;
import org.apache.spark.sql.catalyst.expressions.Literal;
import org.apache.spark.sql.catalyst.expressions.NullIf;
import org.apache.spark.sql.catalyst.expressions.UnaryMinus;
import org.apache.spark.sql.catalyst.expressions.Year;
import org.apache.spark.sql.types.DataType;
import org.apache.spark.sql.types.Decimal;
import org.apache.spark.sql.types.DecimalType;
import org.apache.spark.sql.types.IntegralType;
import scala.Tuple2;
import scala.jdk.javaapi.CollectionConverters;

/**
 * What an expression comes to for the values its columns can have, and where it cannot be reckoned
 * for some of them. The engine reckons with whole numbers in as many digits as it takes, up to 38.
 * What conditions before it say of a value is known of it: those of {@code where}, of {@code case}
 * and {@code if}.
 */
final class Reach {
  private final List<Diagnostic> diagnostics = new ArrayList<>();
  private final Map<String, Bounds> columns;

  /**
   * Nothing looked at yet.
   *
   * @param columns bounds by name, {@code reference.column} as one name
   */
  Reach(Map<String, Bounds> columns) {
    this.columns = columns;
  }

  /** The same, of which nobody asks what cannot be reckoned. */
  Reach silently() {
    return new Reach(columns);
  }

  /** Where the expression cannot be reckoned. */
  List<Diagnostic> diagnostics() {
    return diagnostics;
  }

  /** The bounds of an expression's values; empty for what is no exact number. */
  Optional<Bounds> of(Expression resolved, Known known) {
    Optional<Bounds> bounds = reach(resolved, known);
    Bounds said = known.bounds().get(ExpressionText.name(resolved));
    return bounds.map(found -> said == null ? found : found.and(said));
  }

  private Optional<Bounds> reach(Expression node, Known known) {
    if (node instanceof CaseWhen cases) {
      return cases(cases, known);
    }
    if (node instanceof If choice) {
      of(choice.predicate(), known);
      return either(
          of(choice.trueValue(), known.when(choice.predicate(), this)),
          of(choice.falseValue(), known.unless(choice.predicate(), this)));
    }
    if (node instanceof And both) {
      of(both.left(), known);
      of(both.right(), known.when(both.left(), this));
      return Optional.empty();
    }
    if (node instanceof NullIf without) {
      Optional<Bounds> left = of(without.left(), known);
      return left.map(found -> isZero(without.right()) ? found.withoutZero() : found);
    }
    if (node instanceof BinaryArithmetic arithmetic) {
      Iterator<Expression> sides = Syntax.children(node).iterator();
      Optional<Bounds> left = of(sides.next(), known);
      Expression by = sides.next();
      return new Reckoned(arithmetic, diagnostics).of(left, by, of(by, known));
    }
    List<Optional<Bounds>> parts =
        Syntax.children(node).stream().map(child -> of(child, known)).toList();
    return made(node, parts);
  }

  private Optional<Bounds> made(Expression node, List<Optional<Bounds>> parts) {
    if (node instanceof Literal literal) {
      return literal(literal);
    }
    if (node instanceof Cast cast) {
      return cast(cast, parts.get(0));
    }
    if (node instanceof UnaryMinus) {
      return parts.get(0).map(Bounds::negated);
    }
    if (node instanceof Abs) {
      return parts.get(0).map(Bounds::absolute);
    }
    if (node instanceof Year) {
      return Optional.of(Bounds.of(-9999, 9999));
    }
    if (node instanceof Coalesce || node instanceof Least || node instanceof Greatest) {
      return joined(node, parts);
    }
    Bounds column = columns.get(ExpressionText.name(node));
    return column == null ? Bounds.of(node.dataType()) : Optional.of(column);
  }

  private static Optional<Bounds> joined(Expression node, List<Optional<Bounds>> parts) {
    if (parts.stream().anyMatch(Optional::isEmpty)) {
      return Bounds.of(node.dataType());
    }
    return parts.stream()
        .map(Optional::orElseThrow)
        .reduce(
            (one, other) ->
                node instanceof Greatest
                    ? Bounds.of(
                        one.least().max(other.least()), one.greatest().max(other.greatest()))
                    : node instanceof Least
                        ? Bounds.of(
                            one.least().min(other.least()), one.greatest().min(other.greatest()))
                        : one.or(other));
  }

  private Optional<Bounds> cases(CaseWhen cases, Known known) {
    Known left = known;
    Optional<Bounds> all = Optional.empty();
    for (Tuple2<Expression, Expression> branch : CollectionConverters.asJava(cases.branches())) {
      of(branch._1(), left);
      all = either(all, of(branch._2(), left.when(branch._1(), this)));
      left = left.unless(branch._1(), this);
    }
    return cases.elseValue().isEmpty() ? all : either(all, of(cases.elseValue().get(), left));
  }

  private static Optional<Bounds> either(Optional<Bounds> one, Optional<Bounds> other) {
    return one.isEmpty() ? other : other.isEmpty() ? one : Optional.of(one.get().or(other.get()));
  }

  private static Optional<Bounds> literal(Literal literal) {
    Object value = literal.value();
    if (value instanceof Decimal decimal) {
      return Optional.of(exactly(decimal.toJavaBigDecimal()));
    }
    return value instanceof Number number && literal.dataType() instanceof IntegralType
        ? Optional.of(exactly(BigDecimal.valueOf(number.longValue())))
        : Optional.empty();
  }

  private static Bounds exactly(BigDecimal value) {
    return Bounds.of(value, value);
  }

  private static boolean isZero(Expression node) {
    Expression value = node instanceof Cast cast ? cast.child() : node;
    return value instanceof Literal literal
        && literal(literal).filter(b -> b.least().signum() == 0).isPresent();
  }

  /** A cast to a decimal says how large a value can be: the author's word. */
  private Optional<Bounds> cast(Cast cast, Optional<Bounds> child) {
    Optional<Bounds> type = Bounds.of(cast.dataType());
    if (child.isEmpty() || type.isEmpty()) {
      return type;
    }
    boolean asked = cast.getTagValue(Cast$.MODULE$.USER_SPECIFIED_CAST()).isDefined();
    DataType to = cast.dataType();
    if (asked && !(to instanceof DecimalType) && !child.get().within(type.get())) {
      diagnostics.add(
          new Diagnostic(
              "'"
                  + ExpressionText.written(cast)
                  + "' is too large for "
                  + DeclaredType.name(to)
                  + " for values its columns allow",
              "leave the cast out or cast to a wider type"));
    }
    return Optional.of(asked ? child.get().and(type.get()) : child.get());
  }
}
