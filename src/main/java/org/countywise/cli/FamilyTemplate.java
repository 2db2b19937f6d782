package org.countywise.cli;

import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.stream.IntStream;
import org.countywise.definition.Dataset;
import org.countywise.definition.Definitions;
import org.countywise.definition.Regions;
import org.countywise.report.TextTemplate;

/**
 * A new family that counts the rows of one dataset, with an example that holds.
 *
 * @param schema whether the folder has schemas for editors
 * @param rows rows of the example, two in one unit and one in another
 * @param unitCode the unit with two of them
 */
public record FamilyTemplate(
    String family,
    String title,
    boolean schema,
    String dataset,
    String measure,
    String unit,
    List<String> rows,
    String level,
    String unitCode,
    String top) {
  private static final String PLACE = "110101";
  private static final String OTHER_PLACE = "120101";

  /**
   * A family of a name, over the first dataset whose rows say themselves where they lie.
   *
   * @throws UsageException when there is no such dataset
   */
  static FamilyTemplate of(String name, Definitions definitions, boolean schema) {
    Dataset dataset =
        definitions.datasets().values().stream()
            .filter(FamilyTemplate::standsAlone)
            .findFirst()
            .orElseThrow(
                () ->
                    new UsageException(
                        "no dataset can be counted by itself: each points to rows of others or lies"
                            + " in no region; write the family by hand, as jobs/README.md shows"));
    Regions regions = definitions.regions();
    String unit = definitions.delivery().unit();
    int codes = digits(regions, dataset.level() == null ? lowest(regions) : dataset.level());
    String words = name.replace('-', ' ');
    return new FamilyTemplate(
        name,
        words.substring(0, 1).toUpperCase(Locale.ROOT) + words.substring(1),
        schema,
        dataset.dataset(),
        measure(name),
        dataset.dataset() + "s",
        IntStream.rangeClosed(1, 3)
            .mapToObj(id -> row(dataset, id, code(id < 3 ? PLACE : OTHER_PLACE, codes)))
            .toList(),
        unit,
        code(PLACE, digits(regions, unit)),
        regions.levels().get(0).code());
  }

  /** The one measure, and the one indicator, of a new family. */
  static String measure(String family) {
    return family.replace('-', '_') + "_count";
  }

  private static boolean standsAlone(Dataset dataset) {
    return dataset.kind() == Dataset.Kind.SNAPSHOT
        && dataset.files() != null
        && dataset.period() == null
        && dataset.hasKey()
        && dataset.region() != null
        && dataset.columns().containsKey(dataset.region())
        && dataset.references().values().stream()
            .noneMatch(reference -> reference.missing() == Dataset.Missing.REJECT);
  }

  private static String lowest(Regions regions) {
    return regions.levels().get(regions.levels().size() - 1).level();
  }

  private static int digits(Regions regions, String level) {
    return regions.levels().stream()
        .filter(of -> of.level().equals(level))
        .findFirst()
        .map(Regions.Level::digits)
        .orElse(PLACE.length());
  }

  private static String code(String place, int digits) {
    return (place + "001".repeat(Math.max(1, digits / 3))).substring(0, digits);
  }

  private static String row(Dataset dataset, int id, String code) {
    List<String> cells = new ArrayList<>();
    for (String key : dataset.keyColumns()) {
      if (!key.equals(dataset.region())) {
        boolean text = dataset.columns().get(key).type().equals("string");
        cells.add(key + ": " + (text ? "'" + id + "'" : String.valueOf(id)));
      }
    }
    cells.add(dataset.region() + ": '" + code + "'");
    return String.join(", ", cells);
  }

  /** The text of the file. */
  String text() {
    return TextTemplate.of("family.yaml").text(this);
  }
}
