package org.countywise.sample;

import java.io.Serializable;
import java.math.BigDecimal;
import java.time.LocalDate;
import java.util.List;
import java.util.stream.IntStream;
import java.util.stream.Stream;
import org.apache.spark.sql.Row;
import org.apache.spark.sql.RowFactory;

/** Industry projects, who takes part in them, and public works. */
final class IndustryTables implements Serializable {
  private static final long serialVersionUID = 1L;

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

  private final SyntheticPopulation syntheticPopulation;

  IndustryTables(SyntheticPopulation syntheticPopulation) {
    this.syntheticPopulation = syntheticPopulation;
  }

  List<Table> tables() {
    return List.of(
        new Table(
            "industry_project",
            "project_id BIGINT NOT NULL, village_code STRING NOT NULL, industry STRING NOT NULL,"
                + " in_catalogue BOOLEAN NOT NULL, organiser STRING NOT NULL,"
                + " area_mu DECIMAL(12,2), invested_fen BIGINT NOT NULL,"
                + " started_on DATE NOT NULL, status STRING NOT NULL",
            0.04,
            this::projects),
        new Table(
            "industry_participation",
            "household_id BIGINT NOT NULL, project_id BIGINT NOT NULL,"
                + " village_code STRING NOT NULL, linkage STRING NOT NULL,"
                + " income_fen BIGINT NOT NULL",
            1.5,
            this::participations),
        new Table(
            "works",
            "works_id BIGINT NOT NULL, project_id BIGINT, village_code STRING NOT NULL,"
                + " kind STRING NOT NULL, quantity DECIMAL(12,2) NOT NULL, unit STRING NOT NULL,"
                + " planned_on DATE NOT NULL, completed_on DATE",
            0.02,
            this::works));
  }

  private Stream<Row> projects(Village village, Month month) {
    Industry industry = syntheticPopulation.industry();
    return industry
        .projectsOf(village, month)
        .map(
            p ->
                RowFactory.create(
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

  private Stream<Row> participations(Village village, Month month) {
    return syntheticPopulation
        .population()
        .householdsOf(village)
        .flatMap(
            household ->
                syntheticPopulation.industry().participationsOf(household, month).stream()
                    .map(part -> participation(household, part)));
  }

  private static Row participation(Household household, Industry.Participation part) {
    return RowFactory.create(
        household.id(),
        part.project(),
        household.village().code(),
        part.linkage(),
        part.incomeFen());
  }

  private Stream<Row> works(Village village, Month month) {
    return IntStream.range(0, WORKS)
        .mapToLong(place -> worksId(village, place))
        .filter(id -> month.reached(plannedOn(id)))
        .mapToObj(id -> work(id, village, month));
  }

  static long worksId(Village village, int place) {
    return (long) village.index() * WORKS + place + 1;
  }

  private LocalDate plannedOn(long id) {
    int start =
        syntheticPopulation
            .seededDraw()
            .between(0, 35, syntheticPopulation.seededDraw().at(id, "works planned"));
    return Month.of(2018 * 12 + start).day(syntheticPopulation.seededDraw().at(id, "works day"));
  }

  private Row work(long id, Village village, Month month) {
    SeededDraw seededDraw = syntheticPopulation.seededDraw();
    int number = seededDraw.between(0, KINDS.size() - 1, seededDraw.at(id, "works kind"));
    Kind kind = KINDS.get(number);
    int hundredths =
        seededDraw.between(100, kind.most() * 100, seededDraw.at(id, "works quantity"));
    int whole = kind.unit().equals("households") ? hundredths / 100 * 100 : hundredths;
    LocalDate completedOn =
        plannedOn(id).plusDays(seededDraw.between(60, 500, seededDraw.at(id, "works done")));
    return RowFactory.create(
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
