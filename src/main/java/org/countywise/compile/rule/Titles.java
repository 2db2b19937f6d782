package org.countywise.compile.rule;

import org.countywise.compile.resolve.DefinitionIndex;
import org.countywise.compile.resolve.DefinitionPath;
import org.countywise.definition.Dataset;
import org.countywise.definition.Family;
import org.countywise.definition.Regions;

/**
 * Whatever people read has a name in both languages.
 *
 * <p>A title has English and Chinese text; grain, levels and units say something.
 */
final class Titles implements Rule {

  private static final String REMEDY = "write what people read in tables and charts";

  @Override
  public void check(DefinitionIndex definitionIndex, Problems problems) {
    for (Dataset dataset : definitionIndex.datasets().values()) {
      DefinitionPath definitionPath = DefinitionPath.dataset(dataset.dataset());
      problems.unsaid(definitionPath.at("title"), dataset.title(), REMEDY);
      problems.unsaid(definitionPath.at("grain"), dataset.grain(), REMEDY);
    }
    definitionIndex.families().values().forEach(family -> family(family, problems));
    Regions regions = definitionIndex.definitions().regions();
    if (regions != null) {
      DefinitionPath.REGIONS.each(
          "levels",
          regions.levels(),
          (at, level) -> problems.unsaid(at.at("title"), level.title(), REMEDY));
    }
    DefinitionPath.REGIONS.each(
        "groups",
        definitionIndex.groups(),
        (at, name, of) -> problems.unsaid(at.at("title"), of.title(), REMEDY));
  }

  private static void family(Family family, Problems problems) {
    DefinitionPath definitionPath = DefinitionPath.family(family.family());
    problems.unsaid(definitionPath.at("title"), family.title(), REMEDY);
    definitionPath.each(
        "measures",
        family.measures(),
        (at, name, of) -> problems.unsaid(at.at("unit"), of.unit(), REMEDY));
    definitionPath.each(
        "indicators",
        family.indicators(),
        (at, name, of) -> {
          problems.unsaid(at.at("title"), of.title(), REMEDY);
          problems.unsaid(at.at("unit"), of.unit(), REMEDY);
        });
    definitionPath.each(
        "balances",
        family.balances(),
        (at, name, of) -> problems.unsaid(at.at("title"), of.title(), REMEDY));
  }
}
