package org.countywise.run;

import static org.apache.spark.sql.functions.broadcast;
import static org.apache.spark.sql.functions.lit;
import static org.apache.spark.sql.functions.not;

import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import org.apache.spark.sql.Column;
import org.apache.spark.sql.Dataset;
import org.apache.spark.sql.Row;
import org.apache.spark.sql.RowFactory;
import org.apache.spark.sql.SparkSession;
import org.countywise.plan.Derivation;
import org.countywise.plan.Distribution;
import org.countywise.plan.Plan;
import org.countywise.stage.Break;
import org.countywise.stage.Derive;
import org.countywise.stage.Distribute;
import org.countywise.stage.Grid;
import org.countywise.stage.Incomplete;
import org.countywise.stage.Place;
import org.countywise.stage.Publish;
import org.countywise.stage.RollUp;
import org.countywise.stage.Spread;
import org.countywise.stage.Stage;
import org.countywise.stage.Whole;
import org.countywise.table.Field;
import org.countywise.table.Parts;
import org.countywise.table.Regions;

/**
 * From measures to published rows: derives in the lowest regions, adds up, judges the status.
 *
 * @param places the regions of the requested periods, with their groups, kept
 * @param moves regions of months that lie elsewhere in a period; null for none
 * @param broken regions that are no longer the territory they were; null for none
 * @param combined cells of measures made of others, kept; null where there are none
 */
record Values(
    SparkSession spark,
    Calendar calendar,
    Dataset<Row> places,
    Reliability reliability,
    Dataset<Row> combined,
    Dataset<Row> moves,
    Dataset<Row> broken) {
  /**
   * What was published and what it was made of.
   *
   * @param parts kept; holds the gaps between published totals and their parts, and under the empty
   *     code what lies in no region of the period
   */
  record Rolled(Dataset<Row> values, Dataset<Row> parts) {}

  /**
   * All published rows.
   *
   * @param cells measures of every month needed
   * @param records of the statistics that are computed from them in every region
   */
  Rolled publish(Dataset<Row> cells, Map<Distribution, Dataset<Row>> records, String release) {
    Dataset<Row> added = added(cells, grid(not(isStatistic())));
    Dataset<Row> rolled =
        Kept.rows(whole(records.isEmpty() ? added : added.unionByName(statistics(records))));
    Dataset<Row> known = rolled.filter(Regions.REGION.column().notEqual("").and(exists()));
    return new Rolled(
        new Publish(indicators(), coverage().table(spark), reliability.table(spark), release)
            .then(new Break(broken))
            .apply(known),
        rolled);
  }

  private Dataset<Row> added(Dataset<Row> cells, Dataset<Row> grid) {
    Plan plan = calendar.plan();
    int digits = plan.territory().unitDigits();
    Dataset<Row> parts =
        new Derive(calendar.terms(spark), moves, digits)
            .then(new Place(places, digits))
            .apply(cells);
    Dataset<Row> incomplete = incomplete();
    return plan.hasTotals()
        ? new Climb(plan.territory(), places, incomplete).apply(parts, grid)
        : new RollUp().apply(new Spread(incomplete).apply(parts).unionByName(grid));
  }

  private Dataset<Row> whole(Dataset<Row> rolled) {
    List<String> shares =
        calendar.plan().indicators().stream()
            .filter(Derivation::wholeDenominator)
            .map(Derivation::indicator)
            .toList();
    return new Whole(shares).apply(rolled);
  }

  private Coverage coverage() {
    return reliability.coverage();
  }

  /** Units that leave the regions above: they lack data, or a part of a quotient is not known. */
  private Dataset<Row> incomplete() {
    Dataset<Row> lacking = coverage().incomplete(spark);
    if (combined == null) {
      return lacking;
    }
    Object[] quotients =
        calendar.plan().indicators().stream()
            .filter(Derivation::ratio)
            .map(Derivation::indicator)
            .toArray();
    Dataset<Row> terms = calendar.terms(spark).filter(Parts.INDICATOR.column().isin(quotients));
    return lacking.union(new Incomplete(terms).apply(combined)).distinct();
  }

  private Dataset<Row> statistics(Map<Distribution, Dataset<Row>> records) {
    Stage spread =
        new Place(places, calendar.plan().territory().unitDigits())
            .then(new Spread(coverage().incomplete(spark)));
    Dataset<Row> parts = Distribute.ofNothing(grid(isStatistic()));
    for (var of : records.entrySet()) {
      parts = parts.unionByName(spread.then(new Distribute(of.getKey())).apply(of.getValue()));
    }
    return new RollUp().apply(parts);
  }

  private Column isStatistic() {
    Object[] ids = calendar.plan().distributions().stream().map(d -> d.indicator()).toArray();
    return Parts.INDICATOR.column().isin(ids);
  }

  private Dataset<Row> grid(Column indicators) {
    return new Grid(withTotal().filter(indicators)).apply(regions());
  }

  /** False for an indicator in a region below the lowest level it exists in. */
  private Column exists() {
    Column exists = lit(true);
    for (Derivation derivation : calendar.plan().indicators()) {
      List<String> below = calendar.plan().territory().below(derivation.lowest());
      if (!below.isEmpty()) {
        Column here = Parts.INDICATOR.column().equalTo(derivation.indicator());
        exists = exists.and(not(here.and(Regions.LEVEL.column().isin(below.toArray()))));
      }
    }
    return exists;
  }

  /** Regions that are expected to have values: expected units, what lies in them and above. */
  private Dataset<Row> regions() {
    Column[] columns = Field.columns(Regions.PERIOD, Regions.REGION, Regions.LEVEL, Regions.UNIT);
    Dataset<Row> below =
        places.join(
            broadcast(coverage().expected(spark)),
            Field.names(Regions.PERIOD, Regions.UNIT),
            "left_semi");
    return below.select(columns).unionByName(coverage().above(spark).select(columns));
  }

  private Dataset<Row> withTotal() {
    List<Row> rows = new ArrayList<>();
    calendar.plan().indicators().stream()
        .filter(Derivation::total)
        .forEach(i -> rows.add(RowFactory.create(i.indicator())));
    return spark.createDataFrame(rows, Field.schema(Parts.INDICATOR));
  }

  private Dataset<Row> indicators() {
    List<Row> rows =
        calendar.plan().indicators().stream()
            .map(i -> RowFactory.create(i.indicator(), i.factor().doubleValue(), i.ratio()))
            .toList();
    return spark.createDataFrame(rows, Field.schema(Parts.INDICATOR, Parts.FACTOR, Parts.RATIO));
  }
}
