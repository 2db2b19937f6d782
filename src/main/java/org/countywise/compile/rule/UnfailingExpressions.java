package org.countywise.compile.rule;

import org.countywise.compile.resolve.DefinitionIndex;

/**
 * Every expression can be reckoned for all values that the types of its columns allow. That is no
 * fault as long as no such value comes, and ends the run when one does.
 *
 * <p>An expression neither overflows nor divides by zero for values its columns allow.
 */
final class UnfailingExpressions implements Rule {

  @Override
  public void check(DefinitionIndex definitionIndex, Problems problems) {
    definitionIndex.expressions().forEach(of -> problems.add(of.definitionPath(), of.failures()));
  }
}
