package org.countywise.site;

import java.math.BigDecimal;
import java.time.YearMonth;
import java.util.ArrayList;
import java.util.Iterator;
import java.util.List;
import java.util.Map;
import java.util.stream.IntStream;
import java.util.stream.Stream;
import org.countywise.Workbench;
import org.countywise.definition.Definitions;
import org.countywise.definition.Family;
import org.countywise.report.Manifest;
import org.countywise.report.PlainManifest;

/**
 * A country of the true size, made up: 2,844 counties in 31 provinces, every published indicator of
 * our definitions with its breakdowns, 15 months. Nothing is read and nothing computed.
 */
record GeneratedCountry(Definitions definitions, List<PublishedRegion> regions) {
  static final int COUNTIES = 2844;
  private static final int PROVINCES = 31;
  private static final int PREFECTURES = 333;
  private static final int MONTHS = 15;
  private static final YearMonth FIRST = YearMonth.of(2019, 7);
  private static final String NORMAL = "A";
  private static final String SUPPRESSED = "Q";

  /** How many parts a breakdown has in a county, which lacks some of those there are. */
  private static final Map<String, Integer> PARTS =
      Map.of("province", 12, "category", 7, "source", 3, "class", 2);

  private static final int USUAL_PARTS = 4;

  static GeneratedCountry make() {
    List<PublishedRegion> regions = new ArrayList<>();
    regions.add(new PublishedRegion("CN", "nation", "全国", "Nation", ""));
    regions.add(new PublishedRegion("group:listed", "group", "挂牌督战县", "Listed", ""));
    IntStream.range(0, PROVINCES).forEach(i -> regions.add(region("province", i, "CN")));
    IntStream.range(0, PREFECTURES)
        .forEach(i -> regions.add(region("prefecture", i, province(i % PROVINCES))));
    IntStream.range(0, COUNTIES)
        .forEach(i -> regions.add(region("county", i, prefecture(i % PREFECTURES))));
    return new GeneratedCountry(Workbench.definitions("jobs"), regions);
  }

  private static String province(int i) {
    return String.valueOf(11 + i);
  }

  private static String prefecture(int i) {
    return "%s%02d".formatted(province(i % PROVINCES), i / PROVINCES);
  }

  /** The code of a county. */
  static String county(int i) {
    return "%s%02d".formatted(prefecture(i % PREFECTURES), i / PREFECTURES);
  }

  private static PublishedRegion region(String level, int i, String parent) {
    String code =
        switch (level) {
          case "province" -> province(i);
          case "prefecture" -> prefecture(i);
          default -> county(i);
        };
    return new PublishedRegion(
        code, level, "第" + i + "号地区", "%s number %d".formatted(level, i), parent);
  }

  static List<String> periods() {
    return IntStream.range(0, MONTHS).mapToObj(i -> FIRST.plusMonths(i).toString()).toList();
  }

  Edition edition() {
    Manifest manifest =
        PlainManifest.of("r0015", PlainManifest.planned(List.of("registry"), periods(), List.of()));
    return new Edition(
        manifest, periods().get(MONTHS - 1), periods(), regions, indicators(), Map.of());
  }

  private List<PublishedIndicator> indicators() {
    return definitions.families().entrySet().stream()
        .flatMap(
            family ->
                family.getValue().indicators().entrySet().stream()
                    .filter(of -> !Boolean.FALSE.equals(of.getValue().open()))
                    .map(of -> indicator(family.getKey(), of.getKey(), of.getValue())))
        .toList();
  }

  private static PublishedIndicator indicator(String family, String id, Family.Indicator of) {
    return new PublishedIndicator(
        id,
        of.title(),
        of.unit(),
        new PublishedIndicator.Words(of.title(), of.title(), of.title(), "additive over regions"),
        family);
  }

  Content content() {
    List<FindingCount> findings =
        IntStream.range(0, COUNTIES)
            .mapToObj(
                i ->
                    new FindingCount(
                        "rejected_row", "person", "2020-09", county(i), "warning", 1, 10))
            .toList();
    return new Content(definitions, Map.of(), findings, List.of(), List.of(), null);
  }

  /** Every value, region by region. */
  Iterator<PublishedValue> values() {
    List<Map.Entry<String, Family.Indicator>> published =
        definitions.families().values().stream()
            .flatMap(family -> family.indicators().entrySet().stream())
            .filter(of -> !Boolean.FALSE.equals(of.getValue().open()))
            .sorted(Map.Entry.comparingByKey())
            .toList();
    List<String> periods = periods();
    return regions.stream()
        .flatMap(
            region ->
                published.stream()
                    .flatMap(
                        of ->
                            breakdowns(of.getValue())
                                .flatMap(
                                    by ->
                                        IntStream.range(0, MONTHS)
                                            .mapToObj(
                                                month ->
                                                    value(
                                                        new PublishedValue.At(
                                                            region.code(),
                                                            of.getKey(),
                                                            by,
                                                            periods.get(month)),
                                                        of.getValue(),
                                                        month)))))
        .iterator();
  }

  private static Stream<String> breakdowns(Family.Indicator indicator) {
    Stream<String> parts =
        indicator.breakdown().stream()
            .flatMap(
                name ->
                    IntStream.range(0, PARTS.getOrDefault(name, USUAL_PARTS))
                        .mapToObj(part -> name + "=" + (11 + part)));
    return Boolean.FALSE.equals(indicator.total()) ? parts : Stream.concat(Stream.of(""), parts);
  }

  /** Of the size and form of a county's values; every seventh part is suppressed. */
  private static PublishedValue value(PublishedValue.At at, Family.Indicator of, int month) {
    int seed = Math.floorMod(at.region().hashCode() * 31 + at.indicator().hashCode(), 9973);
    boolean part = !at.breakdown().isEmpty();
    if (part && (seed + month / 5) % 7 == 0) {
      return new PublishedValue(at, new PublishedValue.Said(null, null, null, SUPPRESSED), null);
    }
    BigDecimal numerator = BigDecimal.valueOf(part ? seed % 97 : seed + 13L * month);
    if (of.denominator() == null) {
      return new PublishedValue(
          at, new PublishedValue.Said(numerator.doubleValue(), numerator, null, NORMAL), null);
    }
    BigDecimal denominator = BigDecimal.valueOf(seed + 1009L);
    double value = 100 * numerator.doubleValue() / denominator.doubleValue();
    return new PublishedValue(
        at, new PublishedValue.Said(value, numerator, denominator, NORMAL), null);
  }
}
