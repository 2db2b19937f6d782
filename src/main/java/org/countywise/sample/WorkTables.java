package org.countywise.sample;

import java.io.Serializable;
import java.time.LocalDate;
import java.util.List;
import java.util.stream.Stream;
import org.apache.spark.sql.Row;
import org.apache.spark.sql.RowFactory;

/** Employment and public-welfare posts. */
final class WorkTables implements Serializable {
  private static final long serialVersionUID = 1L;

  /** Posts that nobody has been found for yet open, village by village, over these months. */
  private static final Curve ADVERTISED = Curve.of("2019-12 0, 2020-12 0.8");

  private final SyntheticPopulation syntheticPopulation;

  WorkTables(SyntheticPopulation syntheticPopulation) {
    this.syntheticPopulation = syntheticPopulation;
  }

  List<Table> tables() {
    return List.of(
        new Table(
            "employment",
            "person_id BIGINT NOT NULL, household_id BIGINT NOT NULL,"
                + " village_code STRING NOT NULL, channel STRING NOT NULL,"
                + " workplace_code STRING NOT NULL, started_on DATE NOT NULL,"
                + " wage_fen BIGINT NOT NULL, days INT NOT NULL",
            2,
            this::employment),
        new Table(
            "public_post",
            "post_id BIGINT NOT NULL, village_code STRING NOT NULL, kind STRING NOT NULL,"
                + " opened_on DATE NOT NULL, person_id BIGINT",
            0.2,
            this::posts));
  }

  private Stream<Person> personsOf(Village village) {
    return syntheticPopulation
        .population()
        .householdsOf(village)
        .flatMap(syntheticPopulation.population()::personsOf)
        .filter(Person::isLabourer);
  }

  private Stream<Row> employment(Village village, Month month) {
    return personsOf(village)
        .flatMap(
            person ->
                syntheticPopulation
                    .work()
                    .find(person, month)
                    .map(job -> employment(person, job))
                    .stream());
  }

  /** A row of the employment dataset. */
  static Row employment(Person person, Job job) {
    return RowFactory.create(
        person.id(),
        person.household().id(),
        person.household().village().code(),
        job.channel(),
        job.workplace(),
        job.startedOn(),
        job.wageFen(),
        job.days());
  }

  /**
   * A post made for a person carries that person's number; advertised ones are numbered after all
   * persons.
   */
  private Stream<Row> posts(Village village, Month month) {
    Stream<Row> held =
        personsOf(village)
            .filter(person -> month.reached(syntheticPopulation.work().postOpenedOn(person)))
            .map(person -> post(person, month));
    return Stream.concat(held, advertised(village, month));
  }

  private Row post(Person person, Month month) {
    return RowFactory.create(
        person.id(),
        person.household().village().code(),
        kind(person.id()),
        syntheticPopulation.work().postOpenedOn(person),
        syntheticPopulation.work().holdsPost(person, month) ? (Long) person.id() : null);
  }

  private Stream<Row> advertised(Village village, Month month) {
    double chance = syntheticPopulation.seededDraw().at(village.index(), "advertised");
    LocalDate openedOn =
        ADVERTISED.dayAbove(
            chance, syntheticPopulation.seededDraw().at(village.index(), "advertised day"));
    if (!month.reached(openedOn)) {
      return Stream.empty();
    }
    long id =
        syntheticPopulation.population().persons(0, syntheticPopulation.households())
            + village.index()
            + 1;
    return Stream.of(RowFactory.create(id, village.code(), kind(id), openedOn, null));
  }

  private String kind(long post) {
    return Published.POST_KINDS.pick(syntheticPopulation.seededDraw().at(post, "post kind"));
  }
}
