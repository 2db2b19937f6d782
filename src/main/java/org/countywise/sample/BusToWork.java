package org.countywise.sample;

import java.time.LocalDate;
import java.util.Optional;
import java.util.stream.Stream;
import org.countywise.parquet.Row;

/**
 * The lockdown of February 2020 costs a household its only job; in March a chartered bus takes the
 * worker to a factory in another province.
 */
record BusToWork(Family family) implements Story {
  private static final LocalDate AT_HOME_SINCE = LocalDate.of(2018, 6, 1);
  private static final LocalDate LOST_ON = LocalDate.of(2020, 2, 12);
  private static final LocalDate LEFT_ON = LocalDate.of(2020, 3, 5);

  /** Bao'an District of Shenzhen. */
  private static final String FACTORY = "440306";

  @Override
  public Village village() {
    return family.household().village();
  }

  @Override
  public String summary() {
    return "Household %d in %s: person %d loses a job at home in 2020-02 (a risk report and the rule"
            .formatted(family.household().id(), village().code(), family.worker().id())
        + " job_loss, confirmed on 2020-03-02) and is a migrant in %s from 2020-03 on."
            .formatted(FACTORY);
  }

  @Override
  public Stream<Row> tell(String dataset, Month month, Stream<Row> drawn) {
    return switch (dataset) {
      case "employment" -> family.tell(dataset, drawn, job(month).map(family::employment).stream());
      case "household_account" ->
          family.tellAccount(
              drawn,
              job(month).map(Job::wageFen).orElse(0L),
              month.holds(LOST_ON) ? 46_000 : 12_000);
      case "risk_report" -> family.tell(dataset, drawn, reports(month));
      case "verification" -> family.tell(dataset, drawn, verifications(month));
      default -> drawn;
    };
  }

  private Optional<Job> job(Month month) {
    long more = month.ordinal() % 7 * 1_300L;
    if (month.reached(LEFT_ON)) {
      return Optional.of(new Job("migrant", FACTORY, LEFT_ON, 24, 420_000 + more));
    }
    return month.reached(LOST_ON)
        ? Optional.empty()
        : Optional.of(
            new Job("local_industry", family.county(), AT_HOME_SINCE, 22, 190_000 + more));
  }

  private Stream<Row> reports(Month month) {
    return month.holds(LOST_ON)
        ? Stream.of(
            Row.of(
                family.household().id(),
                family.household().id(),
                village().code(),
                "job_loss",
                "self_report",
                LOST_ON,
                null))
        : Stream.empty();
  }

  private Stream<Row> verifications(Month month) {
    LocalDate verifiedOn = LocalDate.of(2020, 3, 2);
    return month.holds(verifiedOn)
        ? Stream.of("job_loss", "risk_report")
            .map(rule -> new Answers.Answer(rule, verifiedOn, "confirmed", "village"))
            .map(answer -> MonitoringTables.verification(family.household(), answer))
        : Stream.empty();
  }
}
