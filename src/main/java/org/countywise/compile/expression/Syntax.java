package org.countywise.compile.expression;

import java.util.ArrayList;
import java.util.Collection;
import java.util.List;
import java.util.function.Consumer;
import org.apache.spark.sql.catalyst.expressions.Expression;
import org.apache.spark.sql.catalyst.parser.CatalystSqlParser;
import org.apache.spark.sql.catalyst.parser.ParseException;
import org.apache.spark.sql.catalyst.trees.Origin;
import scala.jdk.javaapi.CollectionConverters;

/**
 * An SQL expression as it is written.
 *
 * @param tree nothing in it is resolved
 */
record Syntax(String sql, Expression tree) {
  private static final int LONGEST = 4_000;
  private static final int DEEPEST = 50;
  private static final CatalystSqlParser PARSER = new CatalystSqlParser();

  /**
   * Reads an expression.
   *
   * @throws Unreadable where it is none
   */
  static Syntax of(String sql) {
    bounded(sql);
    try {
      return new Syntax(sql.strip(), PARSER.parseExpression(sql.strip()));
    } catch (StackOverflowError deep) {
      throw unbounded(sql, "is nested too deeply");
    } catch (Exception strange) { // Scala declares no checked exceptions
      throw new Unreadable(flaw(sql, strange instanceof ParseException parse ? parse : null));
    }
  }

  /** Refuses what the parser would take minutes to read, or never come back from. */
  private static void bounded(String sql) {
    int depth = 0;
    int deepest = 0;
    for (int i = 0; i < sql.length(); i++) {
      depth += sql.charAt(i) == '(' ? 1 : sql.charAt(i) == ')' ? -1 : 0;
      deepest = Math.max(deepest, depth);
    }
    if (deepest > DEEPEST) {
      throw unbounded(sql, "is nested too deeply");
    }
    if (sql.length() > LONGEST) {
      throw unbounded(sql, "is longer than " + LONGEST);
    }
  }

  private static Unreadable unbounded(String sql, String why) {
    return new Unreadable(
        new Diagnostic(
            "an expression of " + sql.length() + " characters " + why,
            "split it into computed columns"));
  }

  private static Diagnostic flaw(String sql, ParseException strange) {
    return new Diagnostic(
        "'" + sql + "' is no SQL expression: " + where(strange),
        "write one condition or value, such as channel = 'migrant'");
  }

  private static String where(ParseException strange) {
    String stuck = strange == null ? null : strange.getMessageParameters().get("error");
    if (stuck == null) {
      return "it cannot be read";
    }
    return stuck.startsWith("end")
        ? "it is not complete"
        : "it cannot be read from " + stuck + " on";
  }

  /** A part of the expression as it stands there. */
  String written(Expression node) {
    Origin at = node.origin();
    return at.startIndex().isEmpty() || at.stopIndex().isEmpty()
        ? node.sql()
        : sql.substring((Integer) at.startIndex().get(), (Integer) at.stopIndex().get() + 1);
  }

  /** Every node of the expression, an outer one before what is in it. */
  List<Expression> nodes() {
    List<Expression> nodes = new ArrayList<>();
    visit(tree, nodes::add);
    return nodes;
  }

  static void visit(Expression node, Consumer<Expression> visitor) {
    visitor.accept(node);
    children(node).forEach(child -> visit(child, visitor));
  }

  static Collection<Expression> children(Expression node) {
    return CollectionConverters.asJava(node.children());
  }

  /** An expression that is none; its message says where it stops being one. */
  static final class Unreadable extends IllegalArgumentException {
    private final transient Diagnostic diagnostic;

    Unreadable(Diagnostic diagnostic) {
      super(diagnostic.what() + "; " + diagnostic.remedy());
      this.diagnostic = diagnostic;
    }

    Diagnostic diagnostic() {
      return diagnostic;
    }
  }
}
