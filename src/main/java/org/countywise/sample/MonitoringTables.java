package org.countywise.sample;

import java.util.List;
import java.util.stream.IntStream;
import java.util.stream.Stream;
import org.countywise.parquet.Row;

/** Assistance, informants, risk reports and their verification. */
record MonitoringTables(SyntheticPopulation people) {
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

  List<Table> tables() {
    return List.of(
        Table.monthly(
            "assistance",
            "household_id measure village_code department started_on",
            this::assistance),
        Table.monthly("informant", "informant_id level region_code", this::informants),
        Table.monthly(
            "risk_report",
            "report_id household_id village_code kind channel reported_on amount_fen",
            this::reports),
        Table.monthly(
            "verification",
            "household_id rule village_code verified_on outcome level",
            this::verifications));
  }

  private Stream<Row> assistance(Community community, Month month) {
    return community.households().stream()
        .mapMulti(
            (home, rows) -> {
              for (Assistance.Given given : home.granted(month)) {
                if (month.reached(given.startedOn())) {
                  rows.accept(assistance(home.household(), given));
                }
              }
            });
  }

  /** A row of the assistance dataset. */
  static Row assistance(Household household, Assistance.Given given) {
    return Row.of(
        household.id(),
        given.measure().label(),
        household.village().code(),
        given.measure().department(),
        given.startedOn());
  }

  /** Two in a village (a few villages still have none), one in a township, four in a county. */
  private Stream<Row> informants(Community community, Month month) {
    Village village = community.village();
    long first = (long) village.index() * INFORMANTS + 1;
    boolean covered =
        village.isIn(Stories.WATCHED) || people.draw().at(village.index(), "informants") < 0.97;
    Stream<Row> ofVillage =
        places(0, covered ? VILLAGE_INFORMANTS : 0)
            .mapToObj(place -> Row.of(first + place, "village", village.code()));
    Stream<Row> ofTownship =
        places(VILLAGE_INFORMANTS, village.opensTownship() ? 1 : 0)
            .mapToObj(place -> Row.of(first + place, "township", village.townshipCode()));
    Stream<Row> ofCounty =
        places(VILLAGE_INFORMANTS + 1, village.opensCounty() ? COUNTY_INFORMANTS : 0)
            .mapToObj(place -> Row.of(first + place, "county", village.county().code()));
    return Stream.of(ofVillage, ofTownship, ofCounty).flatMap(rows -> rows);
  }

  private static IntStream places(int from, int count) {
    return IntStream.range(from, from + count);
  }

  private Stream<Row> reports(Community community, Month month) {
    return community.households().stream()
        .map(HouseholdHistory::household)
        .filter(household -> people.alerts().reports(household, month))
        .map(household -> report(household, month));
  }

  private Row report(Household household, Month month) {
    long id = household.id();
    double amount = people.draw().at(id, month.ordinal(), "report amount");
    return Row.of(
        (month.ordinal() - 2014L * 12) * people.households() + id,
        id,
        household.village().code(),
        RISKS.pick(people.draw().at(id, month.ordinal(), "risk")),
        CHANNELS.pick(people.draw().at(id, month.ordinal(), "report channel")),
        month.day(people.draw().at(id, month.ordinal(), "report day")),
        amount < 0.4 ? null : (Long) (long) (amount * 2_000_000));
  }

  private Stream<Row> verifications(Community community, Month month) {
    return community.households().stream()
        .mapMulti(
            (home, rows) ->
                home.answers(month)
                    .forEach(answer -> rows.accept(verification(home.household(), answer))));
  }

  /** A row of the verification dataset. */
  static Row verification(Household household, Answers.Answer answer) {
    return Row.of(
        household.id(),
        answer.rule(),
        household.village().code(),
        answer.verifiedOn(),
        answer.outcome(),
        answer.level());
  }
}
