package org.countywise.compile.resolve;

import java.util.List;
import org.countywise.compile.expression.Diagnostic;
import org.countywise.compile.expression.Expressions.Wanted;
import org.countywise.compile.expression.Scope;
import org.countywise.compile.expression.Typing;

/**
 * An SQL expression where it is written.
 *
 * @param scope what it sees there
 * @param wanted what its place needs
 */
public record WrittenExpression(
    DefinitionPath definitionPath, String sql, Scope scope, Wanted wanted) {

  /** Its type and everything wrong with it. */
  public Typing judge() {
    return scope.judge(sql, wanted);
  }

  /** Where it cannot be reckoned for values that its columns allow; only where it is faultless. */
  public List<Diagnostic> failures() {
    return scope.failures(sql);
  }
}
