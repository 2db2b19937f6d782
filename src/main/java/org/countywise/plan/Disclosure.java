package org.countywise.plan;

import java.math.BigDecimal;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.stream.Collectors;

/**
 * Which numbers are too small to be published, and what everybody knows of how numbers hang
 * together.
 *
 * @param minCount the smallest number that is shown where an indicator has no own; 0 where all are
 * @param units units that stand for people
 * @param rules of every indicator of the folder, also of families that are not wanted
 * @param identities sums that are zero in every unit
 * @param partitions measures whose breakdowns add up to their total, with their names
 * @param people measures that count people
 * @param amounts measures of amounts, each with the measure that counts whose amount it is
 */
public record Disclosure(
    int minCount,
    Set<String> units,
    List<Rule> rules,
    List<Identity> identities,
    Map<String, List<String>> partitions,
    Set<String> people,
    Map<String, String> amounts) {

  /** Nothing is hidden. */
  public static final Disclosure NONE =
      new Disclosure(0, Set.of(), List.of(), List.of(), Map.of(), Set.of(), Map.of());

  /**
   * The rule of an indicator.
   *
   * @param minCount the smallest number that is shown, zero apart; 0 where all are
   * @param open false for an indicator that is never published
   * @param numerator whether the numerator counts people
   * @param denominator whether the denominator does
   * @param complement whether both count the same, so that their difference does too
   */
  public record Rule(
      Derivation indicator,
      int minCount,
      boolean open,
      boolean numerator,
      boolean denominator,
      boolean complement) {}

  /** A sum of measures that is zero in every unit. */
  public record Identity(String name, List<Item> items) {

    @Override
    public String toString() {
      return name
          + ": 0 = "
          + items.stream()
              .map(Item::toString)
              .collect(Collectors.joining(" + "))
              .replace("+ -1 × ", "- ");
    }
  }

  /**
   * A term of an identity.
   *
   * @param dimension name of the breakdown, empty for the total
   * @param value of the breakdown; {@code {2}} stands for the first two digits of the unit's code
   */
  public record Item(String measure, String dimension, String value, BigDecimal coefficient) {

    @Override
    public String toString() {
      return (coefficient.compareTo(BigDecimal.ONE) == 0
              ? ""
              : coefficient.stripTrailingZeros().toPlainString() + " × ")
          + measure
          + (dimension.isEmpty() ? "" : "[" + dimension + "=" + value + "]");
    }
  }

  @Override
  public String toString() {
    List<String> lines = new ArrayList<>();
    lines.add("below " + minCount + ": " + String.join(", ", units));
    rules.stream()
        .filter(rule -> rule.minCount() != minCount)
        .forEach(r -> lines.add("below " + r.minCount() + ": " + r.indicator().indicator()));
    restricted().forEach(id -> lines.add("never published: " + id));
    identities.forEach(identity -> lines.add("known: " + identity));
    amounts.forEach((amount, people) -> lines.add("of " + people + ": " + amount));
    return lines.stream()
        .map(line -> "  " + line)
        .collect(Collectors.joining("\n", "hide\n", "\n"));
  }

  /** Whether anything may have to be hidden. */
  public boolean active() {
    return rules.stream().anyMatch(rule -> rule.minCount() > 0);
  }

  /** Ids of indicators that are never published. */
  public Set<String> restricted() {
    return rules.stream()
        .filter(rule -> !rule.open())
        .map(rule -> rule.indicator().indicator())
        .collect(Collectors.toCollection(java.util.TreeSet::new));
  }
}
