package org.countywise.sample;

import java.io.Serializable;
import java.util.List;

/**
 * Everything the tables of a sample are computed from: chance, land, people, and what happens to
 * them.
 */
record SyntheticPopulation(
    Sample.Settings settings,
    List<Place> places,
    VillageGrid villageGrid,
    Population population,
    Work work,
    Stories stories)
    implements Serializable {

  static SyntheticPopulation of(Sample.Settings settings) {
    SeededDraw seededDraw = new SeededDraw(settings.seed());
    List<Place> places = Place.readAll();
    VillageGrid villageGrid =
        VillageGrid.of(settings, places, Population.households(settings.scale()));
    Work work = new Work(seededDraw, new Workplaces(seededDraw, places));
    Population population = new Population(seededDraw);
    Stories stories = Stories.of(villageGrid, population, seededDraw);
    return new SyntheticPopulation(settings, places, villageGrid, population, work, stories);
  }

  SeededDraw seededDraw() {
    return new SeededDraw(settings.seed());
  }

  Industry industry() {
    return new Industry(seededDraw());
  }

  Assistance assistance() {
    return new Assistance(seededDraw(), answers());
  }

  Accounts accounts() {
    return new Accounts(seededDraw(), population, work, industry());
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
    return new Monitoring(seededDraw());
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
