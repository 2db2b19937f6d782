package org.countywise.cli;

import java.time.YearMonth;
import java.util.ArrayList;
import java.util.List;

/** The months a release speaks of, for whoever asks for others. */
record PublishedPeriods(List<String> known) {

  /**
   * Goes on where all of these are published.
   *
   * @throws UsageException naming the first that is not
   */
  void demand(List<String> wanted) {
    for (String period : wanted) {
      if (!known.contains(period)) {
        throw new UsageException(
            "period '"
                + period
                + "' is not published; published are "
                + this
                + "; 'countywise run --period "
                + period
                + "' adds it");
      }
    }
  }

  /** Months without a gap as a range: {@code 2019-12..2020-07, 2020-09}. */
  @Override
  public String toString() {
    List<Periods> spans = new ArrayList<>();
    for (YearMonth month : known.stream().map(YearMonth::parse).sorted().toList()) {
      int last = spans.size() - 1;
      if (last >= 0 && spans.get(last).last().plusMonths(1).equals(month)) {
        spans.set(last, new Periods(spans.get(last).first(), month));
      } else {
        spans.add(new Periods(month, month));
      }
    }
    return String.join(", ", spans.stream().map(Periods::toString).toList());
  }
}
