package org.countywise.disclosure;

import java.math.BigDecimal;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.TreeMap;
import java.util.TreeSet;
import org.countywise.plan.Derivation;
import org.countywise.plan.Disclosure;
import org.countywise.plan.Months;

/**
 * A small release made by hand: two provinces, {@code 11} with the counties {@code 1101} to {@code
 * 1104} and {@code 22} with {@code 2201} to {@code 2204}, a nation and a group of all counties.
 */
final class HandMade {
  static final int MIN = 5;
  static final List<String> COUNTIES =
      List.of("1101", "1102", "1103", "1104", "2201", "2202", "2203", "2204");

  private final List<Disclosure.Rule> rules = new ArrayList<>();
  private final List<Disclosure.Identity> identities = new ArrayList<>();
  private final Map<String, List<String>> partitions = new TreeMap<>();
  private final Map<String, String> amounts = new TreeMap<>();
  private final Set<String> people = new TreeSet<>();
  private final Map<PublishedCell.Key, PublishedCell> cells = new LinkedHashMap<>();
  private final List<PublishedCell> earlier = new ArrayList<>();
  private final Map<String, String> renamed = new TreeMap<>();
  private final Map<String, Set<String>> broken = new TreeMap<>();

  static Derivation.Side side(Object... terms) {
    List<Derivation.Term> all = new ArrayList<>();
    for (int i = 0; i < terms.length; i += 3) {
      all.add(
          new Derivation.Term(
              (String) terms[i], (Months) terms[i + 1], new BigDecimal((String) terms[i + 2])));
    }
    return new Derivation.Side(all, Set.of());
  }

  /** A count of people. */
  HandMade count(String name) {
    people.add(name);
    return indicator(name, side(name, Months.THIS, "1"), side(), false);
  }

  /** The share of one count in another. */
  HandMade share(String name, String of, String in) {
    return indicator(name, side(of, Months.THIS, "1"), side(in, Months.THIS, "1"), true);
  }

  /** The share of the parts of one count in the whole of another. */
  HandMade shareOfTheWhole(String name, String of, String in) {
    Derivation.Side over = side(of, Months.THIS, "1");
    Derivation.Side under = side(in, Months.THIS, "1");
    Derivation derivation =
        new Derivation(
            name, "f", name, name, "", BigDecimal.ONE, over, under, true, List.of(), true, "");
    rules.add(new Disclosure.Rule(derivation, MIN, true, counts(over), counts(under), true));
    return this;
  }

  HandMade indicator(String name, Derivation.Side over, Derivation.Side under, boolean complement) {
    Derivation derivation =
        new Derivation(name, "f", name, name, "", BigDecimal.ONE, over, under, List.of(), true, "");
    rules.add(new Disclosure.Rule(derivation, MIN, true, counts(over), counts(under), complement));
    return this;
  }

  private boolean counts(Derivation.Side side) {
    return !side.terms().isEmpty()
        && side.terms().stream().allMatch(term -> people.contains(term.measure()));
  }

  HandMade adds(String measure, String dimension) {
    partitions.put(measure, List.of(dimension));
    return this;
  }

  HandMade amount(String measure, String of) {
    amounts.put(measure, of);
    return this;
  }

  /** Total = parts. */
  HandMade identity(String total, String... parts) {
    List<Disclosure.Item> items = new ArrayList<>();
    items.add(new Disclosure.Item(total, "", "", BigDecimal.ONE));
    for (String part : parts) {
      items.add(new Disclosure.Item(part, "", "", BigDecimal.ONE.negate()));
    }
    identities.add(new Disclosure.Identity(total, items));
    return this;
  }

  /** Rows of all regions out of those of the counties, in their order. */
  HandMade rows(String indicator, String period, String breakdown, Integer... numerators) {
    return rows(indicator, period, breakdown, List.of(numerators), null);
  }

  HandMade rows(
      String indicator, String period, String breakdown, List<Integer> over, List<Integer> under) {
    Map<String, int[]> sums = new TreeMap<>();
    for (int i = 0; i < COUNTIES.size(); i++) {
      String county = COUNTIES.get(i);
      int[] parts = {over.get(i), under == null ? 0 : under.get(i)};
      for (String region : List.of(county, county.substring(0, 2), "CN", "group:all")) {
        int[] sum = sums.computeIfAbsent(region, r -> new int[2]);
        sum[0] += parts[0];
        sum[1] += parts[1];
      }
    }
    sums.forEach(
        (region, sum) -> {
          boolean zero = sum[0] == 0 && !breakdown.isEmpty();
          if (!zero) {
            add(indicator, region, period, breakdown, sum[0], under == null ? null : sum[1]);
          }
        });
    return this;
  }

  private void add(
      String indicator, String region, String period, String breakdown, int over, Integer under) {
    PublishedCell cell =
        new PublishedCell(
            indicator,
            region,
            level(region),
            period,
            breakdown,
            BigDecimal.valueOf(over),
            under == null ? null : BigDecimal.valueOf(under),
            "A",
            PublishedCell.Standing.NEW);
    cells.put(cell.key(), cell);
  }

  private static String level(String region) {
    return switch (region.length()) {
      case 4 -> "county";
      case 2 -> region.equals("CN") ? "nation" : "province";
      default -> "group";
    };
  }

  /** A row of an earlier release. */
  HandMade stands(String indicator, String region, String period, PublishedCell.Standing standing) {
    PublishedCell of = cells.get(new PublishedCell.Key(indicator, region, period, ""));
    return stands(of, of.numerator(), of.denominator(), of.status(), standing);
  }

  /** A row of an earlier release in which there was nothing to count. */
  HandMade lacks(String indicator, String region, String period) {
    PublishedCell of = cells.get(new PublishedCell.Key(indicator, region, period, ""));
    return stands(of, null, null, "O", PublishedCell.Standing.HIDDEN);
  }

  /** A county that has not delivered yet: it has no number. */
  HandMade undelivered(String indicator, String region, String period) {
    PublishedCell of = cells.get(new PublishedCell.Key(indicator, region, period, ""));
    return stands(of, null, null, "O", PublishedCell.Standing.NEW);
  }

  /** Takes the place of a release that showed what was not hidden of it. */
  HandMade after(String release, HandMade first, Protection hidden) {
    for (PublishedCell of : first.cells.values()) {
      boolean shown =
          !hidden.hidden().containsKey(of.key())
              && (of.numerator() != null || of.denominator() != null);
      earlier.add(
          new PublishedCell(
              of.indicator(),
              of.region(),
              of.level(),
              of.period(),
              of.breakdown(),
              of.numerator(),
              of.denominator(),
              of.status(),
              shown ? PublishedCell.Standing.SHOWN : PublishedCell.Standing.HIDDEN,
              release));
    }
    return this;
  }

  /** A county's territory is not what it was. */
  HandMade breaks(String county, String period) {
    broken.computeIfAbsent(period, p -> new TreeSet<>()).add(county);
    return this;
  }

  /** A county was known by another code in a period. */
  HandMade renames(String county, String older, String period) {
    for (PublishedCell of : cells()) {
      if (of.region().equals(county) && of.period().equals(period)) {
        cells.remove(of.key());
        PublishedCell then =
            new PublishedCell(
                of.indicator(),
                older,
                of.level(),
                period,
                of.breakdown(),
                of.numerator(),
                of.denominator(),
                of.status(),
                of.standing());
        cells.put(then.key(), then);
      }
    }
    renamed.put(older, county);
    return this;
  }

  private HandMade stands(
      PublishedCell of,
      BigDecimal over,
      BigDecimal under,
      String status,
      PublishedCell.Standing standing) {
    cells.put(
        of.key(),
        new PublishedCell(
            of.indicator(),
            of.region(),
            of.level(),
            of.period(),
            of.breakdown(),
            over,
            under,
            status,
            standing));
    return this;
  }

  List<PublishedCell> cells() {
    List<PublishedCell> all = new ArrayList<>(cells.values());
    all.addAll(earlier);
    return all;
  }

  Disclosure disclosure() {
    return new Disclosure(MIN, Set.of(), rules, identities, partitions, people, amounts);
  }

  Geography geography() {
    Map<String, List<String>> above = new TreeMap<>();
    COUNTIES.forEach(c -> above.put(c, List.of(c.substring(0, 2), "CN", "group:all")));
    renamed.forEach((older, newest) -> above.put(older, above.get(newest)));
    Map<String, Map<String, List<String>>> periods = new TreeMap<>();
    cells.keySet().forEach(key -> periods.put(key.period(), above));
    return new Geography(
        "county", List.of("county", "province", "nation"), periods, renamed, broken);
  }

  Protection protect() {
    return Protection.of(disclosure(), geography(), cells());
  }
}
