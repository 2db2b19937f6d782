package org.countywise.sample;

import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import org.apache.spark.sql.Row;
import org.apache.spark.sql.RowFactory;

/**
 * The control totals of the delivery: one row per dataset, county and month, also where there is
 * nothing to deliver.
 */
record ControlTotals(SyntheticPopulation syntheticPopulation, Map<Tally.Key, Long> counts) {
  static final String NAME = "delivery";

  static final String DDL =
      "dataset STRING NOT NULL, county_code STRING NOT NULL, row_count BIGINT NOT NULL,"
          + " delivered_on DATE NOT NULL, period STRING NOT NULL";

  List<Row> rows() {
    List<Row> rows = new ArrayList<>();
    for (int i = 0; i < syntheticPopulation.settings().months(); i++) {
      Month month = Month.of(syntheticPopulation.firstMonth() + i);
      for (Table table : syntheticPopulation.tables()) {
        for (County county : syntheticPopulation.villageGrid().counties()) {
          rows.add(row(table, county, month));
        }
      }
    }
    return rows;
  }

  private Row row(Table table, County county, Month month) {
    Tally.Key key = new Tally.Key(table.name(), county.code(), month.ordinal());
    long count = counts.getOrDefault(key, 0L);
    return RowFactory.create(table.name(), county.code(), count, month.end(), month.period());
  }
}
