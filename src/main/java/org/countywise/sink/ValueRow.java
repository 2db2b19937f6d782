package org.countywise.sink;

import java.math.BigDecimal;
import org.apache.spark.sql.Row;
import org.countywise.table.IndicatorValue;

/**
 * A row of {@code indicator_value}.
 *
 * @param value null where there is none, as of a suppressed cell; so are the next two
 */
record ValueRow(
    String indicator,
    String region,
    String level,
    String period,
    String breakdown,
    Double value,
    BigDecimal numerator,
    BigDecimal denominator,
    String status,
    String release) {

  static ValueRow of(Row row) {
    return new ValueRow(
        row.getAs(IndicatorValue.INDICATOR.name()),
        row.getAs(IndicatorValue.REGION.name()),
        row.getAs(IndicatorValue.LEVEL.name()),
        row.getAs(IndicatorValue.PERIOD.name()),
        row.getAs(IndicatorValue.BREAKDOWN.name()),
        row.getAs(IndicatorValue.VALUE.name()),
        row.getAs(IndicatorValue.NUMERATOR.name()),
        row.getAs(IndicatorValue.DENOMINATOR.name()),
        row.getAs(IndicatorValue.STATUS.name()),
        row.getAs(IndicatorValue.RELEASE.name()));
  }
}
