package org.countywise.sample;

import java.util.List;
import java.util.stream.Stream;
import org.countywise.parquet.Row;

/** The household registry: villages, households, persons. */
record RegistryTables(SyntheticPopulation people) {
  private static final Choice CAUSES =
      Choice.of(
          "illness 30, labour 15, funds 14, technology 13, education 7, disability 7, transport 4,"
              + " motivation 3, land 2, water 2, disaster 2, other 1");

  List<Table> tables() {
    return List.of(
        Table.yearly("village", "village_code rural_households rural_persons", this::villages),
        Table.monthly(
            "household",
            "household_id village_code registration registered_on exited_on persons"
                + " main_cause monitored_class monitored_on",
            this::households),
        Table.yearly(
            "person",
            "person_id household_id village_code birth_year sex labour_capacity"
                + " schooling health insured",
            this::persons));
  }

  private Stream<Row> villages(Community community, Month month) {
    Village village = community.village();
    long households = village.endHousehold() - village.firstHousehold();
    long persons = people.population().persons(village.firstHousehold(), village.endHousehold());
    double others = 1.6 + 1.8 * people.draw().at(village.index(), "others");
    long more = Math.round(households * others);
    return Stream.of(
        Row.of(
            village.code(), (int) (households + more), (int) (persons + Math.round(more * 3.8))));
  }

  private Stream<Row> households(Community community, Month month) {
    return community.households().stream()
        .map(HouseholdHistory::household)
        .map(
            h ->
                Row.of(
                    h.id(),
                    h.village().code(),
                    h.registration(month),
                    h.isRegistered() ? Month.of(2014 * 12).day(chance(h, "registered")) : null,
                    month.known(h.exitedOn()),
                    h.size(),
                    cause(h),
                    people.monitoring().classOf(h, month),
                    month.known(people.monitoring().identifiedOn(h))));
  }

  private String cause(Household household) {
    return household.isGeneral() || chance(household, "no cause") < 0.01
        ? null
        : CAUSES.pick(chance(household, "cause"));
  }

  private double chance(Household household, String purpose) {
    return people.draw().at(household.id(), purpose);
  }

  private Stream<Row> persons(Community community, Month month) {
    return community
        .persons()
        .map(
            p ->
                Row.of(
                    p.id(),
                    p.household().id(),
                    p.household().village().code(),
                    p.birthYear(),
                    sex(p),
                    capacity(p),
                    schooling(p, month),
                    health(p),
                    people.draw().at(p.id(), "insured") < 0.996));
  }

  /** The first two of a household are a couple; otherwise chance. */
  private String sex(Person person) {
    boolean headFemale = chance(person.household(), "head sex") < 0.14;
    return switch (person.slot()) {
      case 0 -> headFemale ? "female" : "male";
      case 1 -> headFemale ? "male" : "female";
      default -> people.draw().at(person.id(), "sex") < 0.48 ? "female" : "male";
    };
  }

  private String capacity(Person person) {
    if (!person.isLabourer()) {
      return "none";
    }
    double weak = person.work() > 0.9 ? 0.5 : 0.06;
    double chance = people.draw().at(person.id(), "capacity");
    if (chance < weak) {
      return "weak";
    }
    return chance < 0.88 ? "ordinary" : "skilled";
  }

  private String schooling(Person person, Month month) {
    int age = person.ageIn(month.year());
    double chance = people.draw().at(person.id(), "schooling");
    if (age < 6) {
      return "not_of_age";
    }
    if (age > 15) {
      return age < 19 && !person.isLabourer() && chance < 0.9 ? "enrolled" : "finished";
    }
    if (chance < 0.985) {
      return "enrolled";
    }
    return chance < 0.991 ? "home_taught" : chance < 0.997 ? "exempt" : "dropped_out";
  }

  private String health(Person person) {
    double chance = people.draw().at(person.id(), "health");
    if (person.isLabourer()) {
      return chance < 0.93 ? "healthy" : chance < 0.985 ? "chronic" : "serious";
    }
    int age = person.ageIn(2020);
    if (age < 28) {
      return chance < 0.96 ? "healthy" : chance < 0.98 ? "chronic" : "disabled";
    }
    if (age > 61) {
      return chance < 0.5 ? "healthy" : chance < 0.85 ? "chronic" : "disabled";
    }
    return chance < 0.5 ? "disabled" : chance < 0.85 ? "serious" : "chronic";
  }
}
