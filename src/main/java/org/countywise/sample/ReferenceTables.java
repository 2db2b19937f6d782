package org.countywise.sample;

import java.time.LocalDate;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;
import java.util.stream.IntStream;
import java.util.stream.Stream;
import org.countywise.parquet.Row;

/**
 * The reference datasets: the roster of regions with its one change, the listing roster, the
 * poverty lines.
 */
final class ReferenceTables {
  /** A reference dataset, small enough to be held in memory. */
  record Reference(String name, List<String> columns, List<Row> rows) {
    static Reference of(String name, String columns, List<Row> rows) {
      return new Reference(name, List.of(columns.split(" ", -1)), rows);
    }
  }

  private static final LocalDate ALWAYS = LocalDate.of(2000, 1, 1);
  private static final LocalDate LISTED_ON = LocalDate.of(2020, 1, 25);

  /** Lushui became a city in 2016 and got a new code. */
  private static final String RECODED_FROM = "533321";

  private static final String RECODED_TO = "533301";
  private static final LocalDate RECODED_ON = LocalDate.of(2016, 1, 1);

  private static final String NAMES = "龙青石大白红永新东南西北高平清金玉双三马";
  private static final String FEATURES = "山河坪寨关坝岭湾溪塘沟桥坡洞泉田林洼";

  private final SyntheticPopulation people;

  ReferenceTables(SyntheticPopulation people) {
    this.people = people;
  }

  List<Reference> all() {
    return List.of(
        Reference.of(
            "region",
            "region_code level name_zh name_en parent_code valid_from valid_to",
            regions()),
        Reference.of(
            "region_change",
            "old_code new_code changed_on kind",
            List.of(Row.of(RECODED_FROM, RECODED_TO, RECODED_ON, "recode"))),
        Reference.of("listing", "region_code level listed_on delisted_on", listing()),
        Reference.of("poverty_line", "year line_fen monitoring_line_fen", lines()));
  }

  private List<Row> regions() {
    List<Row> rows = new ArrayList<>();
    people.places().forEach(place -> rows.add(region(place)));
    rows.add(Row.of(RECODED_FROM, "county", "泸水县", "Lushui County", "5333", ALWAYS, RECODED_ON));
    for (County county : people.villageGrid().counties()) {
      for (int township = 0; township < county.townships(); township++) {
        rows.add(township(county, township));
      }
    }
    villages().map(ReferenceTables::village).forEach(rows::add);
    return rows;
  }

  private static Row region(Place place) {
    LocalDate from = place.code().equals(RECODED_TO) ? RECODED_ON : ALWAYS;
    return Row.of(
        place.code(), place.level(), place.nameZh(), place.nameEn(), place.parent(), from, null);
  }

  private static Row township(County county, int number) {
    String code = county.townshipCode(number);
    String name = name(Integer.parseInt(county.code()) + number) + (number % 3 == 0 ? "镇" : "乡");
    return Row.of(code, "township", name, null, county.code(), ALWAYS, null);
  }

  private static Row village(Village village) {
    String name = name(7 * village.index() + village.number()) + "村";
    return Row.of(village.code(), "village", name, null, village.townshipCode(), ALWAYS, null);
  }

  private static String name(int number) {
    return "" + NAMES.charAt(number % NAMES.length()) + FEATURES.charAt(number % FEATURES.length());
  }

  private Stream<Village> villages() {
    return people.villages(0, people.villageGrid().villages());
  }

  private List<Row> listing() {
    Stream<Row> counties = people.places().stream().filter(Place::isListed).map(this::county);
    long count = Math.max(1, Math.round(Published.LISTED_VILLAGES * people.settings().scale()));
    Stream<Row> villages =
        villages()
            .sorted(Comparator.comparingDouble(v -> people.draw().at(v.index(), "listed")))
            .limit(count)
            .map(v -> Row.of(v.code(), "village", LISTED_ON, null));
    return Stream.concat(counties, villages).toList();
  }

  /** A delisting is known only to a delivery that reaches it. */
  private Row county(Place place) {
    LocalDate delisted = LocalDate.parse(Published.DELISTED.get(place.province()));
    LocalDate known = Month.of(people.settings().to()).known(delisted);
    return Row.of(place.code(), "county", LISTED_ON, known);
  }

  private static List<Row> lines() {
    return IntStream.rangeClosed(Published.FIRST_LINE_YEAR, Published.LAST_LINE_YEAR)
        .mapToObj(year -> Row.of(year, Published.lineFen(year), Published.monitoringLineFen(year)))
        .toList();
  }
}
