package org.countywise.cli;

import java.math.BigDecimal;
import java.util.LinkedHashMap;
import java.util.Map;
import org.apache.spark.sql.Row;
import org.countywise.table.IndicatorValue;

/**
 * One published value.
 *
 * @param breakdown empty for the total
 * @param value null where there is none
 * @param numerator exact, null where it is not known
 * @param denominator exact, null for plain counts
 */
public record Cell(
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
  String shown(String unit) {
    return Numbers.of(decimal(), unit);
  }

  /** The value as a decimal, null where there is none. */
  BigDecimal decimal() {
    return value == null ? null : BigDecimal.valueOf(value);
  }

  /** Columns of the published table, in its order, for JSON. */
  Map<String, Object> json() {
    Map<String, Object> fields = new LinkedHashMap<>();
    fields.put(IndicatorValue.INDICATOR.name(), indicator);
    fields.put(IndicatorValue.REGION.name(), region);
    fields.put(IndicatorValue.LEVEL.name(), level);
    fields.put(IndicatorValue.PERIOD.name(), period);
    fields.put(IndicatorValue.BREAKDOWN.name(), breakdown);
    fields.put(IndicatorValue.VALUE.name(), value);
    fields.put(IndicatorValue.NUMERATOR.name(), numerator);
    fields.put(IndicatorValue.DENOMINATOR.name(), denominator);
    fields.put(IndicatorValue.STATUS.name(), status);
    fields.put(IndicatorValue.RELEASE.name(), release);
    return fields;
  }
}
