package org.countywise.monitoring;

import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;

/** What is known of one household month by month, and the alerts it comes to. */
final class HouseholdTimeline {
  private final TreeMap<String, String> places = new TreeMap<>();
  private final Map<String, String> help = new HashMap<>();
  private final TreeMap<String, Map<String, Alert.Sight>> sights = new TreeMap<>();
  private final TreeMap<String, Map<String, Answer>> answers = new TreeMap<>();

  private record Answer(String outcome, String region) {}

  /**
   * An alert in a month, or an answer in it that no alert waited for.
   *
   * @param region where the household lies; of an answer without alert, where it came from
   * @param alert null for an answer without alert
   */
  record Entry(String month, String rule, String region, Alert alert) {}

  /** The household lies in a region at the end of a month. */
  void lies(String month, String region) {
    places.put(month, region);
  }

  /** A rule's condition holds in a month. */
  void sees(String rule, Alert.Sight sight) {
    sights.computeIfAbsent(rule, of -> new HashMap<>()).put(sight.month(), sight);
  }

  /** An answer of a month, sent from a region. */
  void hears(String month, String rule, String outcome, String region) {
    answers.computeIfAbsent(rule, of -> new HashMap<>()).put(month, new Answer(outcome, region));
  }

  /** Help that lasts in a month, with the month in which it began. */
  void gets(String month, String began) {
    help.merge(month, began, (one, other) -> one.compareTo(other) < 0 ? other : one);
  }

  /** Every entry of some months, which are all months from the first on, oldest first. */
  List<Entry> tell(List<String> months) {
    TreeMap<String, Map<String, ?>> rules = new TreeMap<>(sights);
    rules.putAll(answers);
    List<Entry> entries = new ArrayList<>();
    rules.keySet().forEach(rule -> tell(rule, months, entries));
    return entries;
  }

  private void tell(String rule, List<String> months, List<Entry> entries) {
    AlertCase alerts = new AlertCase();
    for (String month : months) {
      Answer answer = answers.getOrDefault(rule, Map.of()).get(month);
      Alert.Sight sight = sights.getOrDefault(rule, Map.of()).get(month);
      String outcome = answer == null ? null : answer.outcome();
      AlertCase.Step step =
          alerts.advance(new AlertCase.Month(month, sight, outcome, help.get(month)));
      step.alerts().forEach(alert -> entries.add(new Entry(month, rule, place(month), alert)));
      if (step.unasked()) {
        entries.add(new Entry(month, rule, answer.region(), null));
      }
    }
  }

  /** Where it lies in a month, or lay last. */
  private String place(String month) {
    return places.floorEntry(month).getValue();
  }
}
