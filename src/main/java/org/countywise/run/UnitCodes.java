package org.countywise.run;

import static org.apache.spark.sql.functions.length;
import static org.apache.spark.sql.functions.substring;

import java.util.ArrayList;
import java.util.List;
import java.util.Set;
import java.util.TreeSet;
import org.apache.spark.sql.Column;
import org.apache.spark.sql.Dataset;
import org.apache.spark.sql.Row;
import org.countywise.plan.RegionScheme;
import org.countywise.plan.Scan;
import org.countywise.table.Field;

/**
 * The leading digits that codes of a unit's rows may have: its own, those of units that it was made
 * of or became, and those of places that lie in it under another unit's digits. Rather too many
 * than too few: what lies elsewhere counts elsewhere.
 */
record UnitCodes(RegionScheme scheme, Input input, List<Scan> scans) {

  /** All that hang together with a unit, itself included. */
  Set<String> of(String unit) {
    List<Row> pairs = new ArrayList<>();
    if (scheme.roster() != null) {
      pairs.addAll(
          pairs(scheme.roster().dataset(), scheme.roster().code(), scheme.roster().parent()));
    }
    if (scheme.changes() != null) {
      pairs.addAll(
          pairs(scheme.changes().dataset(), scheme.changes().old(), scheme.changes().next()));
    }
    Set<String> codes = new TreeSet<>(Set.of(unit));
    int before = 0;
    while (before < codes.size()) {
      before = codes.size();
      for (Row pair : pairs) {
        if (codes.contains(pair.getString(0)) || codes.contains(pair.getString(1))) {
          codes.add(pair.getString(0));
          codes.add(pair.getString(1));
        }
      }
    }
    return codes;
  }

  /** Units of two codes in one row, where they differ. */
  private List<Row> pairs(String dataset, String one, String other) {
    Dataset<Row> rows =
        scans.stream()
            .filter(scan -> scan.dataset().equals(dataset))
            .findFirst()
            .map(input::stored)
            .orElseThrow();
    Column first = unitOf(one);
    Column second = unitOf(other);
    int digits = scheme.unitDigits();
    return rows.filter(length(first).equalTo(digits).and(length(second).equalTo(digits)))
        .filter(first.notEqual(second))
        .select(first, second)
        .distinct()
        .collectAsList();
  }

  private Column unitOf(String column) {
    return substring(Field.declared(column), 1, scheme.unitDigits());
  }
}
