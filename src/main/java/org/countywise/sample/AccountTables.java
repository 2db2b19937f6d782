package org.countywise.sample;

import java.io.Serializable;
import java.util.List;
import java.util.stream.Stream;
import org.apache.spark.sql.Row;
import org.apache.spark.sql.RowFactory;

/**
 * Monthly accounts of registered and marginal households. Wages are those of the month's
 * employment.
 */
final class AccountTables implements Serializable {
  private static final long serialVersionUID = 1L;

  private final World world;

  AccountTables(World world) {
    this.world = world;
  }

  List<Table> tables() {
    return List.of(
        new Table(
            "household_account",
            "household_id BIGINT NOT NULL, village_code STRING NOT NULL,"
                + " wage_fen BIGINT NOT NULL, business_fen BIGINT NOT NULL,"
                + " property_fen BIGINT NOT NULL, transfer_fen BIGINT NOT NULL,"
                + " medical_fen BIGINT NOT NULL, education_fen BIGINT NOT NULL,"
                + " disaster_fen BIGINT NOT NULL",
            1,
            this::accounts));
  }

  private Stream<Row> accounts(Village village, Month month) {
    return world
        .population()
        .householdsOf(village)
        .filter(household -> !household.isGeneral())
        .map(
            household ->
                RowFactory.create(
                    household.id(),
                    village.code(),
                    wages(household, month),
                    business(household, month),
                    amount(household, month, "property", 5_000),
                    transfers(household, month),
                    medical(household, month),
                    education(household, month),
                    disaster(household, month)));
  }

  private long wages(Household household, Month month) {
    return world
        .population()
        .personsOf(household)
        .flatMap(person -> world.work().find(person, month).stream())
        .mapToLong(Job::wageFen)
        .sum();
  }

  private long business(Household household, Month month) {
    long industry =
        world.industry().participationsOf(household, month).stream()
            .mapToLong(Industry.Participation::incomeFen)
            .sum();
    return industry + household.size() * amount(household, month, "farm", 18_000);
  }

  private long transfers(Household household, Month month) {
    boolean hasLabour = world.population().personsOf(household).anyMatch(Person::isLabourer);
    long floor = hasLabour ? 7_000 : 34_000;
    return household.size() * (floor + amount(household, month, "transfer", 8_000));
  }

  private long medical(Household household, Month month) {
    double chance = world.dice().at(household.id(), month.ordinal(), "ill");
    if (chance < 0.0015) {
      return 800_000 + amount(household, month, "medical", 3_000_000);
    }
    return chance < 0.03 ? 5_000 + amount(household, month, "medical", 200_000) : 0;
  }

  /** Fees fall due in March and September, in households large enough to have a pupil. */
  private long education(Household household, Month month) {
    boolean term = month.end().getMonthValue() == 3 || month.end().getMonthValue() == 9;
    return term && household.size() > 3 ? 10_000 + amount(household, month, "school", 150_000) : 0;
  }

  private long disaster(Household household, Month month) {
    return world.dice().at(household.id(), month.ordinal(), "struck") < 0.001
        ? 100_000 + amount(household, month, "disaster", 900_000)
        : 0;
  }

  private long amount(Household household, Month month, String purpose, long most) {
    return (long) (world.dice().at(household.id(), month.ordinal(), purpose) * most);
  }
}
