package org.countywise.cli;

import com.fasterxml.jackson.annotation.JsonProperty;
import java.math.BigDecimal;
import org.apache.spark.sql.Row;
import org.countywise.table.IndicatorValue;

/**
 * One published value; in JSON it has the columns of the published table, in its order.
 *
 * @param breakdown empty for the total
 * @param value null where there is none
 * @param numerator exact, null where it is not known
 * @param denominator exact, null for plain counts
 */
public record Cell(
    String indicator,
    @JsonProperty("region_code") String region,
    @JsonProperty("region_level") String level,
    String period,
    String breakdown,
    Double value,
    BigDecimal numerator,
    BigDecimal denominator,
    String status,
    String release) {

  /** A row of {@link IndicatorValue#SCHEMA}. */
  static Cell of(Row row) {
    return new Cell(
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

  /** The value for the eye. */
  public String shown(String unit) {
    return Numbers.of(decimal(), unit);
  }

  /** The value as a decimal, null where there is none. */
  BigDecimal decimal() {
    return value == null ? null : BigDecimal.valueOf(value);
  }
}
