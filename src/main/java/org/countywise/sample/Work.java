package org.countywise.sample;

import java.time.LocalDate;
import java.time.temporal.ChronoUnit;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;

/**
 * Who works where in which month. A person's place in [0, 1) is fixed; the shares move over it:
 * migrants take the lower end, and four other channels grow within bands of the upper end. So the
 * totals follow their curves exactly in expectation, and a person keeps a job until the curve
 * recedes.
 */
final class Work {
  /** Share of the open posts that has no holder. */
  static final double VACANT = 0.04;

  /** Labourers of registered households that are not out of work. */
  private static final double LABOURERS =
      Published.HOUSEHOLDS * Population.labourersPerHousehold() * (1 - Setback.OUT_OF_WORK.share());

  private static final Curve MIGRANTS = Published.MIGRANTS.dividedBy(LABOURERS);
  private static final Curve POSTS = Published.POSTS.dividedBy(LABOURERS * (1 - VACANT));
  private static final Curve WORKSHOPS = Published.WORKSHOPS.dividedBy(LABOURERS);
  private static final Curve LOCAL_INDUSTRY = Published.LOCAL_INDUSTRY.dividedBy(LABOURERS);
  private static final Curve SELF_EMPLOYED = Published.SELF_EMPLOYED.dividedBy(LABOURERS);

  /** Where the bands begin, counted down from 1. */
  private static final double WORKSHOP_BAND = 0.100;

  private static final double INDUSTRY_BAND = 0.115;
  private static final double SELF_BAND = 0.300;
  private static final double END_OF_BANDS = 0.370;

  private final SeededDraw draw;
  private final Workplaces workplaces;

  Work(SeededDraw draw, Workplaces workplaces) {
    this.draw = draw;
    this.workplaces = workplaces;
  }

  /** A person with what the person does for a living. */
  record Employed(Person person, Job job) {}

  /** Who of a household works as what at the end of a month. */
  List<Employed> jobs(HouseholdHistory home, Month month) {
    if (!home.hasLabourer() || isOutOfWork(home.household(), month)) {
      return List.of();
    }
    List<Employed> jobs = new ArrayList<>(home.persons().size());
    for (Person person : home.persons()) {
      if (person.isLabourer()) {
        find(person, month).ifPresent(job -> jobs.add(new Employed(person, job)));
      }
    }
    return List.copyOf(jobs);
  }

  private Optional<Job> find(Person person, Month month) {
    double level = person.work();
    if (level < MIGRANTS.at(month.ordinal())) {
      return Optional.of(migrantJob(person, month));
    }
    double place = 1 - level;
    if (place < WORKSHOP_BAND) {
      return findPostJob(person, month);
    }
    if (place < INDUSTRY_BAND) {
      return findJob(person, month, new Band("workshop", WORKSHOPS, place - WORKSHOP_BAND));
    }
    if (place < SELF_BAND) {
      return findJob(
          person, month, new Band("local_industry", LOCAL_INDUSTRY, place - INDUSTRY_BAND));
    }
    if (place < END_OF_BANDS) {
      return findJob(person, month, new Band("self_employed", SELF_EMPLOYED, place - SELF_BAND));
    }
    return Optional.empty();
  }

  /** The day the post made for this person opened; null for a person no post is ever made for. */
  LocalDate postOpenedOn(Person person) {
    double place = 1 - person.work();
    return person.isLabourer() && place < WORKSHOP_BAND && person.household().isRegistered()
        ? POSTS.dayAbove(place, draw.at(person.id(), "start"))
        : null;
  }

  /**
   * Whether the person holds the post made for them; holders leave for half a year now and then.
   */
  boolean holdsPost(Person person, Month month) {
    return month.reached(postOpenedOn(person))
        && !isOutOfWork(person.household(), month)
        && draw.at(person.id(), month.ordinal() / 6, "vacant") >= VACANT;
  }

  /** A job waits while its household has a setback. */
  private boolean isOutOfWork(Household household, Month month) {
    return Setback.OUT_OF_WORK.strikes(draw, household, month);
  }

  private record Band(String channel, Curve share, double place) {}

  private Optional<Job> findPostJob(Person person, Month month) {
    return holdsPost(person, month)
        ? Optional.of(localJob(person, month, "public_post", postOpenedOn(person)))
        : Optional.empty();
  }

  private Optional<Job> findJob(Person person, Month month, Band band) {
    LocalDate start = band.share().dayAbove(band.place(), draw.at(person.id(), "start"));
    return month.reached(start)
        ? Optional.of(localJob(person, month, band.channel(), start))
        : Optional.empty();
  }

  private Job migrantJob(Person person, Month month) {
    Month start = Month.of(MIGRANTS.runStart(person.work(), month.ordinal()));
    LocalDate startedOn = start.day(draw.at(person.id(), start.ordinal(), "start"));
    String home = person.household().village().county().code();
    String workplace = workplaces.pick(home, person.id());
    int base = workplace.equals(home) ? 2600 : workplace.regionMatches(0, home, 0, 2) ? 3400 : 4400;
    return job(person, month, new Job("migrant", workplace, startedOn, 0, base));
  }

  private Job localJob(Person person, Month month, String channel, LocalDate start) {
    int base =
        switch (channel) {
          case "public_post" -> 700;
          case "workshop" -> 2000;
          case "local_industry" -> 1700;
          default -> 2300;
        };
    String home = person.household().village().county().code();
    return job(person, month, new Job(channel, home, start, 0, base));
  }

  /**
   * The job with the month's days, and its wage from the base wage in yuan that stands in its
   * place.
   */
  private Job job(Person person, Month month, Job plain) {
    int present = (int) ChronoUnit.DAYS.between(plain.startedOn(), month.end()) + 1;
    double effort = draw.at(person.id(), month.ordinal(), "days");
    int days = Math.max(1, Math.min(present, draw.between(16, 27, effort)));
    double skill = 0.8 + 0.4 * draw.at(person.id(), "skill");
    long fen = (long) (plain.wageFen() * 100 * skill * days / 22);
    long odd = (long) (draw.at(person.id(), month.ordinal(), "fen") * 1000);
    return new Job(plain.channel(), plain.workplace(), plain.startedOn(), days, fen + odd);
  }
}
