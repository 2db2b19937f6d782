package org.countywise.run;

import java.math.BigDecimal;
import java.math.RoundingMode;
import java.util.ArrayList;
import java.util.List;
import org.apache.spark.sql.Row;
import org.countywise.definition.Family;

/**
 * An expectation of an example and the row it met.
 *
 * @param actual null where there is none
 */
record Comparison(Family.Expectation expected, Row actual) {
  private static final String NULL = "null";

  List<String> differences() {
    List<String> found = new ArrayList<>();
    if (actual == null) {
      found.add(cell() + ": there is no such row");
      return found;
    }
    Object value = actual.get(5);
    number(
        "value",
        expected.value(),
        value == null ? null : BigDecimal.valueOf((Double) value),
        found);
    number("numerator", expected.numerator(), actual.getDecimal(6), found);
    number("denominator", expected.denominator(), actual.getDecimal(7), found);
    if (expected.status() != null && !expected.status().equals(actual.getString(8))) {
      found.add(cell() + ": status is " + actual.getString(8) + ", expected " + expected.status());
    }
    return found;
  }

  private void number(String what, String wanted, BigDecimal got, List<String> found) {
    if (wanted != null && !same(wanted, got)) {
      String shown = got == null ? NULL : got.stripTrailingZeros().toPlainString();
      found.add(cell() + ": " + what + " is " + shown + ", expected " + wanted);
    }
  }

  /** Equal at the number of decimals that is written. */
  private static boolean same(String wanted, BigDecimal got) {
    if (got == null || NULL.equals(wanted)) {
      return got == null && NULL.equals(wanted);
    }
    BigDecimal number = new BigDecimal(wanted);
    int scale = Math.max(0, number.scale());
    return got.setScale(scale, RoundingMode.HALF_UP).compareTo(number) == 0;
  }

  private String cell() {
    String breakdown = expected.breakdown() == null ? "" : " " + expected.breakdown();
    return expected.indicator() + " of " + expected.region() + breakdown;
  }
}
