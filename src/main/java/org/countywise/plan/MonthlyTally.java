package org.countywise.plan;

import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.stream.Stream;

/**
 * What the rows of a dataset come to by a key in each month: every value that a view tallies of
 * them, in this month or in a window of months, which adds up months.
 *
 * @param tallies what stands beside the rows that are tallied
 * @param on columns that are the key
 * @param values each with the condition of its tally in it; none twice
 */
public record MonthlyTally(
    String dataset, List<View.Tally> tallies, List<String> on, List<View.Value> values) {

  private record Key(String dataset, List<View.Tally> tallies, List<String> on) {
    static Key of(View.Tally tally) {
      return new Key(tally.dataset(), tally.tallies(), tally.on());
    }
  }

  /** As few of them as some tallies need. */
  static List<MonthlyTally> of(Stream<View.Tally> tallies) {
    Map<Key, Set<View.Value>> values = new LinkedHashMap<>();
    tallies.forEach(
        tally ->
            tally
                .values()
                .forEach(
                    value ->
                        values
                            .computeIfAbsent(Key.of(tally), key -> new LinkedHashSet<>())
                            .add(unnamed(tally, value))));
    List<MonthlyTally> monthly = new ArrayList<>();
    values.forEach(
        (key, of) ->
            monthly.add(new MonthlyTally(key.dataset(), key.tallies(), key.on(), List.copyOf(of))));
    return List.copyOf(monthly);
  }

  /** The dataset with the key, in words. */
  public String name() {
    return dataset + " by " + String.join(", ", on);
  }

  /** Whether a tally is made of this one. */
  public boolean serves(View.Tally tally) {
    return Key.of(tally).equals(new Key(dataset, tallies, on));
  }

  /** Whether other months stand beside the rows that are tallied. */
  public boolean looksBack() {
    return tallies.stream().anyMatch(MonthlyTally::looksBack);
  }

  private static boolean looksBack(View.Tally tally) {
    return tally.months() != Months.THIS
        || tally.tallies().stream().anyMatch(MonthlyTally::looksBack);
  }

  /** The place of a tally's value among the values. */
  public int place(View.Tally tally, View.Value value) {
    return values.indexOf(unnamed(tally, value));
  }

  private static View.Value unnamed(View.Tally tally, View.Value value) {
    String sql =
        tally.where().isEmpty()
            ? value.expression()
            : "case when " + tally.where() + " then " + value.expression() + " end";
    return new View.Value("", value.how(), sql);
  }
}
