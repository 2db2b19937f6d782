package org.countywise.compile.rule;

import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;
import org.countywise.compile.resolve.DefinitionIndex;
import org.countywise.compile.resolve.DefinitionIndex.Kind;
import org.countywise.compile.resolve.DefinitionPath;
import org.countywise.definition.Dataset;
import org.countywise.definition.Regions;

/**
 * Levels nest by the length of their codes; roster and groups are reference data.
 *
 * <p>The top level has a code and no digits, every level below has more digits than the one above;
 * below a restricted level all are; roster and groups name columns of reference data.
 */
final class RegionScheme implements Rule {

  @Override
  public void check(DefinitionIndex definitionIndex, Problems problems) {
    Regions regions = definitionIndex.definitions().regions();
    if (regions == null) {
      return;
    }
    levels(regions.levels(), problems);
    if (regions.roster() != null) {
      roster(regions.roster(), definitionIndex, problems);
    }
    regions
        .groups()
        .forEach(
            (name, group) ->
                column(
                    DefinitionPath.REGIONS.at("groups", name),
                    new Named(group.dataset(), Map.of("code", group.code())),
                    definitionIndex,
                    problems));
  }

  private static void levels(List<Regions.Level> levels, Problems problems) {
    if (levels.isEmpty()) {
      problems.add(
          DefinitionPath.REGIONS.at("levels"),
          "no level of regions",
          "list them from the top, such as {level: nation, code: CN, title: {en: …, zh: …}}");
    }
    Set<String> names = new HashSet<>();
    for (int i = 0; i < levels.size(); i++) {
      Regions.Level level = levels.get(i);
      DefinitionPath definitionPath = DefinitionPath.REGIONS.at("levels").item(i);
      if (!names.add(level.level())) {
        problems.add(
            definitionPath.at("level"),
            "the level '" + level.level() + "' occurs twice",
            "name it once");
      }
      if (i == 0) {
        top(definitionPath, level, problems);
      } else {
        below(definitionPath, levels.get(i - 1), level, problems);
      }
    }
  }

  private static void top(DefinitionPath definitionPath, Regions.Level level, Problems problems) {
    if (level.code() == null || level.digits() != null) {
      problems.add(
          definitionPath,
          "the top level '" + level.level() + "' needs a code and no digits",
          "write the one code of the top region, such as CN, and leave 'digits' out");
    }
  }

  private static void below(
      DefinitionPath definitionPath, Regions.Level above, Regions.Level level, Problems problems) {
    int least = above.digits() == null ? 0 : above.digits();
    if (level.digits() == null || level.code() != null) {
      problems.add(
          definitionPath,
          "the level '" + level.level() + "' needs digits and no code",
          "write the length of its codes; only the top level has one code");
    } else if (level.digits() <= least) {
      problems.add(
          definitionPath.at("digits"),
          level.digits() + " digits are not more than those of the level above",
          "list levels from the top to the bottom");
    }
    if (Boolean.TRUE.equals(above.restricted()) && !Boolean.TRUE.equals(level.restricted())) {
      problems.add(
          definitionPath,
          "the level '" + level.level() + "' is published and the one above it is not",
          "write 'restricted: true' below a restricted level");
    }
  }

  private static void roster(
      Regions.Roster roster, DefinitionIndex definitionIndex, Problems problems) {
    Map<String, String> columns =
        Map.of(
            "code", roster.code(),
            "level", roster.level(),
            "parent", roster.parent(),
            "name", roster.name(),
            "name_en", roster.nameEn(),
            "from", roster.from(),
            "to", roster.to());
    column(
        DefinitionPath.REGIONS.at("roster"),
        new Named(roster.dataset(), columns),
        definitionIndex,
        problems);
  }

  /** A dataset and its columns by the key that names them. */
  record Named(String dataset, Map<String, String> columns) {}

  static void column(
      DefinitionPath definitionPath,
      Named named,
      DefinitionIndex definitionIndex,
      Problems problems) {
    Dataset dataset = definitionIndex.dataset(named.dataset()).orElse(null);
    if (dataset == null) {
      problems.add(
          definitionPath.at("dataset"), definitionIndex.unknown(Kind.DATASET, named.dataset()));
      return;
    }
    if (dataset.hasPeriods()) {
      problems.add(
          definitionPath.at("dataset"),
          named.dataset() + " is no reference data",
          "regions are known by reference data: name one, or let its kind be reference");
    }
    named
        .columns()
        .forEach(
            (key, column) -> {
              String type = List.of("from", "to", "on").contains(key) ? "date" : "string";
              Columns.flaw(dataset, column, type)
                  .ifPresent(diagnostic -> problems.add(definitionPath.at(key), diagnostic));
            });
  }
}
