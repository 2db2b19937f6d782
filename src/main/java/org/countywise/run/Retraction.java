package org.countywise.run;

import java.util.List;
import java.util.Set;
import org.apache.spark.sql.Dataset;
import org.apache.spark.sql.Row;
import org.countywise.release.Draft;
import org.countywise.release.Table;
import org.countywise.report.Finding;
import org.countywise.report.FindingType;
import org.countywise.table.IndicatorValue;

/**
 * What earlier releases published of indicators that are restricted now leaves the current release,
 * in all months.
 *
 * @param restricted ids of indicators that are never published
 */
record Retraction(Draft draft, Set<String> restricted) {
  private static final Table INDICATORS = Table.published("dim_indicator");

  /** Takes it out, once the other rows of the draft are written. */
  List<Finding> findings() {
    long rows = draft.withdraw(Table.published("indicator_value"), restricted);
    draft.withdraw(Table.published("revision"), restricted);
    var gone = IndicatorValue.INDICATOR.in(restricted);
    Dataset<Row> known = draft.read(INDICATORS);
    if (!known.filter(gone).isEmpty()) {
      draft.replace(INDICATORS, known.filter(org.apache.spark.sql.functions.not(gone)));
    }
    return rows == 0 ? List.of() : List.of(retracted(rows));
  }

  private Finding retracted(long rows) {
    return FindingType.RETRACTED
        .everywhere()
        .with("number", rows)
        .with("indicators", String.join(", ", restricted))
        .build();
  }
}
