package org.countywise.sample;

import java.io.Serializable;
import java.util.List;
import java.util.stream.Stream;
import org.apache.spark.sql.Row;
import org.apache.spark.sql.RowFactory;

/** The household registry: villages, households, persons. */
final class RegistryTables implements Serializable {
  private static final long serialVersionUID = 1L;

  private static final Choice CAUSES =
      Choice.of(
          "illness 30, labour 15, funds 14, technology 13, education 7, disability 7, transport 4,"
              + " motivation 3, land 2, water 2, disaster 2, other 1");

  private final SyntheticPopulation syntheticPopulation;

  RegistryTables(SyntheticPopulation syntheticPopulation) {
    this.syntheticPopulation = syntheticPopulation;
  }

  List<Table> tables() {
    return List.of(
        new Table(
            "village",
            "village_code STRING NOT NULL, rural_households INT NOT NULL,"
                + " rural_persons INT NOT NULL",
            0.004,
            this::villages),
        new Table(
            "household",
            "household_id BIGINT NOT NULL, village_code STRING NOT NULL,"
                + " registration STRING NOT NULL, registered_on DATE, exited_on DATE,"
                + " persons INT NOT NULL, main_cause STRING, monitored_class STRING,"
                + " monitored_on DATE",
            1,
            this::households),
        new Table(
            "person",
            "person_id BIGINT NOT NULL, household_id BIGINT NOT NULL,"
                + " village_code STRING NOT NULL, birth_year INT NOT NULL, sex STRING NOT NULL,"
                + " labour_capacity STRING NOT NULL, schooling STRING NOT NULL,"
                + " health STRING NOT NULL, insured BOOLEAN NOT NULL",
            4,
            this::persons));
  }

  private Stream<Row> villages(Village village, Month month) {
    long households = village.endHousehold() - village.firstHousehold();
    long persons =
        syntheticPopulation.population().persons(village.firstHousehold(), village.endHousehold());
    double others = 1.6 + 1.8 * syntheticPopulation.seededDraw().at(village.index(), "others");
    long more = Math.round(households * others);
    return Stream.of(
        RowFactory.create(
            village.code(), (int) (households + more), (int) (persons + Math.round(more * 3.8))));
  }

  private Stream<Row> households(Village village, Month month) {
    return syntheticPopulation
        .population()
        .householdsOf(village)
        .map(
            h ->
                RowFactory.create(
                    h.id(),
                    village.code(),
                    h.registration(month),
                    h.isRegistered() ? Month.of(2014 * 12).day(chance(h, "registered")) : null,
                    month.known(h.exitedOn()),
                    h.size(),
                    cause(h),
                    syntheticPopulation.monitoring().classOf(h, month),
                    month.known(syntheticPopulation.monitoring().identifiedOn(h))));
  }

  private String cause(Household household) {
    return household.isGeneral() || chance(household, "no cause") < 0.01
        ? null
        : CAUSES.pick(chance(household, "cause"));
  }

  private double chance(Household household, String purpose) {
    return syntheticPopulation.seededDraw().at(household.id(), purpose);
  }

  private Stream<Row> persons(Village village, Month month) {
    return syntheticPopulation
        .population()
        .householdsOf(village)
        .flatMap(syntheticPopulation.population()::personsOf)
        .map(
            p ->
                RowFactory.create(
                    p.id(),
                    p.household().id(),
                    village.code(),
                    p.birthYear(),
                    sex(p),
                    capacity(p),
                    schooling(p, month),
                    health(p),
                    syntheticPopulation.seededDraw().at(p.id(), "insured") < 0.996));
  }

  /** The first two of a household are a couple; otherwise chance. */
  private String sex(Person person) {
    boolean headFemale = chance(person.household(), "head sex") < 0.14;
    return switch (person.slot()) {
      case 0 -> headFemale ? "female" : "male";
      case 1 -> headFemale ? "male" : "female";
      default -> syntheticPopulation.seededDraw().at(person.id(), "sex") < 0.48 ? "female" : "male";
    };
  }

  private String capacity(Person person) {
    if (!person.isLabourer()) {
      return "none";
    }
    double weak = person.work() > 0.9 ? 0.5 : 0.06;
    double chance = syntheticPopulation.seededDraw().at(person.id(), "capacity");
    if (chance < weak) {
      return "weak";
    }
    return chance < 0.88 ? "ordinary" : "skilled";
  }

  private String schooling(Person person, Month month) {
    int age = person.ageIn(month.year());
    double chance = syntheticPopulation.seededDraw().at(person.id(), "schooling");
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
    double chance = syntheticPopulation.seededDraw().at(person.id(), "health");
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
