package org.countywise.sample;

import java.time.LocalDate;
import java.util.List;
import java.util.stream.Stream;
import org.countywise.parquet.Row;

/** Employment, public-welfare posts, and the accounts of households that are watched. */
record WorkTables(SyntheticPopulation people) {
  /** Posts that nobody has been found for yet open, village by village, over these months. */
  private static final Curve ADVERTISED = Curve.of("2019-12 0, 2020-12 0.8");

  List<Table> tables() {
    return List.of(
        Table.monthly(
            "employment",
            "person_id household_id village_code channel workplace_code started_on"
                + " wage_fen days",
            this::employment),
        Table.monthly("public_post", "post_id village_code kind opened_on person_id", this::posts),
        Table.monthly(
            "household_account",
            "household_id village_code wage_fen business_fen property_fen transfer_fen"
                + " medical_fen education_fen disaster_fen",
            this::accounts));
  }

  private Stream<Row> employment(Community community, Month month) {
    return community.households().stream()
        .mapMulti(
            (home, rows) ->
                home.jobs(month).forEach(job -> rows.accept(employment(job.person(), job.job()))));
  }

  /** A row of the employment dataset. */
  static Row employment(Person person, Job job) {
    return Row.of(
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
  private Stream<Row> posts(Community community, Month month) {
    Stream<Row> held =
        community
            .labourers()
            .filter(person -> month.reached(people.work().postOpenedOn(person)))
            .map(person -> post(person, month));
    return Stream.concat(held, advertised(community.village(), month));
  }

  private Row post(Person person, Month month) {
    return Row.of(
        person.id(),
        person.household().village().code(),
        kind(person.id()),
        people.work().postOpenedOn(person),
        people.work().holdsPost(person, month) ? (Long) person.id() : null);
  }

  private Stream<Row> advertised(Village village, Month month) {
    double chance = people.draw().at(village.index(), "advertised");
    LocalDate openedOn =
        ADVERTISED.dayAbove(chance, people.draw().at(village.index(), "advertised day"));
    if (!month.reached(openedOn)) {
      return Stream.empty();
    }
    long id = people.population().persons(0, people.households()) + village.index() + 1;
    return Stream.of(Row.of(id, village.code(), kind(id), openedOn, null));
  }

  private String kind(long post) {
    return Published.POST_KINDS.pick(people.draw().at(post, "post kind"));
  }

  private Stream<Row> accounts(Community community, Month month) {
    return community.households().stream()
        .filter(home -> !home.household().isGeneral())
        .map(home -> account(home.household(), home.account(month)));
  }

  /** A row of the account dataset. */
  static Row account(Household household, Account account) {
    return Row.of(
        household.id(),
        household.village().code(),
        account.wages(),
        account.business(),
        account.property(),
        account.transfers(),
        account.medical(),
        account.education(),
        account.disaster());
  }
}
