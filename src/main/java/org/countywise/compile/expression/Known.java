package org.countywise.compile.expression;

import java.util.HashMap;
import java.util.Map;
import org.apache.spark.sql.catalyst.expressions.Expression;

/** What conditions say of values, by the values' text. */
record Known(Map<String, Bounds> bounds) {
  static final Known NOTHING = new Known(Map.of());

  Known when(Expression condition, Reach reach) {
    return new Conditions(this, reach).when(condition);
  }

  Known unless(Expression condition, Reach reach) {
    return new Conditions(this, reach).unless(condition);
  }

  Known also(Expression value, Bounds said) {
    Map<String, Bounds> more = new HashMap<>(bounds);
    more.merge(ExpressionText.name(value), said, Bounds::and);
    return new Known(more);
  }
}
