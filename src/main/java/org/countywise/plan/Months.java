package org.countywise.plan;

import java.time.YearMonth;
import java.util.List;
import java.util.Set;
import java.util.function.Predicate;
import java.util.stream.IntStream;

/** Which months of a measure are taken, seen from a period. */
public enum Months {
  THIS("the period") {
    @Override
    public List<YearMonth> from(YearMonth period) {
      return List.of(period);
    }
  },
  LAST_MONTH("last month") {
    @Override
    public List<YearMonth> from(YearMonth period) {
      return List.of(period.minusMonths(1));
    }
  },
  LAST_DECEMBER("last December") {
    @Override
    public List<YearMonth> from(YearMonth period) {
      return List.of(YearMonth.of(period.getYear() - 1, 12));
    }
  },
  SAME_MONTH_LAST_YEAR("same month last year") {
    @Override
    public List<YearMonth> from(YearMonth period) {
      return List.of(period.minusYears(1));
    }
  },
  YEAR_TO_DATE("January to the period") {
    @Override
    public List<YearMonth> from(YearMonth period) {
      return IntStream.rangeClosed(1, period.getMonthValue())
          .mapToObj(month -> YearMonth.of(period.getYear(), month))
          .toList();
    }
  },
  TRAILING_3("three months to the period") {
    @Override
    public List<YearMonth> from(YearMonth period) {
      return ending(period, 3);
    }
  },
  TRAILING_3_BEFORE("the three months before the last three") {
    @Override
    public List<YearMonth> from(YearMonth period) {
      return ending(period.minusMonths(3), 3);
    }
  },
  TRAILING_12("twelve months to the period") {
    @Override
    public List<YearMonth> from(YearMonth period) {
      return ending(period, 12);
    }
  },
  EVER("every month from the delivery's first") {
    @Override
    public List<YearMonth> from(YearMonth period) {
      throw new IllegalStateException("only a calendar knows the delivery's first month");
    }
  };

  private final String words;

  Months(String words) {
    this.words = words;
  }

  private static List<YearMonth> ending(YearMonth last, int months) {
    return IntStream.rangeClosed(1 - months, 0).mapToObj(last::plusMonths).toList();
  }

  /**
   * The months, oldest first.
   *
   * @throws IllegalStateException for {@link #EVER}, which depends on the delivery
   */
  public abstract List<YearMonth> from(YearMonth period);

  /**
   * Whether the months that are read for every period hold those wanted for it.
   *
   * @param read none where nothing is read
   */
  public static boolean hold(Set<Months> read, Months wanted) {
    if (read.contains(EVER) || read.contains(wanted)) {
      return true;
    }
    return wanted != EVER
        && IntStream.rangeClosed(1, 12)
            .mapToObj(month -> YearMonth.of(2020, month))
            .allMatch(period -> wanted.from(period).stream().allMatch(of(read, period)));
  }

  private static Predicate<YearMonth> of(Set<Months> read, YearMonth period) {
    return month -> read.stream().anyMatch(months -> months.from(period).contains(month));
  }

  @Override
  public String toString() {
    return words;
  }
}
