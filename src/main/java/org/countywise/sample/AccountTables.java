package org.countywise.sample;

import java.io.Serializable;
import java.util.List;
import java.util.stream.Stream;
import org.apache.spark.sql.Row;
import org.apache.spark.sql.RowFactory;

/** Monthly accounts of registered and marginal households. */
final class AccountTables implements Serializable {
  private static final long serialVersionUID = 1L;

  private final SyntheticPopulation syntheticPopulation;

  AccountTables(SyntheticPopulation syntheticPopulation) {
    this.syntheticPopulation = syntheticPopulation;
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
    return syntheticPopulation
        .population()
        .householdsOf(village)
        .filter(household -> !household.isGeneral())
        .map(household -> row(household, syntheticPopulation.accounts().of(household, month)));
  }

  /** A row of the account dataset. */
  static Row row(Household household, Account account) {
    return RowFactory.create(
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
