package org.countywise.geography;

import java.util.ArrayList;
import java.util.Comparator;
import java.util.HashSet;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.SortedMap;
import java.util.TreeMap;
import java.util.TreeSet;
import java.util.stream.Collectors;
import org.countywise.geography.Crosswalk.RegionMonth;
import org.countywise.geography.history.Succession;
import org.countywise.plan.RegionScheme;
import org.countywise.quality.DeliveryKey;
import org.countywise.report.Finding;
import org.countywise.report.FindingBuilder;
import org.countywise.report.FindingType;

/** Counts the rows that no village or township assigns to a region of the day that counts. */
public final class Unassigned {
  private static final int SHOWN = 5;

  private final RegionsByMonth regionsByMonth;
  private final Map<RegionMonth, String> regions;
  private final Set<RegionMonth> measured = new HashSet<>();
  private final Map<DeliveryKey, Long> rows = new TreeMap<>();

  public Unassigned(RegionsByMonth regionsByMonth) {
    this.regionsByMonth = regionsByMonth;
    this.regions = regionsByMonth.crosswalk().unassigned();
  }

  /**
   * Regions of months whose rows stay under an older code: those that rows are to be counted in.
   */
  public Set<RegionMonth> regions() {
    return regions.keySet();
  }

  /**
   * Takes those of a dataset.
   *
   * @param counted rows in {@link #regions}, where there are any
   */
  public void add(String dataset, Map<RegionMonth, Long> counted) {
    counted.forEach(
        (region, number) -> {
          measured.add(region);
          rows.merge(
              new DeliveryKey(dataset, region.month(), regions.get(region)), number, Long::sum);
        });
  }

  /** The region tree with the regions that such rows lie in, under their older codes. */
  public RegionTree tree() {
    return regionsByMonth.treeWith(kept());
  }

  /** Regions that stay under older codes, each in the month in which it does. */
  public Set<RegionMonth> kept() {
    return regionsByMonth.crosswalk().keptFor(measured);
  }

  /** A finding for every dataset, month and older code, and for every parent that has ended. */
  public List<Finding> findings() {
    List<Finding> found = new ArrayList<>(circular());
    found.addAll(endedParents());
    rows.forEach((key, number) -> found.add(unassigned(key, number)));
    return found;
  }

  /** A finding for every code that ended, while regions of requested periods still name it. */
  private List<Finding> endedParents() {
    Map<List<String>, SortedMap<String, Set<String>>> below = new LinkedHashMap<>();
    for (Crosswalk.RetiredCode parent : regionsByMonth.crosswalk().ended()) {
      regionsByMonth.tree().regions().stream()
          .filter(region -> parent.code().equals(region.row().validity().parent()))
          .filter(region -> region.isIn(parent.month()))
          .forEach(
              region ->
                  below
                      .computeIfAbsent(
                          List.of(parent.code(), parent.region()), code -> new TreeMap<>())
                      .computeIfAbsent(parent.month(), month -> new HashSet<>())
                      .add(region.code()));
    }
    return below.entrySet().stream()
        .map(of -> ended(of.getKey().get(0), of.getKey().get(1), of.getValue()))
        .sorted(
            Comparator.comparing((Finding of) -> of.sampleKeys().get(0))
                .thenComparing(Finding::period))
        .toList();
  }

  private Finding ended(String parent, String above, SortedMap<String, Set<String>> below) {
    return FindingType.REGION_ENDED
        .in(regionsByMonth.calendar().plan().regionScheme().roster().dataset(), below.firstKey())
        .rows(below.values().stream().flatMap(Set::stream).distinct().count())
        .keys(List.of(parent))
        .with("parent", parent)
        .with("above", above)
        .with("where", where())
        .build();
  }

  private Finding unassigned(DeliveryKey key, long number) {
    FindingBuilder finding =
        key.about(FindingType.REGION_UNASSIGNED).rows(number).with("where", where());
    Set<String> parts = new TreeSet<>();
    regionsByMonth.calendar().names().stream()
        .map(regionsByMonth.calendar()::regionsOf)
        .forEach(day -> parts.addAll(regionsByMonth.relocation().successors(key.unit(), day, day)));
    return parts.isEmpty()
        ? finding.build()
        : finding.saying("parts").with("parts", first(parts)).build();
  }

  private static String first(Set<String> codes) {
    return codes.stream().limit(SHOWN).collect(Collectors.joining(", "));
  }

  /** Where to add what is missing. */
  private String where() {
    RegionScheme scheme = regionsByMonth.calendar().plan().regionScheme();
    FindingBuilder where =
        FindingType.REGION_UNASSIGNED.everywhere().with("roster", scheme.roster().dataset());
    return scheme.changes() == null
        ? where.saying("to_roster").text()
        : where.saying("to_changes").with("changes", scheme.changes().dataset()).text();
  }

  private List<Finding> circular() {
    Set<String> codes = new Succession(regionsByMonth.relocation().codeHistory()).circular();
    return codes.isEmpty()
        ? List.of()
        : List.of(
            FindingType.REGION_CIRCLE
                .in(regionsByMonth.calendar().plan().regionScheme().changes().dataset(), "")
                .rows(codes.size())
                .with("codes", first(codes))
                .build());
  }
}
