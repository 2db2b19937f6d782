package org.countywise.parse;

import java.util.Collections;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.function.Predicate;
import java.util.stream.Collectors;
import org.countywise.definition.Definitions;
import org.countywise.report.Places;
import org.countywise.report.Problem;

/**
 * A folder of definitions as far as it could be read.
 *
 * @param definitions without the entries that have problems; regions, delivery and bulletin are
 *     null where their file could not be read
 * @param places where everything is written, also what could not be read
 * @param problems in the order of files and lines
 */
public record Parsed(Definitions definitions, Places places, List<Problem> problems) {

  /** The definitions in files that have no problem: rules can judge them without an echo. */
  public Definitions faultless() {
    Set<String> faulty =
        problems.stream().map(problem -> problem.place().file()).collect(Collectors.toSet());
    Predicate<String> good = path -> !faulty.contains(places.of(path).file());
    return new Definitions(
        good.test("regions.yaml") ? definitions.regions() : null,
        good.test("delivery.yaml") ? definitions.delivery() : null,
        those(definitions.datasets(), name -> good.test("datasets/" + name + ".yaml")),
        those(definitions.families(), name -> good.test(name + ".yaml")),
        good.test("disclosure.yaml") ? definitions.disclosure() : null,
        good.test("bulletin.yaml") ? definitions.bulletin() : null,
        good.test("benchmarks.yaml") ? definitions.benchmarks() : null,
        good.test("layout.yaml") ? definitions.layout() : null,
        those(definitions.claims(), name -> good.test("claims/" + name + ".yaml")));
  }

  private static <T> Map<String, T> those(Map<String, T> all, Predicate<String> good) {
    Map<String, T> those = new LinkedHashMap<>(all);
    those.keySet().removeIf(good.negate());
    return Collections.unmodifiableMap(those);
  }
}
