package org.countywise.sample;

import java.time.LocalDate;
import java.util.stream.Stream;
import org.countywise.parquet.Row;

/**
 * A relocated household moves into its new home in September 2019 and has nobody at work, until a
 * workshop opens downstairs in March 2020.
 */
record WorkshopDownstairs(Family family) implements Story {
  private static final LocalDate PLANNED_ON = LocalDate.of(2016, 5, 20);
  private static final LocalDate BUILT_ON = LocalDate.of(2018, 11, 30);
  private static final LocalDate MOVED_IN_ON = LocalDate.of(2019, 9, 26);
  private static final LocalDate STARTED_ON = LocalDate.of(2020, 3, 16);

  @Override
  public Village village() {
    return family.household().village();
  }

  @Override
  public String summary() {
    return "Household %d of %s moves into site %d on 2019-09-26 and has nobody at work;"
            .formatted(family.household().id(), village().code(), site())
        + " from 2020-03 on person %d works in the workshop downstairs."
            .formatted(family.worker().id());
  }

  private long site() {
    return Long.parseLong(family.county()) * 100 + 1;
  }

  @Override
  public Stream<Row> tell(String dataset, Month month, Stream<Row> drawn) {
    boolean works = month.reached(STARTED_ON);
    return switch (dataset) {
      case "relocation" -> family.tell(dataset, drawn, Stream.of(relocation(month)));
      case "employment" ->
          family.tell(
              dataset, drawn, works ? Stream.of(family.employment(job(month))) : Stream.empty());
      case "household_account" ->
          family.tellAccount(drawn, works ? job(month).wageFen() : 0, works ? 12_000 : 46_000);
      default -> drawn;
    };
  }

  private Row relocation(Month month) {
    return Row.of(
        family.household().id(),
        village().code(),
        site(),
        family.county(),
        "urban",
        PLANNED_ON,
        month.known(BUILT_ON),
        month.known(MOVED_IN_ON));
  }

  private Job job(Month month) {
    boolean isFirst = month.holds(STARTED_ON);
    long wage = isFirst ? 120_000 : 210_000 + month.ordinal() % 7 * 1_300L;
    return new Job("workshop", family.county(), STARTED_ON, isFirst ? 12 : 22, wage);
  }
}
