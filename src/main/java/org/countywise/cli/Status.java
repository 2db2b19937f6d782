package org.countywise.cli;

import java.util.Collection;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;

/** What the status of a value means, in words. */
final class Status {
  /** A value without anything to explain. */
  static final String NORMAL = "A";

  private static final Map<String, String> MEANING = meanings();

  private Status() {}

  private static Map<String, String> meanings() {
    Map<String, String> meanings = new LinkedHashMap<>();
    meanings.put(NORMAL, "normal");
    meanings.put("P", "provisional: some expected counties have not delivered");
    meanings.put("O", "not delivered: data it needs are missing");
    meanings.put("M", "cannot exist: nothing to divide by, or nothing known");
    meanings.put("Q", "suppressed: too small, or it would tell a number that is");
    meanings.put("U", "low reliability: too many rows rejected");
    meanings.put("B", "break: the region's territory changed");
    return meanings;
  }

  /** The meaning of a status code. */
  static String meaning(String status) {
    return MEANING.getOrDefault(status, "unknown to this version");
  }

  /** One line for each of these statuses that needs an explanation. */
  static List<String> legend(Collection<String> statuses) {
    return statuses.stream()
        .distinct()
        .filter(status -> !status.equals(NORMAL))
        .sorted()
        .map(status -> status + "  " + meaning(status))
        .toList();
  }
}
