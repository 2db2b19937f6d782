package org.countywise.sample;

import java.math.BigDecimal;
import java.time.LocalDate;
import java.util.stream.Stream;
import org.countywise.parquet.Row;

/**
 * A village school planned for November 2019 is not done when supervisors come in April 2020 and
 * name it; it is completed in August, and the problem resolved when term begins in September.
 */
record SchoolBehindSchedule(Village village) implements Story {
  private static final LocalDate PLANNED_ON = LocalDate.of(2019, 11, 30);
  private static final LocalDate FOUND_ON = LocalDate.of(2020, 4, 16);
  private static final LocalDate DUE_ON = LocalDate.of(2020, 8, 31);
  private static final LocalDate COMPLETED_ON = LocalDate.of(2020, 8, 24);
  private static final LocalDate RESOLVED_ON = LocalDate.of(2020, 9, 3);

  long works() {
    return IndustryTables.worksId(village, 0);
  }

  long problem() {
    return SupervisionTables.problemId(village, 0);
  }

  @Override
  public String summary() {
    return "Village %s: a school (works %d) planned for 2019-11-30 is not done when supervisors"
            .formatted(village.code(), works())
        + " name it on 2020-04-16 (problem %d); completed on 2020-08-24, resolved on 2020-09-03."
            .formatted(problem());
  }

  @Override
  public Stream<Row> tell(String dataset, Month month, Stream<Row> drawn) {
    return switch (dataset) {
      case "works" -> Story.replace(drawn, 0, works(), school(month));
      case "problem" -> Story.replace(drawn, 0, problem(), problem(month));
      default -> drawn;
    };
  }

  private Stream<Row> school(Month month) {
    return month.reached(PLANNED_ON)
        ? Stream.of(
            Row.of(
                works(),
                null,
                village.code(),
                "school",
                new BigDecimal("2400.00"),
                "m2",
                PLANNED_ON,
                month.known(COMPLETED_ON)))
        : Stream.empty();
  }

  private Stream<Row> problem(Month month) {
    return month.reached(FOUND_ON)
        ? Stream.of(
            Row.of(
                problem(),
                village.code(),
                null,
                "education",
                "supervision",
                FOUND_ON,
                DUE_ON,
                month.known(RESOLVED_ON),
                null,
                "education_bureau",
                month.reached(RESOLVED_ON) ? "resolved" : "open"))
        : Stream.empty();
  }
}
