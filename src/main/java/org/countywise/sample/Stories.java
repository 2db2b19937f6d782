package org.countywise.sample;

import java.util.List;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.countywise.parquet.Row;

/**
 * What the sample tells at every scale instead of leaving it to chance: four stories of a household
 * or a village, each in its own class, and two counties with a known figure.
 */
record Stories(
    KidneyDisease kidneyDisease,
    SchoolBehindSchedule school,
    WorkshopDownstairs workshop,
    BusToWork bus) {

  /** Leye: 88 villages, all with informants, 188 of the three levels, at every scale. */
  static final String WATCHED = "451028";

  /** Sanjiang: every registered household is covered by industry in every month; no other is. */
  static final String COVERED = "450226";

  /** Finds people and places for the stories; each county named is where the search begins. */
  static Stories of(VillageGrid villageGrid, Population population, SeededDraw draw) {
    Family.Search search = new Family.Search(villageGrid, population, draw);
    return new Stories(
        new KidneyDisease(search.from("520526")),
        new SchoolBehindSchedule(villageGrid.villagesFrom("640422").findFirst().orElseThrow()),
        new WorkshopDownstairs(search.from("530627")),
        new BusToWork(search.from("532627")));
  }

  /** The table with the rows of the stories in place of the drawn ones. */
  Table retold(Table table) {
    return new Table(
        table.name(),
        table.columns(),
        table.pace(),
        (community, month) -> {
          Stream<Row> rows = table.rows().of(community, month);
          for (Story story : all()) {
            if (story.village().index() == community.village().index()) {
              rows = story.tell(table.name(), month, rows);
            }
          }
          return rows;
        });
  }

  /** The stories as a list in Markdown. */
  String summary() {
    return all().stream().map(story -> "- " + story.summary()).collect(Collectors.joining("\n"));
  }

  /** The villages they happen in. */
  Stream<Village> villages() {
    return all().stream().map(Story::village);
  }

  private List<Story> all() {
    return List.of(kidneyDisease, school, workshop, bus);
  }
}
