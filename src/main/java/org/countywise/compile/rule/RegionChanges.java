package org.countywise.compile.rule;

import java.util.List;
import java.util.Map;
import org.countywise.compile.resolve.DefinitionIndex;
import org.countywise.compile.resolve.DefinitionPath;
import org.countywise.definition.Dataset;
import org.countywise.definition.Regions;

/**
 * Changes of codes are reference data beside a roster, and their kinds are a closed list.
 *
 * <p>Changes of codes stand beside a roster and name columns of reference data; the kinds that
 * break a series are values of the kind's closed list.
 */
final class RegionChanges implements Rule {

  @Override
  public void check(DefinitionIndex definitionIndex, Problems problems) {
    Regions regions = definitionIndex.definitions().regions();
    if (regions == null || regions.changes() == null) {
      return;
    }
    Regions.Changes changes = regions.changes();
    DefinitionPath definitionPath = DefinitionPath.REGIONS.at("changes");
    if (regions.roster() == null) {
      problems.add(
          definitionPath,
          "changes of codes without a roster",
          "name the roster that says which code holds on which day, or leave the changes out");
    }
    Map<String, String> columns =
        Map.of(
            "old", changes.old(),
            "next", changes.next(),
            "on", changes.on(),
            "kind", changes.kind());
    RegionScheme.column(
        definitionPath,
        new RegionScheme.Named(changes.dataset(), columns),
        definitionIndex,
        problems);
    definitionIndex
        .dataset(changes.dataset())
        .map(dataset -> dataset.columns().get(changes.kind()))
        .ifPresent(kind -> kinds(definitionPath, changes, kind, problems));
  }

  private static void kinds(
      DefinitionPath definitionPath,
      Regions.Changes changes,
      Dataset.Column kind,
      Problems problems) {
    List<String> known = kind.values();
    definitionPath.each(
        "breaks",
        changes.breaks(),
        (at, name) -> {
          problems.unlessKnown(at, "kind", name, known);
        });
  }
}
