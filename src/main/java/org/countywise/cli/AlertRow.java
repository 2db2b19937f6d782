package org.countywise.cli;

import java.math.BigDecimal;
import java.util.LinkedHashMap;
import java.util.Map;
import org.apache.spark.sql.Row;
import org.countywise.table.Alerts;

/**
 * An alert for people: a row of the restricted table.
 *
 * @param columns its columns in order
 */
public record AlertRow(Map<String, Object> columns) {
  private static final String OPEN = "open";

  static AlertRow of(Row row) {
    Map<String, Object> columns = new LinkedHashMap<>();
    Alerts.TABLE.forEach(field -> columns.put(field.name(), row.getAs(field.name())));
    return new AlertRow(columns);
  }

  /** The same alert of a household under a pseudonym. */
  AlertRow under(Pseudonyms pseudonyms) {
    String key = Alerts.KEY.name();
    Map<String, Object> hidden = new LinkedHashMap<>(columns);
    hidden.put(key, pseudonyms.of(key, text(key)));
    return new AlertRow(hidden);
  }

  /** A column as text, empty where there is nothing. */
  public String text(String column) {
    Object value = columns.get(column);
    if (value instanceof BigDecimal number) {
      return number.stripTrailingZeros().toPlainString();
    }
    return value == null ? "" : value.toString();
  }

  /** A column for a file: numbers as numbers, all else as text. */
  Object cell(String column) {
    Object value = columns.get(column);
    if (value instanceof BigDecimal number) {
      return number.stripTrailingZeros();
    }
    return value == null || value instanceof Number ? value : value.toString();
  }

  /** Whether it waits for an answer. */
  boolean isOpen() {
    return text(Alerts.STATUS.name()).equals(OPEN);
  }

  /** The distance to the threshold in percent of it. */
  public String distance() {
    BigDecimal distance = (BigDecimal) columns.get(Alerts.DISTANCE.name());
    return distance == null
        ? Numbers.NONE
        : Numbers.of(distance.movePointRight(2), "percent") + " %";
  }
}
