package org.countywise.sample;

import java.util.List;
import java.util.stream.IntStream;
import java.util.stream.Stream;

/**
 * Everything the tables of a sample are computed from: chance, land, people, and what happens to
 * them.
 */
record SyntheticPopulation(
    Sample.Settings settings,
    SeededDraw draw,
    List<Place> places,
    VillageGrid villageGrid,
    Population population,
    Work work,
    Stories stories) {

  static SyntheticPopulation of(Sample.Settings settings) {
    SeededDraw draw = new SeededDraw(settings.seed());
    List<Place> places = Place.readAll();
    VillageGrid villageGrid =
        VillageGrid.of(settings, places, Population.households(settings.scale()));
    Population population = new Population(draw);
    return new SyntheticPopulation(
        settings,
        draw,
        places,
        villageGrid,
        population,
        new Work(draw, new Workplaces(draw, places)),
        Stories.of(villageGrid, population, draw));
  }

  Industry industry() {
    return new Industry(draw);
  }

  Assistance assistance() {
    return new Assistance(draw, firstMonth());
  }

  Accounts accounts() {
    return new Accounts(draw);
  }

  Alerts alerts() {
    return new Alerts(draw, accounts(), firstMonth());
  }

  Answers answers() {
    return new Answers(draw, alerts());
  }

  Monitoring monitoring() {
    return new Monitoring(draw);
  }

  /** Households of every kind. */
  long households() {
    return Population.households(settings.scale());
  }

  List<Month> months() {
    return IntStream.range(0, settings.months())
        .mapToObj(i -> Month.of(firstMonth().ordinal() + i))
        .toList();
  }

  private Month firstMonth() {
    return Month.of(settings.from());
  }

  /** The villages from an index up to another, which is excluded. */
  Stream<Village> villages(int from, int to) {
    return IntStream.range(from, to).mapToObj(villageGrid::village);
  }

  Community community(Village village) {
    return new Community(
        village,
        population
            .householdsOf(village)
            .map(household -> new HouseholdHistory(this, household))
            .toList());
  }

  /** Whether a table has the same rows in two months. */
  boolean isSame(Table table, Month month, Month other) {
    return table.pace() == Table.Pace.YEARLY
        && month.year() == other.year()
        && stories
            .villages()
            .map(this::community)
            .allMatch(
                community ->
                    table
                        .rows()
                        .of(community, month)
                        .toList()
                        .equals(table.rows().of(community, other).toList()));
  }

  /** All tables with a period and rows by village, stories told, in the order of the contract. */
  List<Table> tables() {
    return Stream.of(
            new RegistryTables(this).tables(),
            new WorkTables(this).tables(),
            new IndustryTables(this).tables(),
            new SupervisionTables(this).tables(),
            new MonitoringTables(this).tables())
        .flatMap(List::stream)
        .map(stories::retold)
        .toList();
  }
}
