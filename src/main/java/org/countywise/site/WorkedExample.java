package org.countywise.site;

import java.util.List;
import java.util.Map;
import java.util.TreeMap;
import org.countywise.definition.Family;

/**
 * An example of a definition as readers see it.
 *
 * @param given how many rows there are, by dataset
 * @param expected what comes out of one indicator
 */
record WorkedExample(
    String title, String period, Map<String, Integer> given, List<Expected> expected) {

  /** What an example says of a cell; null where it does not say. */
  record Expected(
      String region,
      String by,
      String value,
      String numerator,
      String denominator,
      String status) {}

  /** The examples of a family that say something of an indicator. */
  static List<WorkedExample> of(Family family, String indicator) {
    return family.examples() == null
        ? List.of()
        : family.examples().stream()
            .map(example -> of(example, indicator))
            .filter(example -> !example.expected().isEmpty())
            .toList();
  }

  private static WorkedExample of(Family.Example example, String indicator) {
    Map<String, Integer> given = new TreeMap<>();
    if (example.given() != null) {
      example.given().forEach((dataset, rows) -> given.put(dataset, rows.size()));
    }
    return new WorkedExample(
        example.title(),
        example.period(),
        given,
        example.expect().stream()
            .filter(expected -> indicator.equals(expected.indicator()))
            .map(
                of ->
                    new Expected(
                        of.region(),
                        of.breakdown(),
                        of.value(),
                        of.numerator(),
                        of.denominator(),
                        of.status()))
            .toList());
  }
}
