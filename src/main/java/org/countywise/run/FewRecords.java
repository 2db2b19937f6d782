package org.countywise.run;

import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.TreeMap;
import java.util.TreeSet;
import org.countywise.cube.RegionPart;
import org.countywise.disclosure.PublishedCell;
import org.countywise.plan.Disclosure;
import org.countywise.plan.Distribution;
import org.countywise.plan.Plan;

/** Statistics of so few records that they would tell of single ones. */
final class FewRecords {
  private FewRecords() {}

  /**
   * Their rows.
   *
   * @param parts of all open regions
   */
  static Set<PublishedCell.Key> in(Plan plan, List<RegionPart> parts) {
    List<String> statistics = plan.distributions().stream().map(Distribution::indicator).toList();
    Map<String, Integer> least = new TreeMap<>();
    for (Disclosure.Rule rule : plan.disclosure().rules()) {
      if (statistics.contains(rule.indicator().indicator())) {
        least.merge(rule.indicator().indicator(), rule.minCount(), Math::max);
      }
    }
    Set<PublishedCell.Key> few = new TreeSet<>();
    for (RegionPart of : parts) {
      String indicator = of.series().indicator();
      long records = of.part().numerator().terms();
      if (records > 0 && records < least.getOrDefault(indicator, 0)) {
        few.add(
            new PublishedCell.Key(indicator, of.region(), of.period(), of.series().breakdown()));
      }
    }
    return few;
  }
}
