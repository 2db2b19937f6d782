package org.countywise.sink.postgres;

import java.util.List;
import java.util.stream.Stream;

/**
 * The indicators of a family side by side: a row for each region and period, and for each indicator
 * a column with its value and one with its status. Breakdowns are left to {@code indicator_value}.
 */
public record WideView(String schema, String family, List<Indicator> indicators) {
  private static final List<String> HEAD =
      List.of("region_code", "region_level", "name_zh", "name_en", "period");

  /** An indicator as its dimension describes it. */
  public record Indicator(String id, String titleEn, String titleZh, String unit) {
    /** Name of the column beside it. */
    public String status() {
      return id + "_status";
    }
  }

  /** Its name, with the letters that need no quotes. */
  public String name() {
    return "wide_" + family.replace('-', '_');
  }

  /** Names of its columns in order. */
  public List<String> columns() {
    return Stream.concat(
            HEAD.stream(), indicators.stream().flatMap(of -> Stream.of(of.id(), of.status())))
        .toList();
  }
}
