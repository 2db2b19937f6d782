package org.countywise.compile.rule;

import java.util.List;
import org.countywise.compile.resolve.DefinitionIndex;
import org.countywise.compile.resolve.DefinitionPath;
import org.countywise.definition.Regions;
import org.countywise.definition.Title;

/** Whatever people read has a name in both languages. */
final class Titles implements Rule {

  @Override
  public String demand() {
    return "a title has English and Chinese text; grain, levels and units say something";
  }

  @Override
  public void check(DefinitionIndex definitionIndex, Problems problems) {
    definitionIndex
        .datasets()
        .values()
        .forEach(
            dataset -> {
              title(DefinitionPath.dataset(dataset.dataset()), dataset.title(), problems);
              said(
                  DefinitionPath.dataset(dataset.dataset()).at("grain"), dataset.grain(), problems);
            });
    definitionIndex
        .families()
        .values()
        .forEach(
            family -> {
              DefinitionPath definitionPath = DefinitionPath.family(family.family());
              title(definitionPath, family.title(), problems);
              family
                  .measures()
                  .forEach(
                      (name, of) ->
                          said(definitionPath.at("measures", name, "unit"), of.unit(), problems));
              family
                  .indicators()
                  .forEach(
                      (name, of) -> {
                        title(definitionPath.at("indicators", name), of.title(), problems);
                        said(definitionPath.at("indicators", name, "unit"), of.unit(), problems);
                      });
              family
                  .balances()
                  .forEach(
                      (name, of) ->
                          title(definitionPath.at("balances", name), of.title(), problems));
            });
    levels(definitionIndex, problems);
    definitionIndex
        .groups()
        .forEach(
            (name, of) -> title(DefinitionPath.REGIONS.at("groups", name), of.title(), problems));
  }

  private static void levels(DefinitionIndex definitionIndex, Problems problems) {
    Regions regions = definitionIndex.definitions().regions();
    List<Regions.Level> levels = regions == null ? List.of() : regions.levels();
    for (int i = 0; i < levels.size(); i++) {
      title(DefinitionPath.REGIONS.at("levels").item(i), levels.get(i).title(), problems);
    }
  }

  private static void title(DefinitionPath definitionPath, Title title, Problems problems) {
    said(definitionPath.at("title", "en"), title.en(), problems);
    said(definitionPath.at("title", "zh"), title.zh(), problems);
  }

  private static void said(DefinitionPath definitionPath, String text, Problems problems) {
    if (text == null || text.isBlank()) {
      problems.add(definitionPath, "no text", "write what people read in tables and charts");
    }
  }
}
