package org.countywise.sample;

import java.io.Serializable;
import java.time.LocalDate;
import java.util.List;
import java.util.stream.IntStream;
import java.util.stream.Stream;
import org.apache.spark.sql.Row;
import org.apache.spark.sql.RowFactory;

/** The problem ledger, relocation and the exit surveys. */
final class SupervisionTables implements Serializable {
  private static final long serialVersionUID = 1L;

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

  private final SyntheticPopulation syntheticPopulation;

  SupervisionTables(SyntheticPopulation syntheticPopulation) {
    this.syntheticPopulation = syntheticPopulation;
  }

  List<Table> tables() {
    return List.of(
        new Table(
            "problem",
            "problem_id BIGINT NOT NULL, village_code STRING NOT NULL, household_id BIGINT,"
                + " category STRING NOT NULL, source STRING NOT NULL, found_on DATE NOT NULL,"
                + " due_on DATE, resolved_on DATE, reopened_on DATE,"
                + " responsible_unit STRING NOT NULL, status STRING NOT NULL",
            0.05,
            this::problems),
        new Table(
            "relocation",
            "household_id BIGINT NOT NULL, village_code STRING NOT NULL,"
                + " site_id BIGINT NOT NULL, site_county_code STRING NOT NULL,"
                + " settlement STRING NOT NULL, planned_on DATE NOT NULL,"
                + " housing_completed_on DATE, moved_in_on DATE",
            0.12,
            this::relocations),
        new Table(
            "exit_survey",
            "county_code STRING NOT NULL, surveyed_on DATE NOT NULL,"
                + " households_surveyed INT NOT NULL, approving_households INT NOT NULL,"
                + " exited_persons_sampled INT NOT NULL, wrongly_exited_persons INT NOT NULL,"
                + " unregistered_persons_sampled INT NOT NULL, omitted_persons INT NOT NULL",
            0,
            this::surveys));
  }

  private Stream<Row> problems(Village village, Month month) {
    return IntStream.range(0, PROBLEMS)
        .mapToLong(place -> problemId(village, place))
        .filter(id -> month.reached(foundOn(id)))
        .mapToObj(id -> problem(id, village, month));
  }

  static long problemId(Village village, int place) {
    return (long) village.index() * PROBLEMS + place + 1;
  }

  private LocalDate foundOn(long id) {
    return LocalDate.of(2019, 1, 1)
        .plusDays((long) (syntheticPopulation.seededDraw().at(id, "found") * 730));
  }

  private Row problem(long id, Village village, Month month) {
    SeededDraw seededDraw = syntheticPopulation.seededDraw();
    LocalDate foundOn = foundOn(id);
    LocalDate resolvedOn =
        foundOn.plusDays(seededDraw.between(5, 170, seededDraw.at(id, "resolved")));
    LocalDate reopenedOn =
        seededDraw.at(id, "reopens") < 0.04
            ? resolvedOn.plusDays(seededDraw.between(20, 120, seededDraw.at(id, "reopened")))
            : null;
    boolean isOpen = !month.reached(resolvedOn) || month.reached(reopenedOn);
    return RowFactory.create(
        id,
        village.code(),
        holder(id, village),
        CATEGORIES.pick(seededDraw.at(id, "category")),
        SOURCES.pick(seededDraw.at(id, "source")),
        foundOn,
        seededDraw.at(id, "no due day") < 0.05
            ? null
            : foundOn.plusDays(seededDraw.at(id, "due") < 0.5 ? 60 : 120),
        month.known(resolvedOn),
        month.known(reopenedOn),
        UNITS.pick(seededDraw.at(id, "unit")),
        isOpen ? "open" : "resolved");
  }

  /** The household a problem concerns, null for one that concerns the village. */
  private Long holder(long problem, Village village) {
    long households = village.endHousehold() - village.firstHousehold();
    return syntheticPopulation.seededDraw().at(problem, "whole village") < 0.4
        ? null
        : (Long)
            (village.firstHousehold()
                + 1
                + (long) (syntheticPopulation.seededDraw().at(problem, "holder") * households));
  }

  private Stream<Row> relocations(Village village, Month month) {
    return syntheticPopulation
        .population()
        .householdsOf(village)
        .filter(Household::isRegistered)
        .filter(
            household ->
                syntheticPopulation.seededDraw().at(household.id(), "relocated") < RELOCATED)
        .filter(household -> month.reached(relocationPlannedOn(household.id())))
        .map(household -> relocation(household, month));
  }

  private LocalDate relocationPlannedOn(long household) {
    return LocalDate.of(2016, 1, 1)
        .plusDays(
            (long) (syntheticPopulation.seededDraw().at(household, "relocation planned") * 210));
  }

  /**
   * A home is built before its household moves in: both days follow the same place on their curves.
   */
  private Row relocation(Household household, Month month) {
    SeededDraw seededDraw = syntheticPopulation.seededDraw();
    double place = seededDraw.at(household.id(), "relocation");
    County county = household.village().county();
    int site = seededDraw.between(1, SITES, seededDraw.at(household.id(), "site"));
    return RowFactory.create(
        household.id(),
        household.village().code(),
        Long.parseLong(county.code()) * 100 + site,
        county.code(),
        site <= SITES / 2 ? "urban" : "rural",
        relocationPlannedOn(household.id()),
        month.known(Published.HOMES_BUILT.dayAbove(place, 0)),
        month.known(Published.MOVED_IN.dayAbove(place, seededDraw.at(household.id(), "moved"))));
  }

  /** Every county is surveyed each December, and once more in June 2020. */
  private Stream<Row> surveys(Village village, Month month) {
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
    return RowFactory.create(
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
    return syntheticPopulation.seededDraw().at(county, month.ordinal(), purpose);
  }
}
