package org.countywise.claim;

import java.util.List;
import java.util.Set;
import java.util.TreeSet;
import java.util.function.BinaryOperator;
import java.util.function.UnaryOperator;
import java.util.stream.Stream;

/**
 * A number out of published ones.
 *
 * @param value null where something is missing
 * @param statuses codes of the rows it was made of
 * @param missing what is not published, a phrase each
 */
public record Found(Ratio value, Set<String> statuses, List<String> missing) {

  static Found of(Ratio value, String status) {
    return new Found(value, Set.of(status), List.of());
  }

  static Found missing(String what) {
    return new Found(null, Set.of(), List.of(what));
  }

  /** Whether nothing is missing. */
  public boolean known() {
    return value != null;
  }

  Found with(UnaryOperator<Ratio> change) {
    return known() ? new Found(change.apply(value), statuses, missing) : this;
  }

  Found with(Found other, BinaryOperator<Ratio> both) {
    Set<String> all = new TreeSet<>(statuses);
    all.addAll(other.statuses);
    return known() && other.known()
        ? new Found(both.apply(value, other.value), all, List.of())
        : new Found(
            null, all, Stream.of(missing, other.missing).flatMap(List::stream).distinct().toList());
  }

  /** This by another, which must not be zero. */
  Found dividedBy(Found other, String what) {
    return other.known() && other.value().isZero()
        ? missing(Phrases.say("zero", what))
        : with(other, Ratio::dividedBy);
  }
}
