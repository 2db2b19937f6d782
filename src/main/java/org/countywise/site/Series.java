package org.countywise.site;

import com.fasterxml.jackson.annotation.JsonInclude;
import java.math.BigDecimal;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.TreeMap;

/**
 * The values of one indicator, region and breakdown over the months of the site, one place a month.
 *
 * @param of indicator or region, whichever the file does not say
 * @param by breakdown, null for the total
 * @param s a status a month, {@link #ABSENT} where nothing is published
 * @param v values, null where there is none
 * @param n numerators; left out where each is the value itself
 * @param d denominators; left out where there is none
 * @param r how it was revised, by month; left out where nothing was revised
 */
@JsonInclude(JsonInclude.Include.NON_NULL)
record Series(
    String of,
    String by,
    String s,
    List<Number> v,
    List<Object> n,
    List<Object> d,
    Map<String, Revision> r) {
  /** Stands for the status where there is no row. */
  static final String ABSENT = ".";

  /** The greatest whole number up to which a script has each. */
  private static final double MOST = (1L << 53) - 1;

  /**
   * How a value was revised.
   *
   * @param in the release
   * @param s status before; without it nothing is told of before
   * @param v value before
   * @param n numerator before
   * @param d denominator before
   */
  @JsonInclude(JsonInclude.Include.NON_NULL)
  record Revision(String in, String s, Number v, Object n, Object d) {

    static Revision of(PublishedValue.Revised revised) {
      PublishedValue.Said before = revised.before();
      return before == null
          ? new Revision(revised.release(), null, null, null, null)
          : new Revision(
              revised.release(),
              before.status(),
              shortest(before.value()),
              exact(before.numerator()),
              exact(before.denominator()));
    }
  }

  /** The rows of one indicator, region and breakdown; months without a row stay absent. */
  static Series of(String of, List<PublishedValue> rows, List<String> periods) {
    Map<String, PublishedValue.Said> said = new TreeMap<>();
    Map<String, Revision> revised = new TreeMap<>();
    for (PublishedValue row : rows) {
      said.put(row.at().period(), row.said());
      if (row.revised() != null) {
        revised.put(row.at().period(), Revision.of(row.revised()));
      }
    }
    List<PublishedValue.Said> months = new ArrayList<>();
    periods.forEach(period -> months.add(said.get(period)));
    String by = rows.get(0).at().breakdown();
    return new Series(
        of,
        by.isEmpty() ? null : by,
        statuses(months),
        months.stream().map(month -> month == null ? null : shortest(month.value())).toList(),
        numerators(months),
        denominators(months),
        revised.isEmpty() ? null : revised);
  }

  /** The same under another name. */
  Series called(String name) {
    return new Series(name, null, s, v, n, d, r);
  }

  private static String statuses(List<PublishedValue.Said> months) {
    StringBuilder statuses = new StringBuilder();
    months.forEach(month -> statuses.append(month == null ? ABSENT : month.status()));
    return statuses.toString();
  }

  private static List<Object> numerators(List<PublishedValue.Said> months) {
    boolean same =
        months.stream()
            .filter(Objects::nonNull)
            .allMatch(
                month ->
                    month.value() == null
                        ? month.numerator() == null
                        : month.numerator() != null
                            && month.numerator().compareTo(BigDecimal.valueOf(month.value())) == 0);
    return same
        ? null
        : months.stream().map(month -> month == null ? null : exact(month.numerator())).toList();
  }

  private static List<Object> denominators(List<PublishedValue.Said> months) {
    List<Object> exact =
        months.stream().map(month -> month == null ? null : exact(month.denominator())).toList();
    return exact.stream().allMatch(Objects::isNull) ? null : exact;
  }

  /** The same number, whole ones without a point: half of all are counts. */
  private static Number shortest(Double value) {
    if (value == null || value != Math.rint(value) || Math.abs(value) > MOST) {
      return value;
    }
    return value.longValue();
  }

  /** A number that a script reads without loss, or its digits where it would not. */
  private static Object exact(BigDecimal part) {
    if (part == null) {
      return null;
    }
    BigDecimal digits = part.signum() == 0 ? BigDecimal.ZERO : part.stripTrailingZeros();
    BigDecimal plain = digits.scale() < 0 ? digits.setScale(0) : digits;
    return new BigDecimal(Double.toString(plain.doubleValue())).compareTo(plain) == 0
        ? plain
        : plain.toPlainString();
  }
}
