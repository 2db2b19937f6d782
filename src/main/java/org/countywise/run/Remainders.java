package org.countywise.run;

import java.util.LinkedHashSet;
import java.util.List;
import java.util.Set;
import org.countywise.cube.RegionPart;
import org.countywise.plan.Plan;
import org.countywise.report.Finding;

/** What did not add up: published totals that differ from their parts, and lost territory. */
final class Remainders {
  private Remainders() {}

  /** Findings about rolled-up parts. */
  static List<Finding> of(Plan plan, List<RegionPart> parts) {
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
    return new Finding(
        "total_differs",
        "",
        of.period(),
        of.region(),
        Finding.Severity.ERROR,
        0,
        List.of(),
        of.series().indicator()
            + (breakdown.isEmpty() ? "" : ", " + breakdown)
            + ": the published total differs from the sum of its parts by "
            + of.part().gap().stripTrailingZeros().toPlainString()
            + "; ask the publisher which is right",
        breakdown);
  }

  private static Finding lost(RegionPart of) {
    return new Finding(
        "region_gone",
        "",
        of.period(),
        "",
        Finding.Severity.ERROR,
        0,
        List.of(),
        of.series().indicator()
            + ": earlier months that it takes hold rows of regions that the roster of this month does"
            + " not know, nor their counties; they are left out");
  }
}
