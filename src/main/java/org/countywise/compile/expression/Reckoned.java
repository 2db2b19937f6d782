package org.countywise.compile.expression;

import java.math.BigDecimal;
import java.util.List;
import java.util.Optional;
import org.apache.spark.sql.catalyst.expressions.Add;
import org.apache.spark.sql.catalyst.expressions.BinaryArithmetic;
import org.apache.spark.sql.catalyst.expressions.Divide;
import org.apache.spark.sql.catalyst.expressions.Expression;
import org.apache.spark.sql.catalyst.expressions.IntegralDivide;
import org.apache.spark.sql.catalyst.expressions.Literal;
import org.apache.spark.sql.catalyst.expressions.Multiply;
import org.apache.spark.sql.catalyst.expressions.Remainder;
import org.apache.spark.sql.catalyst.expressions.Subtract;
import org.apache.spark.sql.types.IntegralType;
import org.apache.spark.sql.types.LongType;

/**
 * An operation on two numbers: what it comes to within the digits that the engine reckons with, and
 * where that is not enough.
 *
 * @param diagnostics to which is added where it cannot be reckoned
 */
record Reckoned(BinaryArithmetic node, List<Diagnostic> diagnostics) {
  private static final Bounds DIGITS =
      Bounds.of(
          BigDecimal.TEN.pow(38).subtract(BigDecimal.ONE).negate(),
          BigDecimal.TEN.pow(38).subtract(BigDecimal.ONE));

  /**
   * The bounds of what it comes to.
   *
   * @param left of the first operand
   * @param by the second operand
   * @param right of the second operand
   */
  Optional<Bounds> of(Optional<Bounds> left, Expression by, Optional<Bounds> right) {
    boolean divides =
        node instanceof Divide || node instanceof IntegralDivide || node instanceof Remainder;
    if (divides && right.map(Bounds::zero).orElse(!(by instanceof Literal))) {
      diagnostics.add(
          new Diagnostic(
              "'"
                  + ExpressionText.written(node)
                  + "' divides by zero where "
                  + ExpressionText.written(ExpressionText.bare(by))
                  + " is 0",
              "divide by nullif(…, 0), which is unknown there, or ask before whether it is above 0"));
    }
    if (left.isEmpty() || right.isEmpty()) {
      return Bounds.of(node.dataType());
    }
    Bounds found =
        node instanceof Add
            ? left.get().plus(right.get())
            : node instanceof Subtract
                ? left.get().plus(right.get().negated())
                : node instanceof Multiply
                    ? left.get().times(right.get())
                    : node instanceof Remainder
                        ? right.get().remainder()
                        : left.get().over(right.get());
    return Optional.of(held(found));
  }

  private Bounds held(Bounds found) {
    Bounds limit = limit();
    if (found.within(limit)) {
      return found;
    }
    diagnostics.add(
        new Diagnostic(
            "'"
                + ExpressionText.written(node)
                + "' is too large for "
                + digits()
                + " for values its columns allow",
            "say how large a part of it can be, such as cast(… as decimal(12,0)), or reckon with"
                + " smaller numbers"));
    return found.and(limit);
  }

  /** A division of decimals is cut to what fits, and int64 is reckoned in decimals. */
  private Bounds limit() {
    if (node instanceof IntegralDivide) {
      return Bounds.of(Long.MIN_VALUE, Long.MAX_VALUE);
    }
    return node.dataType() instanceof IntegralType && !(node.dataType() instanceof LongType)
        ? Bounds.of(node.dataType()).orElse(DIGITS)
        : DIGITS;
  }

  private String digits() {
    return limit().equals(DIGITS) ? "38 digits" : DeclaredType.name(node.dataType());
  }
}
