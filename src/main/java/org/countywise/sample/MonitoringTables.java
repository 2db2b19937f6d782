package org.countywise.sample;

import java.io.Serializable;
import java.util.List;
import java.util.stream.IntStream;
import java.util.stream.Stream;
import org.apache.spark.sql.Row;
import org.apache.spark.sql.RowFactory;

/** Assistance, informants, risk reports and their verification. */
final class MonitoringTables implements Serializable {
  private static final long serialVersionUID = 1L;

  private static final int VILLAGE_INFORMANTS = 2;
  private static final int COUNTY_INFORMANTS = 4;

  /** Informants that a village has room for: its own, its township's one, its county's. */
  private static final int INFORMANTS = VILLAGE_INFORMANTS + 1 + COUNTY_INFORMANTS;

  private static final Choice RISKS =
      Choice.of(
          "illness 35, disability 5, disaster 10, accident 10, expense_surge 12, income_drop 12,"
              + " job_loss 10, unsold_produce 6");
  private static final Choice CHANNELS =
      Choice.of("self_report 25, cadre_visit 40, department 20, informant 15");

  private final SyntheticPopulation syntheticPopulation;

  MonitoringTables(SyntheticPopulation syntheticPopulation) {
    this.syntheticPopulation = syntheticPopulation;
  }

  List<Table> tables() {
    return List.of(
        new Table(
            "assistance",
            "household_id BIGINT NOT NULL, measure STRING NOT NULL, village_code STRING NOT NULL,"
                + " department STRING NOT NULL, started_on DATE NOT NULL",
            0.8,
            this::assistance),
        new Table(
            "informant",
            "informant_id BIGINT NOT NULL, level STRING NOT NULL, region_code STRING NOT NULL",
            0.01,
            this::informants),
        new Table(
            "risk_report",
            "report_id BIGINT NOT NULL, household_id BIGINT NOT NULL,"
                + " village_code STRING NOT NULL, kind STRING NOT NULL, channel STRING NOT NULL,"
                + " reported_on DATE NOT NULL, amount_fen BIGINT",
            0.004,
            this::reports),
        new Table(
            "verification",
            "household_id BIGINT NOT NULL, rule STRING NOT NULL, village_code STRING NOT NULL,"
                + " verified_on DATE NOT NULL, outcome STRING NOT NULL, level STRING NOT NULL",
            0.004,
            this::verifications));
  }

  private Stream<Row> assistance(Village village, Month month) {
    return syntheticPopulation
        .population()
        .householdsOf(village)
        .filter(household -> !household.isGeneral() || isMonitored(household))
        .flatMap(
            household ->
                syntheticPopulation.assistance().of(household, month).stream()
                    .map(given -> assistance(household, given)));
  }

  /** A row of the assistance dataset. */
  static Row assistance(Household household, Assistance.Given given) {
    return RowFactory.create(
        household.id(),
        given.measure().label(),
        household.village().code(),
        given.measure().department(),
        given.startedOn());
  }

  private boolean isMonitored(Household household) {
    return syntheticPopulation.monitoring().identifiedOn(household) != null;
  }

  /** Two in a village (a few villages still have none), one in a township, four in a county. */
  private Stream<Row> informants(Village village, Month month) {
    long first = (long) village.index() * INFORMANTS + 1;
    boolean covered =
        village.isIn(Stories.WATCHED)
            || syntheticPopulation.seededDraw().at(village.index(), "informants") < 0.97;
    Stream<Row> ofVillage =
        places(0, covered ? VILLAGE_INFORMANTS : 0)
            .mapToObj(place -> RowFactory.create(first + place, "village", village.code()));
    Stream<Row> ofTownship =
        places(VILLAGE_INFORMANTS, village.opensTownship() ? 1 : 0)
            .mapToObj(
                place -> RowFactory.create(first + place, "township", village.townshipCode()));
    Stream<Row> ofCounty =
        places(VILLAGE_INFORMANTS + 1, village.opensCounty() ? COUNTY_INFORMANTS : 0)
            .mapToObj(place -> RowFactory.create(first + place, "county", village.county().code()));
    return Stream.of(ofVillage, ofTownship, ofCounty).flatMap(rows -> rows);
  }

  private static IntStream places(int from, int count) {
    return IntStream.range(from, from + count);
  }

  private Stream<Row> reports(Village village, Month month) {
    return syntheticPopulation
        .population()
        .householdsOf(village)
        .filter(household -> syntheticPopulation.alerts().reports(household, month))
        .map(household -> report(household, month));
  }

  private Row report(Household household, Month month) {
    SeededDraw seededDraw = syntheticPopulation.seededDraw();
    long id = household.id();
    double amount = seededDraw.at(id, month.ordinal(), "report amount");
    return RowFactory.create(
        (month.ordinal() - 2014L * 12) * syntheticPopulation.households() + id,
        id,
        household.village().code(),
        RISKS.pick(seededDraw.at(id, month.ordinal(), "risk")),
        CHANNELS.pick(seededDraw.at(id, month.ordinal(), "report channel")),
        month.day(seededDraw.at(id, month.ordinal(), "report day")),
        amount < 0.4 ? null : (Long) (long) (amount * 2_000_000));
  }

  private Stream<Row> verifications(Village village, Month month) {
    return syntheticPopulation
        .population()
        .householdsOf(village)
        .flatMap(
            household ->
                syntheticPopulation.answers().of(household, month).stream()
                    .map(answer -> verification(household, answer)));
  }

  /** A row of the verification dataset. */
  static Row verification(Household household, Answers.Answer answer) {
    return RowFactory.create(
        household.id(),
        answer.rule(),
        household.village().code(),
        answer.verifiedOn(),
        answer.outcome(),
        answer.level());
  }
}
