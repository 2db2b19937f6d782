package org.countywise.run;

import java.util.List;
import java.util.Map;
import java.util.Set;
import org.apache.spark.sql.Dataset;
import org.apache.spark.sql.Row;
import org.countywise.cube.Observation;
import org.countywise.cube.RegionPart;
import org.countywise.geography.Coverage;
import org.countywise.geography.Places;
import org.countywise.geography.TerritoryDelivery;
import org.countywise.report.Finding;

/**
 * The values of a run, and what is known of the regions they are of.
 *
 * @param rolled the values, and what they were made of
 * @param places the regions of the requested periods, with their groups
 * @param placeRows the same as rows, kept
 * @param coverage what was not delivered
 * @param territoryDelivery which units delivered whose territory
 * @param broken by period: regions whose territory changed
 * @param findings what is wrong with groups, regions, rejected rows and balances
 */
record Computed(
    Values.Rolled rolled,
    Places places,
    Dataset<Row> placeRows,
    Coverage coverage,
    TerritoryDelivery territoryDelivery,
    Map<String, Set<String>> broken,
    List<Finding> findings) {

  /** Of all regions: rows with the columns of the published table. */
  Dataset<Row> values() {
    return rolled.values();
  }

  /** Of units, of regions above them, and of levels that may be published. */
  List<Observation> open() {
    return rolled.open();
  }

  /** What the values were made of. */
  List<RegionPart> parts() {
    return rolled.parts();
  }
}
