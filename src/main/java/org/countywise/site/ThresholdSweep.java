package org.countywise.site;

import java.math.BigDecimal;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;

/**
 * How many households a rule would find at other thresholds, all regions together.
 *
 * @param points by percent of the threshold, the least first
 */
public record ThresholdSweep(String rule, List<Point> points) {

  /**
   * Households at one threshold.
   *
   * @param percent of the rule's threshold, as decimal text
   * @param households null where the number, or what tells it, is too small to be shown
   */
  public record Point(String percent, Long households) {}

  /**
   * The sweep with small numbers hidden: a number below {@code least}, and one that differs from
   * the number shown before it by less, since the difference is a number of households too.
   */
  public ThresholdSweep hiding(long least) {
    List<Point> shown = new ArrayList<>();
    long before = 0;
    for (Point point :
        points.stream()
            .sorted(Comparator.comparing((Point point) -> new BigDecimal(point.percent())))
            .toList()) {
      Long households = point.households();
      boolean told = households != null && tellable(households - before, least);
      shown.add(told ? point : new Point(point.percent(), null));
      before = told ? households : before;
    }
    return new ThresholdSweep(rule, shown);
  }

  private static boolean tellable(long difference, long least) {
    return difference == 0 || Math.abs(difference) >= least;
  }
}
