package org.countywise.sample;

import java.util.stream.IntStream;
import java.util.stream.LongStream;
import java.util.stream.Stream;

/**
 * The synthetic households and their persons. They stay the same through all months; what happens
 * to them does not.
 */
final class Population {
  /**
   * Households beside the registered ones, per registered household: those at the margin, and some
   * others.
   */
  private static final double MARGINAL =
      Published.MARGINAL / (Published.PERSONS / Published.HOUSEHOLDS) / Published.HOUSEHOLDS;

  private static final double GENERAL = 0.02;
  private static final double ALL = 1 + MARGINAL + GENERAL;

  /** The year all ages are meant in. */
  private static final int AGES_OF = 2020;

  private final SeededDraw draw;
  private final FamilySizes sizes;

  Population(SeededDraw draw) {
    this.draw = draw;
    this.sizes = new FamilySizes(draw);
  }

  /** Households of every kind, such that the registered ones are as many as the scale asks for. */
  static long households(double scale) {
    return Math.round(Published.HOUSEHOLDS * scale * ALL);
  }

  /** General households per registered one. */
  static double generalShare() {
    return GENERAL;
  }

  Stream<Household> householdsOf(Village village) {
    return LongStream.range(village.firstHousehold(), village.endHousehold())
        .mapToObj(index -> household(village, index));
  }

  /**
   * Persons in the households with indices from {@code from} up to but not including {@code to}.
   */
  long persons(long from, long to) {
    return sizes.personsBefore(to) - sizes.personsBefore(from);
  }

  /**
   * The household with the index, counted from 0 through all villages; its id is one more. The
   * first of a county is registered, so that no county is without.
   */
  Household household(Village village, long index) {
    long id = index + 1;
    boolean isFirst = index == village.county().firstHousehold();
    double kind = isFirst ? 0 : draw.at(id, "kind") * ALL;
    return new Household(
        id,
        village,
        sizes.size(index),
        sizes.personsBefore(index) + 1,
        kind < 1
            ? Household.Kind.REGISTERED
            : kind < 1 + MARGINAL ? Household.Kind.MARGINAL : Household.Kind.GENERAL,
        kind < 1 ? Published.EXITED.dayAbove(draw.at(id, "exit"), draw.at(id, "exit day")) : null);
  }

  Stream<Person> personsOf(Household household) {
    return IntStream.range(0, household.size()).mapToObj(slot -> person(household, slot));
  }

  private Person person(Household household, int slot) {
    long id = household.firstPerson() + slot;
    if (draw.at(id, "labour") >= labourChance(household.size(), slot)) {
      return Person.unfit(id, household, slot, AGES_OF - dependentAge(id, slot));
    }
    return new Person(
        id, household, slot, AGES_OF - workingAge(household, slot), draw.at(id, "work"));
  }

  /** Labourers per registered household, exactly as {@link #labourChance} makes them. */
  static double labourersPerHousehold() {
    return FamilySizes.mean(
        size -> IntStream.range(0, size).mapToDouble(slot -> labourChance(size, slot)).sum());
  }

  private static double labourChance(int size, int slot) {
    return switch (slot) {
      case 0 -> size == 1 ? 0.45 : 0.80;
      case 1 -> 0.75;
      case 2 -> 0.45;
      case 3, 4 -> 0.30;
      default -> 0.35;
    };
  }

  private int workingAge(Household household, int slot) {
    int head = draw.between(30, 58, household.id(), "head age");
    double chance = draw.at(household.firstPerson() + slot, "age");
    return switch (slot) {
      case 0 -> head;
      case 1 -> Math.max(20, Math.min(59, head + draw.between(-6, 4, chance)));
      default -> draw.between(18, 40, chance);
    };
  }

  private int dependentAge(long id, int slot) {
    double chance = draw.at(id, "age");
    boolean old = draw.at(id, "old") < (slot < 2 ? 0.8 : 0.25);
    if (old) {
      return draw.between(62, 90, chance);
    }
    return slot < 2 ? draw.between(28, 61, chance) : draw.between(0, 17, chance);
  }
}
