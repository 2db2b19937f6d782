package org.countywise.compile.expression;

import java.math.BigDecimal;
import org.apache.spark.sql.catalyst.expressions.And;
import org.apache.spark.sql.catalyst.expressions.Between;
import org.apache.spark.sql.catalyst.expressions.BinaryComparison;
import org.apache.spark.sql.catalyst.expressions.EqualTo;
import org.apache.spark.sql.catalyst.expressions.Expression;
import org.apache.spark.sql.catalyst.expressions.GreaterThan;
import org.apache.spark.sql.catalyst.expressions.GreaterThanOrEqual;
import org.apache.spark.sql.catalyst.expressions.LessThan;
import org.apache.spark.sql.catalyst.expressions.LessThanOrEqual;
import org.apache.spark.sql.catalyst.expressions.Not;
import org.apache.spark.sql.catalyst.expressions.Or;

/**
 * What follows for values from a condition that holds, or does not.
 *
 * @param known before
 * @param reach what the compared values come to
 */
record Conditions(Known known, Reach reach) {
  private static final BigDecimal FAR = BigDecimal.TEN.pow(60);

  Known when(Expression condition) {
    if (condition instanceof And both) {
      return new Conditions(when(both.left()), reach).when(both.right());
    }
    if (condition instanceof Not not) {
      return unless(not.child());
    }
    if (condition instanceof Between between) {
      Conditions above = new Conditions(atMost(between.lower(), between.input(), false), reach);
      return above.atMost(between.input(), between.upper(), false);
    }
    if (condition instanceof EqualTo same) {
      return new Conditions(atMost(same.left(), same.right(), false), reach)
          .atMost(same.right(), same.left(), false);
    }
    return compared(condition, true);
  }

  /** Null is neither: what is not true is not said to be false, so this holds for known values. */
  Known unless(Expression condition) {
    if (condition instanceof Or either) {
      return new Conditions(unless(either.left()), reach).unless(either.right());
    }
    if (condition instanceof Not not) {
      return when(not.child());
    }
    return condition instanceof EqualTo same ? different(same) : compared(condition, false);
  }

  /** A comparison that does not hold is the opposite one, which holds. */
  private Known compared(Expression condition, boolean holds) {
    if (!(condition instanceof BinaryComparison comparison)) {
      return known;
    }
    boolean strict = comparison instanceof LessThan || comparison instanceof GreaterThan;
    boolean less = comparison instanceof LessThan || comparison instanceof LessThanOrEqual;
    boolean more = comparison instanceof GreaterThan || comparison instanceof GreaterThanOrEqual;
    if (!less && !more) {
      return known;
    }
    return less == holds
        ? atMost(comparison.left(), comparison.right(), strict == holds)
        : atMost(comparison.right(), comparison.left(), strict == holds);
  }

  private Known different(EqualTo same) {
    Bounds right = bounds(same.right());
    boolean fromZero =
        right != null && right.least().signum() == 0 && right.greatest().signum() == 0;
    Bounds left = bounds(same.left());
    return fromZero && left != null ? known.also(same.left(), left.withoutZero()) : known;
  }

  private Known atMost(Expression less, Expression more, boolean below) {
    Bounds small = bounds(less);
    Bounds large = bounds(more);
    Known found = known;
    if (large != null) {
      found = found.also(less, to(FAR.negate(), large.greatest(), below));
    }
    return small == null ? found : found.also(more, to(small.least(), FAR, below));
  }

  private static Bounds to(BigDecimal from, BigDecimal to, boolean below) {
    Bounds all = Bounds.of(from, to);
    boolean ends = from.signum() == 0 || to.signum() == 0;
    return below && ends ? all.withoutZero() : all;
  }

  private Bounds bounds(Expression value) {
    Reach silent = reach.silently();
    return silent.of(value, known).orElse(null);
  }
}
