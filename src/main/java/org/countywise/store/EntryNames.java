package org.countywise.store;

import java.time.YearMonth;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;
import java.util.stream.Collectors;
import org.countywise.plan.Scan;
import org.countywise.rows.Calendar;
import org.countywise.rows.Partition;

/** Names of the entries that would do for what a run needs of measures and events. */
record EntryNames(Calendar calendar, Fingerprints fingerprints) {

  /** Of partitions of measured datasets, that of this run first. */
  Map<Partition, List<String>> measures() {
    Map<Partition, List<String>> measures = new TreeMap<>();
    for (Scan scan : calendar.plan().scans()) {
      if (calendar.plan().isByMonth(scan)) {
        calendar
            .months(scan)
            .forEach(
                month ->
                    measures.put(
                        new Partition(scan.dataset(), month), fingerprints.measures(scan, month)));
      }
    }
    return measures;
  }

  /** Of the months of the early warning. */
  Map<Partition, List<String>> events() {
    Map<Partition, List<String>> events = new TreeMap<>();
    if (calendar.plan().watch() != null) {
      String before = "";
      for (YearMonth month : calendar.ledger()) {
        before = fingerprints.events(month.toString(), before);
        events.put(event(calendar, month.toString()), List.of(before));
      }
    }
    return events;
  }

  /** What stands for a watched month in the store. */
  static Partition event(Calendar calendar, String month) {
    return new Partition(calendar.plan().watch().dataset(), month);
  }

  /** Those of the months before one. */
  static Map<Partition, List<String>> before(String month, Map<Partition, List<String>> events) {
    return events.entrySet().stream()
        .filter(of -> of.getKey().month().compareTo(month) < 0)
        .collect(Collectors.toMap(Map.Entry::getKey, Map.Entry::getValue));
  }
}
