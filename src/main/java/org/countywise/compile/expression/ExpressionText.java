package org.countywise.compile.expression;

import org.apache.spark.sql.catalyst.expressions.Cast;
import org.apache.spark.sql.catalyst.expressions.Cast$;
import org.apache.spark.sql.catalyst.expressions.Expression;
import scala.Option;

/** Parts of an expression in the author's words. */
final class ExpressionText {
  private ExpressionText() {}

  /** A part of the expression as it stands there. */
  static String written(Expression node) {
    Option<String> sql = node.origin().sqlText();
    return sql.isEmpty() ? node.sql() : new Syntax(sql.get(), node).written(node);
  }

  /** A value as it is named in conditions: casts that nobody wrote are not seen. */
  static String name(Expression node) {
    return bare(node).sql().replace("`", "");
  }

  /** A value without casts that nobody wrote. */
  static Expression bare(Expression node) {
    return node instanceof Cast cast
            && cast.getTagValue(Cast$.MODULE$.USER_SPECIFIED_CAST()).isEmpty()
        ? bare(cast.child())
        : node;
  }
}
