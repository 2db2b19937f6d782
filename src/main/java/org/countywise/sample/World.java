package org.countywise.sample;

import java.io.Serializable;
import java.util.List;

/**
 * Everything the tables of a sample are computed from: chance, land, people, and what happens to
 * them.
 */
record World(
    Sample.Settings settings,
    List<Place> places,
    Land land,
    Population population,
    Work work,
    Stories stories)
    implements Serializable {

  static World of(Sample.Settings settings) {
    Dice dice = new Dice(settings.seed());
    List<Place> places = Place.readAll();
    Land land = Land.of(settings, places, Population.households(settings.scale()));
    Work work = new Work(dice, new Workplaces(dice, places));
    Population population = new Population(dice);
    Stories stories = Stories.of(land, population, dice);
    return new World(settings, places, land, population, work, stories);
  }

  Dice dice() {
    return new Dice(settings.seed());
  }

  Industry industry() {
    return new Industry(dice());
  }

  Assistance assistance() {
    return new Assistance(dice(), answers());
  }

  Accounts accounts() {
    return new Accounts(dice(), population, work, industry());
  }

  Alerts alerts() {
    return new Alerts(this);
  }

  Answers answers() {
    return new Answers(this);
  }

  /** Households of every kind. */
  long households() {
    return Population.households(settings.scale());
  }

  int firstMonth() {
    return Month.of(settings.from()).ordinal();
  }

  Monitoring monitoring() {
    return new Monitoring(dice());
  }

  /** All tables with a period and rows by village, stories told, in the order of the contract. */
  List<Table> tables() {
    return List.of(
            new RegistryTables(this).tables(),
            new WorkTables(this).tables(),
            new IndustryTables(this).tables(),
            new AccountTables(this).tables(),
            new SupervisionTables(this).tables(),
            new MonitoringTables(this).tables())
        .stream()
        .flatMap(List::stream)
        .map(stories::retold)
        .toList();
  }
}
