package org.countywise.sample;

import java.time.LocalDate;
import java.util.Map;
import java.util.Optional;
import java.util.stream.Stream;
import org.countywise.parquet.Row;

/**
 * A household lives on one wage. From March to May 2020 it comes to 1,986 yuan; the account is
 * flagged, the village's informants find acute kidney disease in May and confirm, and class A of
 * the subsistence allowance begins in June.
 */
record KidneyDisease(Family family) implements Story {
  private static final LocalDate FOUND_ON = LocalDate.of(2020, 5, 27);
  private static final LocalDate ASSISTED_ON = LocalDate.of(2020, 6, 1);
  private static final LocalDate WORKED_SINCE = LocalDate.of(2018, 3, 1);

  /** Fen; 198,600 in three months. */
  private static final Map<String, Long> LAST_WAGES =
      Map.of("2020-03", 90_000L, "2020-04", 78_600L, "2020-05", 30_000L);

  private static final long USUAL_WAGE = 250_000;
  private static final long ALLOWANCE_PER_PERSON = 45_000;

  @Override
  public Village village() {
    return family.household().village();
  }

  @Override
  public String summary() {
    return "Household %d in %s: labour income of 1,986 yuan from 2020-03 to 2020-05 raises low_income;"
            .formatted(family.household().id(), village().code())
        + " the village finds acute kidney disease of person %d (health serious, a risk report of"
            .formatted(family.worker().id())
        + " illness) and confirms on 2020-05-27; subsistence_a starts on 2020-06-01.";
  }

  @Override
  public Stream<Row> tell(String dataset, Month month, Stream<Row> drawn) {
    return switch (dataset) {
      case "person" -> drawn.map(row -> isWorker(row) ? person(row, month) : row);
      case "employment" -> family.tell(dataset, drawn, job(month).map(family::employment).stream());
      case "industry_participation" -> family.tell(dataset, drawn, Stream.empty());
      case "household_account" -> family.tell(dataset, drawn, Stream.of(account(month)));
      case "risk_report" -> family.tell(dataset, drawn, reports(month));
      case "verification" -> family.tell(dataset, drawn, verifications(month));
      case "assistance" -> family.tell(dataset, drawn, assistance(month));
      default -> drawn;
    };
  }

  private boolean isWorker(Row person) {
    return person.getLong(0) == family.worker().id();
  }

  /** Healthy until found ill; unable to work from the month after. */
  private Row person(Row drawn, Month month) {
    return Row.of(
        drawn.get(0),
        drawn.get(1),
        drawn.get(2),
        drawn.get(3),
        drawn.get(4),
        month.reached(ASSISTED_ON) ? "none" : "ordinary",
        drawn.get(6),
        month.reached(FOUND_ON) ? "serious" : "healthy",
        true);
  }

  private Optional<Job> job(Month month) {
    return month.reached(ASSISTED_ON)
        ? Optional.empty()
        : Optional.of(
            new Job("local_industry", family.county(), WORKED_SINCE, days(month), wage(month)));
  }

  private static int days(Month month) {
    return (int) Math.max(1, wage(month) * 22 / USUAL_WAGE);
  }

  private static long wage(Month month) {
    long usual = USUAL_WAGE + month.ordinal() % 7 * 1_300L;
    return LAST_WAGES.getOrDefault(month.period(), usual);
  }

  private Row account(Month month) {
    boolean isAssisted = month.reached(ASSISTED_ON);
    long allowance = isAssisted ? ALLOWANCE_PER_PERSON * family.household().size() : 0;
    long medical = month.reached(FOUND_ON) ? 60_000 : 0;
    long wages = isAssisted ? 0 : wage(month);
    return WorkTables.account(
        family.household(), new Account(wages, 0, 0, allowance, medical, 0, 0));
  }

  private Stream<Row> reports(Month month) {
    return month.holds(FOUND_ON)
        ? Stream.of(
            Row.of(
                family.household().id(),
                family.household().id(),
                village().code(),
                "illness",
                "informant",
                FOUND_ON,
                null))
        : Stream.empty();
  }

  private Stream<Row> verifications(Month month) {
    return month.holds(FOUND_ON)
        ? Stream.of("low_income", "income_drop", "risk_report")
            .map(rule -> new Answers.Answer(rule, FOUND_ON, "confirmed", "village"))
            .map(answer -> MonitoringTables.verification(family.household(), answer))
        : Stream.empty();
  }

  private Stream<Row> assistance(Month month) {
    return Stream.of(new Assistance.Given(Assistance.Measure.SUBSISTENCE_A, ASSISTED_ON))
        .filter(given -> month.reached(given.startedOn()))
        .map(given -> MonitoringTables.assistance(family.household(), given));
  }
}
