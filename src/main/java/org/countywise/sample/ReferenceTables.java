package org.countywise.sample;

import java.time.LocalDate;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;
import java.util.stream.IntStream;
import java.util.stream.Stream;
import org.apache.spark.sql.Row;
import org.apache.spark.sql.RowFactory;

/**
 * The reference datasets: the roster of regions with its one change, the listing roster, the
 * poverty lines.
 */
final class ReferenceTables {
  /** A reference dataset, small enough to be held in memory. */
  record Reference(String name, String ddl, List<Row> rows) {}

  private static final LocalDate ALWAYS = LocalDate.of(2000, 1, 1);
  private static final LocalDate LISTED_ON = LocalDate.of(2020, 1, 25);

  /** Lushui became a city in 2016 and got a new code. */
  private static final String RECODED_FROM = "533321";

  private static final String RECODED_TO = "533301";
  private static final LocalDate RECODED_ON = LocalDate.of(2016, 1, 1);

  private static final String NAMES = "龙青石大白红永新东南西北高平清金玉双三马";
  private static final String FEATURES = "山河坪寨关坝岭湾溪塘沟桥坡洞泉田林洼";

  private final SyntheticPopulation syntheticPopulation;

  ReferenceTables(SyntheticPopulation syntheticPopulation) {
    this.syntheticPopulation = syntheticPopulation;
  }

  List<Reference> all() {
    return List.of(
        new Reference(
            "region",
            "region_code STRING NOT NULL, level STRING NOT NULL, name_zh STRING NOT NULL,"
                + " name_en STRING, parent_code STRING NOT NULL, valid_from DATE NOT NULL,"
                + " valid_to DATE",
            regions()),
        new Reference(
            "region_change",
            "old_code STRING NOT NULL, new_code STRING NOT NULL, changed_on DATE NOT NULL,"
                + " kind STRING NOT NULL",
            List.of(RowFactory.create(RECODED_FROM, RECODED_TO, RECODED_ON, "recode"))),
        new Reference(
            "listing",
            "region_code STRING NOT NULL, level STRING NOT NULL, listed_on DATE NOT NULL,"
                + " delisted_on DATE",
            listing()),
        new Reference(
            "poverty_line",
            "year INT NOT NULL, line_fen BIGINT NOT NULL, monitoring_line_fen BIGINT NOT NULL",
            lines()));
  }

  private List<Row> regions() {
    List<Row> rows = new ArrayList<>();
    syntheticPopulation.places().forEach(place -> rows.add(region(place)));
    rows.add(
        RowFactory.create(
            RECODED_FROM, "county", "泸水县", "Lushui County", "5333", ALWAYS, RECODED_ON));
    for (County county : syntheticPopulation.villageGrid().counties()) {
      for (int township = 0; township < county.townships(); township++) {
        rows.add(township(county, township));
      }
    }
    villages().map(ReferenceTables::village).forEach(rows::add);
    return rows;
  }

  private static Row region(Place place) {
    LocalDate from = place.code().equals(RECODED_TO) ? RECODED_ON : ALWAYS;
    return RowFactory.create(
        place.code(), place.level(), place.nameZh(), place.nameEn(), place.parent(), from, null);
  }

  private static Row township(County county, int number) {
    String code = county.townshipCode(number);
    String name = name(Integer.parseInt(county.code()) + number) + (number % 3 == 0 ? "镇" : "乡");
    return RowFactory.create(code, "township", name, null, county.code(), ALWAYS, null);
  }

  private static Row village(Village village) {
    String name = name(7 * village.index() + village.number()) + "村";
    return RowFactory.create(
        village.code(), "village", name, null, village.townshipCode(), ALWAYS, null);
  }

  private static String name(int number) {
    return "" + NAMES.charAt(number % NAMES.length()) + FEATURES.charAt(number % FEATURES.length());
  }

  private Stream<Village> villages() {
    return IntStream.range(0, syntheticPopulation.villageGrid().villages())
        .mapToObj(syntheticPopulation.villageGrid()::village);
  }

  private List<Row> listing() {
    Stream<Row> counties =
        syntheticPopulation.places().stream().filter(Place::isListed).map(this::county);
    long count =
        Math.max(1, Math.round(Published.LISTED_VILLAGES * syntheticPopulation.settings().scale()));
    Stream<Row> villages =
        villages()
            .sorted(
                Comparator.comparingDouble(
                    v -> syntheticPopulation.seededDraw().at(v.index(), "listed")))
            .limit(count)
            .map(v -> RowFactory.create(v.code(), "village", LISTED_ON, null));
    return Stream.concat(counties, villages).toList();
  }

  /** A delisting is known only to a delivery that reaches it. */
  private Row county(Place place) {
    LocalDate delisted = LocalDate.parse(Published.DELISTED.get(place.province()));
    LocalDate known = Month.of(syntheticPopulation.settings().to()).known(delisted);
    return RowFactory.create(place.code(), "county", LISTED_ON, known);
  }

  private static List<Row> lines() {
    return IntStream.rangeClosed(Published.FIRST_LINE_YEAR, Published.LAST_LINE_YEAR)
        .mapToObj(
            year ->
                RowFactory.create(year, Published.lineFen(year), Published.monitoringLineFen(year)))
        .toList();
  }
}
