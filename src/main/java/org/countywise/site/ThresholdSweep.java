package org.countywise.site;

import java.util.ArrayList;
import java.util.List;
import java.util.Objects;
import java.util.Set;
import java.util.TreeSet;

/**
 * How many households a rule would find at other thresholds, all regions together.
 *
 * <p>It is shown as a whole or not at all. A step that was left out alone would tell that it lies
 * close to its neighbour; where nothing is shown, each of the numbers may be the one that is too
 * close to another.
 *
 * @param points one for each threshold, the least first
 */
public record ThresholdSweep(String rule, List<Point> points) {

  /**
   * Households at one threshold.
   *
   * @param percent of the rule's threshold, as decimal text
   * @param households null where they are not shown
   */
  public record Point(String percent, Long households) {}

  /**
   * What is known of the same households elsewhere.
   *
   * @param counts published numbers of households of the rule; none where not all of them are shown
   * @param earlier what earlier releases told of the same month: their counts and sweeps
   */
  public record Known(List<Long> counts, List<Long> earlier) {}

  /**
   * The sweep, without its numbers where they could tell a small one: where one of them differs
   * from another, from what counts add up to, or from what was told earlier by fewer than {@code
   * least}. Each of these differences is a number of households, or may be. Zero is shown.
   *
   * @param least the smallest number of households that is told, zero apart; 0 where all are
   */
  public ThresholdSweep shown(long least, Known known) {
    if (least == 0) {
      return this;
    }
    List<Long> others = new ArrayList<>(sums(known.counts()));
    others.addAll(known.earlier());
    boolean told = points.size() > 1 && !known.counts().isEmpty();
    for (Point point : points) {
      told &= point.households() != null && tellsNoFew(point.households(), others, least);
      others.add(Objects.requireNonNullElse(point.households(), 0L));
    }
    return told ? this : withheld();
  }

  private static boolean tellsNoFew(long number, List<Long> others, long least) {
    return others.stream()
        .mapToLong(other -> Math.abs(number - other))
        .allMatch(difference -> difference == 0 || difference >= least);
  }

  /** Whatever some numbers can be added up to, nothing included. */
  private static Set<Long> sums(List<Long> numbers) {
    Set<Long> sums = new TreeSet<>(Set.of(0L));
    for (Long number : numbers) {
      sums.addAll(sums.stream().map(sum -> sum + number).toList());
    }
    return sums;
  }

  /** The thresholds without numbers. */
  public ThresholdSweep withheld() {
    return new ThresholdSweep(
        rule, points.stream().map(point -> new Point(point.percent(), null)).toList());
  }

  /** Its numbers, none where they are withheld. */
  public List<Long> numbers() {
    return points.stream().map(Point::households).filter(Objects::nonNull).toList();
  }
}
