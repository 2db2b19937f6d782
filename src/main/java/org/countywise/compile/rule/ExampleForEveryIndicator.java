package org.countywise.compile.rule;

import java.util.Set;
import java.util.stream.Collectors;
import org.countywise.compile.resolve.DefinitionIndex;
import org.countywise.compile.resolve.DefinitionPath;
import org.countywise.definition.Family;

/**
 * No indicator is published that nobody has worked out by hand.
 *
 * <p>Every indicator is expected in at least one worked example.
 */
final class ExampleForEveryIndicator implements Rule {

  @Override
  public void check(DefinitionIndex definitionIndex, Problems problems) {
    Set<String> expected =
        definitionIndex.families().values().stream()
            .flatMap(family -> family.examples().stream())
            .flatMap(example -> example.expect().stream())
            .map(Family.Expectation::indicator)
            .collect(Collectors.toSet());
    for (Family family : definitionIndex.families().values()) {
      for (String name : family.indicators().keySet()) {
        if (!expected.contains(name)) {
          problems.add(
              DefinitionPath.family(family.family()).at("indicators", name),
              "the indicator '" + name + "' has no worked example",
              "add a line to 'expect' of an example, such as {indicator: "
                  + name
                  + ", region: …, value: …}");
        }
      }
    }
  }
}
