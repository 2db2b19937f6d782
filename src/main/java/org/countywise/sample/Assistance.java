package org.countywise.sample;

import java.time.LocalDate;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;

/**
 * Which help a household gets, and since when: every monitored household gets some within days of
 * being identified, and many a confirmed alert is followed by some within three weeks.
 */
record Assistance(SeededDraw draw, Month first) {
  private static final double FOLLOWED = 0.7;

  /**
   * A measure with the department that runs it and the share of registered households it reaches.
   */
  enum Measure {
    SUBSISTENCE_A("civil_affairs", 0.03),
    SUBSISTENCE_B("civil_affairs", 0.06),
    SUBSISTENCE_C("civil_affairs", 0.12),
    TEMPORARY_RELIEF("civil_affairs", 0.04),
    MEDICAL_AID("medical_insurance", 0.12),
    EDUCATION_AID("education", 0.15),
    HOUSING_REPAIR("housing", 0.08),
    PUBLIC_POST("human_resources", 0.10),
    INDUSTRY("agriculture", 0.20),
    INSURANCE("insurance", 0.10);

    private final String label = name().toLowerCase(Locale.ROOT);
    private final String start = label + " start";
    private final String department;
    private final double share;

    Measure(String department, double share) {
      this.department = department;
      this.share = share;
    }

    String label() {
      return label;
    }

    String department() {
      return department;
    }

    private boolean isSubsistence() {
      return department.equals("civil_affairs") && this != TEMPORARY_RELIEF;
    }
  }

  /** A measure given from a day on. */
  record Given(Measure measure, LocalDate startedOn) {}

  /**
   * All that has been granted to a household up to a month, each measure once and one class of
   * subsistence allowance at most; some of it begins after the month.
   */
  List<Given> granted(HouseholdHistory home, Month month) {
    if (month.ordinal() <= first.ordinal()) {
      return standing(home.household());
    }
    List<Given> before = home.granted(month.plus(-1));
    List<Answers.Answer> answers = home.answers(month);
    return answers.isEmpty() ? before : followed(before, home.household(), answers, month);
  }

  private List<Given> followed(
      List<Given> before, Household household, List<Answers.Answer> answers, Month month) {
    List<Given> given = new ArrayList<>(before);
    for (Answers.Answer answer : answers) {
      Measure measure = measureFor(answer.rule());
      if (answer.isConfirmed()
          && draw.at(household.id(), month.ordinal(), "followed") < FOLLOWED
          && isCompatible(measure, given)) {
        given.add(new Given(measure, answer.verifiedOn().plusDays(answerDays(household))));
      }
    }
    return List.copyOf(given);
  }

  private static Measure measureFor(String rule) {
    return switch (rule) {
      case "low_income", "below_line" -> Measure.SUBSISTENCE_B;
      case "expense_surge" -> Measure.MEDICAL_AID;
      case "job_loss" -> Measure.INDUSTRY;
      default -> Measure.TEMPORARY_RELIEF;
    };
  }

  private List<Given> standing(Household household) {
    List<Given> given = new ArrayList<>();
    LocalDate identifiedOn = new Monitoring(draw).identifiedOn(household);
    if (identifiedOn != null) {
      given.add(new Given(answer(household), identifiedOn.plusDays(answerDays(household))));
    }
    if (household.isRegistered()) {
      for (Measure measure : Measure.values()) {
        if (reaches(measure, household) && isCompatible(measure, given)) {
          given.add(new Given(measure, startOf(measure, household)));
        }
      }
    }
    return List.copyOf(given);
  }

  private Measure answer(Household household) {
    Measure[] measures = Measure.values();
    return measures[draw.between(0, measures.length - 1, household.id(), "answer")];
  }

  private int answerDays(Household household) {
    return draw.between(0, 20, household.id(), "answer days");
  }

  private boolean reaches(Measure measure, Household household) {
    return draw.at(household.id(), measure.label()) < measure.share;
  }

  private static boolean isCompatible(Measure measure, List<Given> given) {
    return given.stream()
        .noneMatch(
            other ->
                other.measure() == measure
                    || (other.measure().isSubsistence() && measure.isSubsistence()));
  }

  private LocalDate startOf(Measure measure, Household household) {
    double chance = draw.at(household.id(), measure.start);
    return LocalDate.of(2017, 1, 1).plusDays((long) (chance * 4 * 365));
  }
}
