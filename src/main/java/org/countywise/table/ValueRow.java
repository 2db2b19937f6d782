package org.countywise.table;

import java.math.BigDecimal;
import org.apache.spark.sql.Row;

/**
 * A row of {@code indicator_value}, its columns in their order.
 *
 * @param breakdown empty for the total
 * @param value null where there is none, as of a suppressed cell
 * @param numerator exact, null where it is not known
 * @param denominator exact, null for plain counts
 */
public record ValueRow(
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

  /** A row of {@link IndicatorValue#SCHEMA}. */
  public static ValueRow of(Row row) {
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

  /** The value as a decimal, null where there is none. */
  public BigDecimal decimal() {
    return value == null ? null : BigDecimal.valueOf(value);
  }
}
