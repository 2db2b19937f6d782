package org.countywise.compile.rule;

import org.countywise.compile.resolve.DefinitionIndex;

/**
 * Every SQL expression reads, names what is there, and gives what its place needs.
 *
 * <p>An expression is SQL over one row, names columns that are there, uses allowed functions only,
 * never text as a number, and gives what its place needs.
 */
final class SoundExpressions implements Rule {

  @Override
  public void check(DefinitionIndex definitionIndex, Problems problems) {
    definitionIndex
        .expressions()
        .forEach(of -> problems.add(of.definitionPath(), of.judge().diagnostics()));
  }
}
