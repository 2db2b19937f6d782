package org.countywise.bench;

import java.time.YearMonth;
import java.util.List;
import java.util.stream.IntStream;
import java.util.stream.Stream;
import org.countywise.oracle.Oracle;

/**
 * What is asked of a delivery, whoever answers.
 *
 * @param families all where they are many
 */
record Question(List<YearMonth> months, List<String> families) {
  private static final YearMonth FIRST = YearMonth.of(2019, 12);
  private static final int MONTHS = 10;

  /** All families of 2019-12 to 2020-09. */
  static final Question ALL = new Question(from(0, MONTHS), Oracle.FAMILIES);

  /** The same without the last month. */
  static final Question BEFORE = new Question(from(0, MONTHS - 1), Oracle.FAMILIES);

  /** All families of the last month. */
  static final Question LAST = new Question(from(MONTHS - 1, 1), Oracle.FAMILIES);

  /** The early warning of all months. */
  static final Question WARNING = new Question(from(0, MONTHS), List.of("monitoring"));

  private static List<YearMonth> from(int skipped, int months) {
    return IntStream.range(skipped, skipped + months).mapToObj(FIRST::plusMonths).toList();
  }

  /** As {@code --period} has it. */
  String period() {
    String first = months.get(0).toString();
    return months.size() == 1 ? first : first + ".." + months.get(months.size() - 1);
  }

  /** The months, with commas between. */
  String monthList() {
    return String.join(",", months.stream().map(YearMonth::toString).toList());
  }

  /** Reads {@link #monthList}. */
  static List<YearMonth> months(String list) {
    return Stream.of(list.split(",", -1)).map(YearMonth::parse).toList();
  }
}
