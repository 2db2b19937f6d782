package org.countywise.quality;

import java.util.LinkedHashSet;
import java.util.List;
import java.util.Set;
import org.countywise.cube.RegionPart;
import org.countywise.plan.Plan;
import org.countywise.report.Finding;
import org.countywise.report.FindingType;

/** What did not add up: published totals that differ from their parts, and lost territory. */
public final class Remainders {
  private Remainders() {}

  /** Findings about rolled-up parts. */
  public static List<Finding> of(Plan plan, List<RegionPart> parts) {
    Set<Finding> found = new LinkedHashSet<>();
    parts.stream()
        .sorted(RegionPart.ORDER)
        .forEach(
            of -> {
              boolean differs = plan.hasTotals() && of.part().gap() != null;
              if (of.region().isEmpty() && (differs || of.part().hasTerms())) {
                found.add(lost(of));
              } else if (differs) {
                found.add(gap(of));
              }
            });
    return List.copyOf(found);
  }

  private static Finding gap(RegionPart of) {
    String breakdown = of.series().breakdown();
    return FindingType.TOTAL_DIFFERS
        .in("", of.period(), of.region())
        .within(breakdown)
        .with("series", named(of.series().indicator(), breakdown))
        .with("difference", of.part().gap().stripTrailingZeros().toPlainString())
        .build();
  }

  /** A series in words. */
  public static String named(String title, String breakdown) {
    return breakdown.isEmpty() ? title : title + ", " + breakdown;
  }

  private static Finding lost(RegionPart of) {
    return FindingType.REGION_GONE
        .in("", of.period())
        .with("indicator", of.series().indicator())
        .build();
  }
}
