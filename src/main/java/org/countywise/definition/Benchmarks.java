package org.countywise.definition;

import java.util.List;
import java.util.Map;

/**
 * What readers hold published values against. Nothing is computed of it: a benchmark changes how a
 * value is shown, never the value.
 */
public record Benchmarks(
    @Key(
            value =
                "regions by the name of their area: a region lies in it where its code begins with one of these codes",
            optional = true)
        Map<String, List<String>> areas,
    @Key(
            value = "what a unit has to keep, by indicator: shown on the page of a county",
            optional = true)
        Map<String, Criterion> criteria,
    @Key(
            value = "how much is usual, by indicator: shown on the page of early warning",
            optional = true)
        Map<String, Expectation> expectations) {

  /** None. */
  public static final Benchmarks NONE = new Benchmarks(Map.of(), Map.of(), Map.of());

  /** A limit on one side; equality keeps it. */
  public record Criterion(
      @Key(value = "the greatest value that keeps it, as decimal text", optional = true)
          String notAbove,
      @Key(value = "instead: the least value that keeps it", optional = true) String notBelow,
      @Key(value = "another limit on the same side, by name of an area", optional = true)
          Map<String, String> areas) {}

  /** Two limits: up to the one a value is usual, above the other it is a reason to look closer. */
  public record Expectation(
      @Key("the value up to which it is usual, as decimal text") String usual,
      @Key("the value above which it is high, greater than `usual`") String high) {}
}
