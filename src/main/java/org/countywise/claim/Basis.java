package org.countywise.claim;

import java.time.YearMonth;
import org.countywise.definition.Claims;

/** The month a comparison is against. */
public record Basis(Claims.Against against, String period) {

  static Basis of(Claims.Against against, String statementPeriod) {
    YearMonth month = YearMonth.parse(statementPeriod);
    YearMonth base =
        switch (against) {
          case LAST_DECEMBER -> YearMonth.of(month.getYear() - 1, 12);
          case SAME_MONTH_LAST_YEAR -> month.minusYears(1);
          case PREVIOUS_MONTH -> month.minusMonths(1);
        };
    return new Basis(against, base.toString());
  }

  /** The month and what it is, for people. */
  @Override
  public String toString() {
    return Phrases.say("basis", this);
  }
}
