package org.countywise.sample;

import java.math.BigDecimal;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.stream.IntStream;
import java.util.stream.Stream;

/**
 * Industry projects, a fixed number of places for them in each village, and the households that
 * take part.
 */
record Industry(SeededDraw draw) {
  /**
   * Places for projects in a village; place 0 is the village's oldest project, which never stops.
   */
  static final int PLACES = 8;

  private static final String[] ORGANISERS = {
    "village",
    "cooperative",
    "enterprise",
    "cooperative",
    "household",
    "enterprise",
    "village",
    "household"
  };
  private static final int ENTERPRISE_PLACE = 2;
  private static final int MONTHS_PLANNED = 3;

  private static final Choice INDUSTRIES =
      Choice.of(
          "cattle 12, pigs 10, sheep 9, poultry 9, walnut 6, kiwi 5, tea 8, mushrooms 8, potatoes 7,"
              + " herbs 8, vegetables 9, silk 4, bees 4, tourism 3");
  private static final Choice LINKAGES =
      Choice.of(
          "land_rent 18, wage_work 18, dividend 30, contract_purchase 18, custody 8, mixed 8");

  /** A project at the end of a month. */
  record Project(
      long id,
      Village village,
      int place,
      boolean inCatalogue,
      BigDecimal areaMu,
      LocalDate startedOn,
      String status) {

    String organiser() {
      return ORGANISERS[place];
    }
  }

  /** A household's part in a project in a month. */
  record Participation(long project, String linkage, long incomeFen) {}

  static long idOf(int village, int place) {
    return (long) village * PLACES + place + 1;
  }

  Stream<Project> projectsOf(Village village, Month month) {
    return IntStream.range(0, PLACES)
        .mapToObj(place -> find(village, place, month))
        .flatMap(Optional::stream);
  }

  String industryOf(Project project) {
    return INDUSTRIES.pick(draw.at(project.id(), "industry"));
  }

  /**
   * What has been invested up to a month, in fen: a year's instalment in each year since the start.
   */
  long investedFen(Project project, Month month) {
    long instalment = 2_000_000 + (long) (draw.at(project.id(), "invested") * 30_000_000);
    return instalment * (1 + month.year() - project.startedOn().getYear());
  }

  private Optional<Project> find(Village village, int place, Month month) {
    long id = idOf(village.index(), place);
    String status = status(id, place, month);
    if (status.isEmpty()) {
      return Optional.empty();
    }
    BigDecimal area =
        draw.at(id, "no area") < 0.15
            ? null
            : BigDecimal.valueOf(draw.between(2_000, 60_000, id, "area"), 2);
    boolean inCatalogue = place == 0 || draw.at(id, "catalogue") < 0.8;
    LocalDate startedOn = Month.of(startMonth(id, place)).day(draw.at(id, "start day"));
    return Optional.of(new Project(id, village, place, inCatalogue, area, startedOn, status));
  }

  private int startMonth(long id, int place) {
    double chance = draw.at(id, "start");
    return place == 0
        ? 2014 * 12 + draw.between(0, 23, chance)
        : 2016 * 12 + draw.between(0, 59, chance);
  }

  /** The state of a project, empty while it is not there at all. */
  private String status(long id, int place, Month month) {
    int age = month.ordinal() - startMonth(id, place);
    if (age < 0) {
      return "";
    }
    if (place == 0) {
      return "running";
    }
    if (age < MONTHS_PLANNED) {
      return "planned";
    }
    int end = draw.between(6, 36, id, "end");
    return draw.at(id, "ends") < 0.08 && age > end ? "stopped" : "running";
  }

  /**
   * The parts a household has in the projects that exist in a month: in its village's oldest, and
   * in up to two others. The first household of a county keeps out, so that no county is fully
   * covered but one.
   */
  List<Participation> participationsOf(Household household, Month month) {
    if (household.opensCounty() && !isFullyCovered(household)) {
      return List.of();
    }
    List<Participation> parts = new ArrayList<>(3);
    Village home = household.village();
    long id = household.id();
    if (draw.at(id, "covered") < coverage(household)) {
      add(parts, household, new Seat(home.index(), 0), month);
    }
    if (draw.at(id, "second") < 0.45) {
      int place = 1 + draw.between(0, PLACES - 2, id, "second place");
      add(parts, household, new Seat(home.index(), place), month);
    }
    if (draw.at(id, "third") < 0.12) {
      int villages = home.county().villages();
      int away = 1 + draw.between(0, Math.min(5, villages - 1) - 1, id, "third village");
      int neighbour = home.county().firstVillage() + (home.number() + away) % villages;
      add(parts, household, new Seat(neighbour, ENTERPRISE_PLACE), month);
    }
    return List.copyOf(parts);
  }

  private double coverage(Household household) {
    if (!household.isRegistered()) {
      return 0.5;
    }
    long county = Long.parseLong(household.village().county().code());
    return isFullyCovered(household) ? 1 : 0.86 + 0.12 * draw.at(county, "coverage");
  }

  private static boolean isFullyCovered(Household household) {
    return household.village().isIn(Stories.COVERED);
  }

  private record Seat(int village, int place) {}

  private void add(List<Participation> parts, Household household, Seat seat, Month month) {
    long project = idOf(seat.village(), seat.place());
    String status = status(project, seat.place(), month);
    if (status.isEmpty()) {
      return;
    }
    long key = household.id() * PLACES + seat.place();
    String linkage =
        ORGANISERS[seat.place()].equals("household")
            ? "own"
            : LINKAGES.pick(draw.at(key, "linkage"));
    double level = draw.at(key, "income") * (0.7 + 0.6 * draw.at(key, month.ordinal(), "income"));
    long income = status.equals("running") ? 3_000 + (long) (level * 60_000) : 0;
    parts.add(new Participation(project, linkage, income));
  }
}
