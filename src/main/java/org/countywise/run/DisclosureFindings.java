package org.countywise.run;

import java.util.ArrayList;
import java.util.List;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.countywise.disclosure.Protection;
import org.countywise.disclosure.PublishedCell;
import org.countywise.report.Finding;
import org.countywise.report.FindingType;

/** What stands against publishing the numbers that protection leaves. */
record DisclosureFindings(Protection protection) {
  private static final int NAMED = 3;

  /** Blocking ones where a number could be found out, or its protection rests on what is untrue. */
  List<Finding> all() {
    List<PublishedCell.Key> leaks =
        Stream.concat(protection.recovered().stream(), protection.exposed().stream())
            .distinct()
            .toList();
    List<Finding> findings = new ArrayList<>(naming(FindingType.DISCLOSURE, leaks));
    findings.addAll(naming(FindingType.TOLD_BEFORE, protection.told()));
    protection
        .broken()
        .forEach(
            (name, units) ->
                findings.add(
                    FindingType.IDENTITY
                        .everywhere()
                        .with("name", name)
                        .with("units", units)
                        .build()));
    findings.addAll(naming(FindingType.NOT_ADDITIVE, protection.loose()));
    return findings;
  }

  private static List<Finding> naming(FindingType type, List<PublishedCell.Key> keys) {
    return keys.isEmpty()
        ? List.of()
        : List.of(type.everywhere().with("number", keys.size()).with("names", named(keys)).build());
  }

  private static String named(List<PublishedCell.Key> keys) {
    return keys.stream()
        .distinct()
        .sorted()
        .limit(NAMED)
        .map(key -> String.join(" ", key.indicator(), key.region(), key.period(), key.breakdown()))
        .map(String::strip)
        .collect(Collectors.joining(", "));
  }
}
