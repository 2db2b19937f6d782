package org.countywise.sink;

import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.TreeSet;
import org.countywise.sink.sdmx.Component;
import org.countywise.sink.sdmx.SdmxId;
import org.countywise.sink.sdmx.Structure.Coded;
import org.countywise.sink.sdmx.Words;

/** The codes of a release: those of its dimensions, and whatever else its values name. */
final class SdmxCodes {
  /** What parts the words of a unit. */
  static final char OF_UNITS = ' ';

  private static final char OF_REGIONS = ':';
  private static final char OF_BREAKDOWNS = '=';
  private static final char OF_INDICATORS = ' ';
  private static final String TOTAL = "_T";

  private final Map<String, Map<String, String>> indicators;
  private final Map<String, Map<String, String>> regions;
  private final Set<String> breakdowns = new TreeSet<>();

  SdmxCodes(Map<String, Map<String, String>> indicators, Map<String, Map<String, String>> regions) {
    this.indicators = indicators;
    this.regions = regions;
  }

  /** The id of an indicator. */
  String indicator(String indicator) {
    indicators.putIfAbsent(indicator, Map.of());
    return SdmxId.of(indicator, OF_INDICATORS);
  }

  /** The id of a region. */
  String region(String region) {
    regions.putIfAbsent(region, Map.of());
    return SdmxId.of(region, OF_REGIONS);
  }

  /** The id of a breakdown; a total has none. */
  String breakdown(String breakdown) {
    breakdowns.add(breakdown);
    return SdmxId.of(breakdown, OF_BREAKDOWNS);
  }

  /** The unit of an indicator, empty where it is not known. */
  String unit(String indicator) {
    return indicators.getOrDefault(indicator, Map.of()).getOrDefault("unit", "");
  }

  /** The code lists of what has been asked for. */
  Map<Component, List<Coded>> byComponent() {
    Map<Component, List<Coded>> codes = new LinkedHashMap<>();
    codes.put(
        Component.INDICATOR,
        indicators.entrySet().stream()
            .map(row -> indicator(row.getKey(), row.getValue()))
            .toList());
    codes.put(
        Component.REF_AREA,
        regions.entrySet().stream().map(row -> region(row.getKey(), row.getValue())).toList());
    codes.put(Component.BREAKDOWN, breakdowns());
    codes.put(
        Component.UNIT_MEASURE,
        indicators.keySet().stream()
            .map(this::unit)
            .filter(unit -> !unit.isEmpty())
            .distinct()
            .sorted()
            .map(unit -> new Coded(SdmxId.of(unit, OF_UNITS), new Words(unit, "")))
            .toList());
    return codes;
  }

  private List<Coded> breakdowns() {
    List<Coded> codes = new ArrayList<>();
    codes.add(new Coded(TOTAL, Words.total()));
    for (String breakdown : breakdowns) {
      codes.add(new Coded(SdmxId.of(breakdown, OF_BREAKDOWNS), new Words(breakdown, "")));
    }
    return codes;
  }

  private static Coded indicator(String id, Map<String, String> row) {
    return new Coded(
        SdmxId.of(id, OF_INDICATORS),
        words(row, "title_en", "title_zh"),
        words(row, "formula", "formula_zh"),
        "");
  }

  private Coded region(String code, Map<String, String> row) {
    String parent = row.getOrDefault("parent_code", "");
    return new Coded(
        SdmxId.of(code, OF_REGIONS),
        words(row, "name_en", "name_zh"),
        new Words("", ""),
        regions.containsKey(parent) ? SdmxId.of(parent, OF_REGIONS) : "");
  }

  private static Words words(Map<String, String> row, String english, String chinese) {
    return new Words(row.getOrDefault(english, ""), row.getOrDefault(chinese, ""));
  }
}
