package org.countywise.sample;

import java.time.YearMonth;
import java.util.List;
import java.util.Optional;
import java.util.stream.IntStream;
import java.util.stream.Stream;
import org.countywise.parquet.Row;

/**
 * A household for a story: registered, of two or three persons, one of them a labourer for whom no
 * post is ever made, neither monitored nor struck by a setback in the story's months.
 */
record Family(Household household, Person worker) {
  private static final int FROM = Month.of(YearMonth.of(2019, 7)).ordinal();
  private static final int TO = Month.of(YearMonth.of(2020, 9)).ordinal();
  private static final double NEVER_IN_A_POST = 0.9;

  /** Looks for families in the order of the villages, beginning with those of a county. */
  record Search(VillageGrid villageGrid, Population population, SeededDraw draw) {

    /** Every sample is large enough to hold a family somewhere. */
    Family from(String county) {
      return villageGrid
          .villagesFrom(county)
          .flatMap(population::householdsOf)
          .flatMap(household -> find(household).stream())
          .findFirst()
          .orElseThrow(() -> new IllegalStateException("no household fits a story of the sample"));
    }

    private Optional<Family> find(Household household) {
      if (!household.isRegistered() || household.opensCounty() || isTooLargeOrSmall(household)) {
        return Optional.empty();
      }
      List<Person> workers = population.personsOf(household).filter(Person::isLabourer).toList();
      return workers.size() == 1
              && workers.get(0).work() < NEVER_IN_A_POST
              && new Monitoring(draw).identifiedOn(household) == null
              && isSpared(household)
          ? Optional.of(new Family(household, workers.get(0)))
          : Optional.empty();
    }

    private static boolean isTooLargeOrSmall(Household household) {
      return household.size() < 2 || household.size() > 3;
    }

    private boolean isSpared(Household household) {
      return IntStream.rangeClosed(FROM - 1, TO)
          .mapToObj(Month::of)
          .noneMatch(
              month ->
                  Stream.of(Setback.values())
                      .anyMatch(setback -> setback.strikes(draw, household, month)));
    }
  }

  /** The family's rows of a dataset replaced by told ones. */
  Stream<Row> tell(String dataset, Stream<Row> drawn, Stream<Row> told) {
    int column = dataset.equals("employment") || dataset.equals("risk_report") ? 1 : 0;
    return Story.replace(drawn, column, household.id(), told);
  }

  /** The account with other wages and transfers; the wages vary a little from month to month. */
  Stream<Row> tellAccount(Stream<Row> drawn, long wages, long transfersPerPerson) {
    return drawn.map(
        row ->
            row.getLong(0) == household.id()
                ? WorkTables.account(
                    household,
                    new Account(
                        wages,
                        row.getLong(3),
                        row.getLong(4),
                        transfersPerPerson * household.size(),
                        row.getLong(6),
                        row.getLong(7),
                        row.getLong(8)))
                : row);
  }

  /** The worker's row of employment. */
  Row employment(Job job) {
    return WorkTables.employment(worker, job);
  }

  String county() {
    return household.village().county().code();
  }
}
