package org.countywise.check;

import java.util.List;
import org.countywise.definition.Regions;
import org.countywise.definition.Title;

/** Whatever people read has a name in both languages. */
final class Titles implements Rule {

  @Override
  public String demand() {
    return "a title has English and Chinese text; grain, levels and units say something";
  }

  @Override
  public void check(Jobs jobs, Problems problems) {
    jobs.datasets()
        .values()
        .forEach(
            dataset -> {
              title(Spot.dataset(dataset.dataset()), dataset.title(), problems);
              said(Spot.dataset(dataset.dataset()).at("grain"), dataset.grain(), problems);
            });
    jobs.families()
        .values()
        .forEach(
            family -> {
              Spot spot = Spot.family(family.family());
              title(spot, family.title(), problems);
              family
                  .measures()
                  .forEach(
                      (name, of) -> said(spot.at("measures", name, "unit"), of.unit(), problems));
              family
                  .indicators()
                  .forEach(
                      (name, of) -> {
                        title(spot.at("indicators", name), of.title(), problems);
                        said(spot.at("indicators", name, "unit"), of.unit(), problems);
                      });
              family
                  .balances()
                  .forEach((name, of) -> title(spot.at("balances", name), of.title(), problems));
            });
    levels(jobs, problems);
    jobs.groups()
        .forEach((name, of) -> title(Spot.REGIONS.at("groups", name), of.title(), problems));
  }

  private static void levels(Jobs jobs, Problems problems) {
    Regions regions = jobs.definitions().regions();
    List<Regions.Level> levels = regions == null ? List.of() : regions.levels();
    for (int i = 0; i < levels.size(); i++) {
      title(Spot.REGIONS.at("levels").item(i), levels.get(i).title(), problems);
    }
  }

  private static void title(Spot spot, Title title, Problems problems) {
    said(spot.at("title", "en"), title.en(), problems);
    said(spot.at("title", "zh"), title.zh(), problems);
  }

  private static void said(Spot spot, String text, Problems problems) {
    if (text == null || text.isBlank()) {
      problems.add(spot, "no text", "write what people read in tables and charts");
    }
  }
}
