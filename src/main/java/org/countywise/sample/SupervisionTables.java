package org.countywise.sample;

import java.time.LocalDate;
import java.util.List;
import java.util.stream.IntStream;
import java.util.stream.Stream;
import org.countywise.parquet.Row;

/** The problem ledger, relocation and the exit surveys. */
record SupervisionTables(SyntheticPopulation people) {
  private static final int PROBLEMS = 12;
  private static final int SITES = 12;
  private static final double RELOCATED = 0.12;

  private static final Choice CATEGORIES =
      Choice.of(
          "education 8, medical 12, housing 14, water 12, employment 10, relocation 8, industry 12,"
              + " public_post 5, data 14, other 5");
  private static final Choice SOURCES =
      Choice.of("supervision 30, inspection 20, assessment 15, informant 15, screening 20");
  private static final Choice UNITS =
      Choice.of(
          "education_bureau 1, health_bureau 1, housing_bureau 1, water_bureau 1,"
              + " human_resources_bureau 1, agriculture_bureau 1, township_government 2");

  List<Table> tables() {
    return List.of(
        Table.monthly(
            "problem",
            "problem_id village_code household_id category source found_on due_on"
                + " resolved_on reopened_on responsible_unit status",
            this::problems),
        Table.monthly(
            "relocation",
            "household_id village_code site_id site_county_code settlement planned_on"
                + " housing_completed_on moved_in_on",
            this::relocations),
        Table.monthly(
            "exit_survey",
            "county_code surveyed_on households_surveyed approving_households"
                + " exited_persons_sampled wrongly_exited_persons"
                + " unregistered_persons_sampled omitted_persons",
            this::surveys));
  }

  private Stream<Row> problems(Community community, Month month) {
    Village village = community.village();
    return IntStream.range(0, PROBLEMS)
        .mapToLong(place -> problemId(village, place))
        .filter(id -> month.reached(foundOn(id)))
        .mapToObj(id -> problem(id, village, month));
  }

  static long problemId(Village village, int place) {
    return (long) village.index() * PROBLEMS + place + 1;
  }

  private LocalDate foundOn(long id) {
    return LocalDate.of(2019, 1, 1).plusDays((long) (people.draw().at(id, "found") * 730));
  }

  private Row problem(long id, Village village, Month month) {
    LocalDate foundOn = foundOn(id);
    LocalDate resolvedOn = foundOn.plusDays(people.draw().between(5, 170, id, "resolved"));
    LocalDate reopenedOn =
        people.draw().at(id, "reopens") < 0.04
            ? resolvedOn.plusDays(people.draw().between(20, 120, id, "reopened"))
            : null;
    boolean isOpen = !month.reached(resolvedOn) || month.reached(reopenedOn);
    return Row.of(
        id,
        village.code(),
        holder(id, village),
        CATEGORIES.pick(people.draw().at(id, "category")),
        SOURCES.pick(people.draw().at(id, "source")),
        foundOn,
        people.draw().at(id, "no due day") < 0.05
            ? null
            : foundOn.plusDays(people.draw().at(id, "due") < 0.5 ? 60 : 120),
        month.known(resolvedOn),
        month.known(reopenedOn),
        UNITS.pick(people.draw().at(id, "unit")),
        isOpen ? "open" : "resolved");
  }

  /** The household a problem concerns, null for one that concerns the village. */
  private Long holder(long problem, Village village) {
    long households = village.endHousehold() - village.firstHousehold();
    return people.draw().at(problem, "whole village") < 0.4
        ? null
        : (Long)
            (village.firstHousehold()
                + 1
                + (long) (people.draw().at(problem, "holder") * households));
  }

  private Stream<Row> relocations(Community community, Month month) {
    return community.households().stream()
        .map(HouseholdHistory::household)
        .filter(Household::isRegistered)
        .filter(household -> people.draw().at(household.id(), "relocated") < RELOCATED)
        .filter(household -> month.reached(relocationPlannedOn(household.id())))
        .map(household -> relocation(household, month));
  }

  private LocalDate relocationPlannedOn(long household) {
    return LocalDate.of(2016, 1, 1)
        .plusDays((long) (people.draw().at(household, "relocation planned") * 210));
  }

  /**
   * A home is built before its household moves in: both days follow the same place on their curves.
   */
  private Row relocation(Household household, Month month) {
    double place = people.draw().at(household.id(), "relocation");
    County county = household.village().county();
    int site = people.draw().between(1, SITES, household.id(), "site");
    return Row.of(
        household.id(),
        household.village().code(),
        Long.parseLong(county.code()) * 100 + site,
        county.code(),
        site <= SITES / 2 ? "urban" : "rural",
        relocationPlannedOn(household.id()),
        month.known(Published.HOMES_BUILT.dayAbove(place, 0)),
        month.known(Published.MOVED_IN.dayAbove(place, people.draw().at(household.id(), "moved"))));
  }

  /** Every county is surveyed each December, and once more in June 2020. */
  private Stream<Row> surveys(Community community, Month month) {
    Village village = community.village();
    int of = month.end().getMonthValue();
    boolean due = of == 12 || (of == 6 && month.year() == 2020);
    return due && village.opensCounty()
        ? Stream.of(survey(village.county(), month))
        : Stream.empty();
  }

  private Row survey(County county, Month month) {
    long id = Long.parseLong(county.code());
    int surveyed = 800 + (int) (draw(id, month, "surveyed") * 400);
    int exited = 1_500 + (int) (draw(id, month, "exited") * 500);
    int unregistered = 2_000 + (int) (draw(id, month, "unregistered") * 500);
    return Row.of(
        county.code(),
        month.day(draw(id, month, "survey day")),
        surveyed,
        (int) (surveyed * (0.92 + 0.08 * draw(id, month, "approving"))),
        exited,
        (int) (exited * 0.01 * draw(id, month, "wrong")),
        unregistered,
        (int) (unregistered * 0.01 * draw(id, month, "omitted")));
  }

  private double draw(long county, Month month, String purpose) {
    return people.draw().at(county, month.ordinal(), purpose);
  }
}
