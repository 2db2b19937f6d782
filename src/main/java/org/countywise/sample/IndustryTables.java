package org.countywise.sample;

import java.math.BigDecimal;
import java.time.LocalDate;
import java.util.List;
import java.util.stream.IntStream;
import java.util.stream.Stream;
import org.countywise.parquet.Row;

/** Industry projects, who takes part in them, and public works. */
record IndustryTables(SyntheticPopulation people) {
  private static final int WORKS = 4;

  /**
   * Kinds of works with their units and the largest quantity of one; the first four serve a
   * project.
   */
  private record Kind(String name, String unit, int most) {}

  private static final List<Kind> KINDS =
      List.of(
          new Kind("road", "km", 12),
          new Kind("drain", "m", 4_000),
          new Kind("irrigation", "mu", 1_500),
          new Kind("cold_storage", "m3", 3_000),
          new Kind("school", "m2", 5_000),
          new Kind("clinic", "m2", 400),
          new Kind("housing", "m2", 6_000),
          new Kind("water_supply", "households", 300));

  List<Table> tables() {
    return List.of(
        Table.monthly(
            "industry_project",
            "project_id village_code industry in_catalogue organiser area_mu"
                + " invested_fen started_on status",
            this::projects),
        Table.monthly(
            "industry_participation",
            "household_id project_id village_code linkage income_fen",
            this::participations),
        Table.monthly(
            "works",
            "works_id project_id village_code kind quantity unit planned_on" + " completed_on",
            this::works));
  }

  private Stream<Row> projects(Community community, Month month) {
    Village village = community.village();
    Industry industry = people.industry();
    return industry
        .projectsOf(village, month)
        .map(
            p ->
                Row.of(
                    p.id(),
                    village.code(),
                    industry.industryOf(p),
                    p.inCatalogue(),
                    p.organiser(),
                    p.areaMu(),
                    industry.investedFen(p, month),
                    p.startedOn(),
                    p.status()));
  }

  private Stream<Row> participations(Community community, Month month) {
    return community.households().stream()
        .mapMulti(
            (home, rows) ->
                home.participations(month)
                    .forEach(part -> rows.accept(participation(home.household(), part))));
  }

  private static Row participation(Household household, Industry.Participation part) {
    return Row.of(
        household.id(),
        part.project(),
        household.village().code(),
        part.linkage(),
        part.incomeFen());
  }

  private Stream<Row> works(Community community, Month month) {
    Village village = community.village();
    return IntStream.range(0, WORKS)
        .mapToLong(place -> worksId(village, place))
        .filter(id -> month.reached(plannedOn(id)))
        .mapToObj(id -> work(id, village, month));
  }

  static long worksId(Village village, int place) {
    return (long) village.index() * WORKS + place + 1;
  }

  private LocalDate plannedOn(long id) {
    int start = people.draw().between(0, 35, id, "works planned");
    return Month.of(2018 * 12 + start).day(people.draw().at(id, "works day"));
  }

  private Row work(long id, Village village, Month month) {
    int number = people.draw().between(0, KINDS.size() - 1, id, "works kind");
    Kind kind = KINDS.get(number);
    int hundredths = people.draw().between(100, kind.most() * 100, id, "works quantity");
    int whole = kind.unit().equals("households") ? hundredths / 100 * 100 : hundredths;
    LocalDate completedOn =
        plannedOn(id).plusDays(people.draw().between(60, 500, id, "works done"));
    return Row.of(
        id,
        number < 4 ? (Long) Industry.idOf(village.index(), 0) : null,
        village.code(),
        kind.name(),
        BigDecimal.valueOf(whole, 2),
        kind.unit(),
        plannedOn(id),
        month.known(completedOn));
  }
}
