package org.countywise.site;

import java.util.ArrayList;
import java.util.HashMap;
import java.util.Iterator;
import java.util.List;
import java.util.Map;

/**
 * Writes values twice: a file for each region with all of its indicators, and a file for each
 * indicator, and each of its breakdowns, with all regions.
 */
final class ValueFiles {
  private final DataFiles files;
  private final List<String> periods;
  private final Map<String, String> levels = new HashMap<>();
  private final Tally tally;

  ValueFiles(DataFiles files, Edition edition) {
    this.files = files;
    this.periods = edition.periods();
    this.tally = new Tally(edition.period());
    edition.regions().forEach(region -> levels.put(region.code(), region.level()));
  }

  /** Writes values that come region by region, within one by indicator and breakdown. */
  Tally write(Iterator<PublishedValue> values) {
    List<PublishedValue> series = new ArrayList<>();
    List<Series> region = new ArrayList<>();
    PublishedValue before = null;
    while (values.hasNext()) {
      PublishedValue value = values.next();
      if (before != null && !alike(before.at(), value.at())) {
        region.add(end(series));
      }
      if (before != null && !before.at().region().equals(value.at().region())) {
        end(before.at().region(), region);
      }
      series.add(value);
      tally.count(value, levels.getOrDefault(value.at().region(), ""));
      before = value;
    }
    if (before != null) {
      region.add(end(series));
      end(before.at().region(), region);
    }
    files.close();
    return tally;
  }

  private static boolean alike(PublishedValue.At one, PublishedValue.At other) {
    return one.region().equals(other.region())
        && one.indicator().equals(other.indicator())
        && one.breakdown().equals(other.breakdown());
  }

  private Series end(List<PublishedValue> rows) {
    PublishedValue.At at = rows.get(0).at();
    Series series = Series.of(at.indicator(), rows, periods);
    files.add(indicator(at.indicator(), at.breakdown()), series.called(at.region()));
    rows.clear();
    return series;
  }

  private void end(String code, List<Series> series) {
    files.write("region/" + DataFiles.name(code), series);
    series.clear();
  }

  /** The file of an indicator or of one of its breakdowns. */
  private static String indicator(String id, String breakdown) {
    String file = "indicator/" + DataFiles.name(id);
    return breakdown.isEmpty() ? file : file + "." + DataFiles.name(breakdown);
  }
}
