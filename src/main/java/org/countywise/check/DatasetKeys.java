package org.countywise.check;

import java.util.HashSet;
import org.countywise.definition.Dataset;

/** A key is there, of declared columns that are always known. */
final class DatasetKeys implements Rule {

  @Override
  public String demand() {
    return "a dataset has a key of declared columns that are not optional";
  }

  @Override
  public void check(Jobs jobs, Problems problems) {
    for (Dataset dataset : jobs.datasets().values()) {
      Spot spot = Spot.dataset(dataset.dataset()).at("key");
      if (dataset.key().isEmpty()) {
        problems.add(spot, "a dataset without a key", "name the columns that tell its rows apart");
      }
      if (new HashSet<>(dataset.key()).size() < dataset.key().size()) {
        problems.add(spot, "a column occurs twice in the key", "name it once");
      }
      for (int i = 0; i < dataset.key().size(); i++) {
        check(spot.item(i), dataset, dataset.key().get(i), problems);
      }
    }
  }

  private static void check(Spot spot, Dataset dataset, String name, Problems problems) {
    Dataset.Column column = dataset.columns().get(name);
    if (column == null) {
      problems.add(spot, Nearest.unknown("column", "columns", name, dataset.columns().keySet()));
    } else if (Boolean.TRUE.equals(column.optional())) {
      problems.add(
          spot,
          "the key column '" + name + "' is optional",
          "a key is always known: drop 'optional: true' of the column or choose another key");
    }
  }
}
