package org.countywise.disclosure;

import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.TreeMap;

/**
 * Which regions the units lie in.
 *
 * @param unit the level that delivers
 * @param levels open levels from the unit upwards
 * @param above by period, then by unit: codes of the regions and groups it lies in
 * @param renamed older codes of units, with the newest code of the same territory
 * @param broken by period: regions that were merged, divided or given territory since a year before
 */
public record Geography(
    String unit,
    List<String> levels,
    Map<String, Map<String, List<String>>> above,
    Map<String, String> renamed,
    Map<String, Set<String>> broken) {

  /** Units are known by their newest codes, whatever they were called in a period. */
  public Geography {
    Map<String, Map<String, List<String>>> newest = new TreeMap<>();
    above.forEach(
        (period, units) -> {
          Map<String, List<String>> of = new TreeMap<>();
          units.forEach((code, regions) -> of.put(renamed.getOrDefault(code, code), regions));
          newest.put(period, of);
        });
    above = newest;
  }

  /** Whether a region's territory is not what it was a year before a period. */
  boolean isBroken(String period, String region) {
    return broken.getOrDefault(period, Set.of()).contains(region);
  }

  /** The newest code of a unit. */
  String newest(String code) {
    return renamed.getOrDefault(code, code);
  }

  /** Regions and groups a unit lies in; none where the period does not know it. */
  List<String> above(String period, String code) {
    return above.getOrDefault(period, Map.of()).getOrDefault(code, List.of());
  }

  /** How much is lost with a row of a level: the highest and groups count most. */
  int weight(String level) {
    int rank = levels.indexOf(level);
    return rank < 0 || rank == levels.size() - 1 ? 1000 : rank == 0 ? 1 : 3 * rank;
  }

  /** Levels from the top; groups stand with it. */
  int depth(String level) {
    int rank = levels.indexOf(level);
    return rank < 0 ? 0 : levels.size() - 1 - rank;
  }
}
