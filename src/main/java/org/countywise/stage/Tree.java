package org.countywise.stage;

import static org.apache.spark.sql.functions.coalesce;
import static org.apache.spark.sql.functions.concat;
import static org.apache.spark.sql.functions.last_day;
import static org.apache.spark.sql.functions.length;
import static org.apache.spark.sql.functions.lit;
import static org.apache.spark.sql.functions.substring;
import static org.apache.spark.sql.functions.to_date;
import static org.apache.spark.sql.functions.when;

import java.util.List;
import org.apache.spark.sql.Column;
import org.apache.spark.sql.Dataset;
import org.apache.spark.sql.Row;
import org.countywise.plan.Territory;
import org.countywise.table.Field;
import org.countywise.table.Regions;

/**
 * The region tree of each period.
 *
 * <p>Out: {@link Regions} in order: period, region, level, parent, unit, names.
 */
public record Tree(Territory territory) {
  private static final String ABOVE = "_above";

  /**
   * From the roster: the regions valid on the last day of each period.
   *
   * @param roster settled rows of the roster dataset
   * @param periods {@link Regions#PERIOD}
   */
  public Dataset<Row> fromRoster(Dataset<Row> roster, Dataset<Row> periods) {
    Territory.Roster names = territory.roster();
    Column day = last_day(to_date(concat(Regions.PERIOD.column(), lit("-01"))));
    Column until = Field.declared(names.to());
    Column valid = Field.declared(names.from()).leq(day).and(until.isNull().or(until.gt(day)));
    Column parent = Field.declared(names.parent());
    Column top = Field.declared(names.level()).equalTo(territory.levels().get(1).name());
    Dataset<Row> regions =
        periods
            .crossJoin(roster.drop(Regions.PERIOD.name()))
            .filter(valid)
            .select(
                Regions.PERIOD.column(),
                Field.declared(names.code()).as(Regions.REGION.name()),
                Field.declared(names.level()).as(Regions.LEVEL.name()),
                when(top, coalesce(parent, lit(territory.top())))
                    .otherwise(parent)
                    .as(Regions.PARENT.name()),
                Field.declared(names.name()).as(Regions.NAME_ZH.name()),
                Field.declared(names.nameEn()).as(Regions.NAME_EN.name()));
    return withUnits(regions).unionByName(top(periods)).distinct();
  }

  /**
   * From codes alone: each code and the leading digits that are its parents.
   *
   * @param codes {@link Regions#PERIOD}, {@link Regions#REGION}, any number of times
   */
  public Dataset<Row> fromCodes(Dataset<Row> codes) {
    Dataset<Row> regions =
        territory.levels().subList(1, territory.levels().size()).stream()
            .map(level -> leading(codes, level))
            .reduce(Dataset::unionByName)
            .orElseThrow();
    return regions.unionByName(top(codes)).distinct();
  }

  private Dataset<Row> leading(Dataset<Row> codes, Territory.Level level) {
    Column code = Regions.REGION.column();
    int above = territory.levels().get(territory.levels().indexOf(level) - 1).digits();
    Column parent = above == 0 ? lit(territory.top()) : substring(code, 1, above);
    Column unit =
        level.digits() < territory.unitDigits()
            ? lit(null)
            : substring(code, 1, territory.unitDigits());
    return codes
        .filter(length(code).geq(level.digits()).and(code.notEqual(territory.top())))
        .select(
            Regions.PERIOD.column(),
            substring(code, 1, level.digits()).as(Regions.REGION.name()),
            lit(level.name()).as(Regions.LEVEL.name()),
            parent.as(Regions.PARENT.name()),
            lit(null).cast("string").as(Regions.NAME_ZH.name()),
            lit(null).cast("string").as(Regions.NAME_EN.name()),
            unit.cast("string").as(Regions.UNIT.name()));
  }

  private Dataset<Row> top(Dataset<Row> periods) {
    Column none = lit(null).cast("string");
    return periods
        .select(
            Regions.PERIOD.column(),
            lit(territory.top()).as(Regions.REGION.name()),
            lit(territory.levels().get(0).name()).as(Regions.LEVEL.name()),
            none.as(Regions.PARENT.name()),
            none.as(Regions.NAME_ZH.name()),
            none.as(Regions.NAME_EN.name()),
            none.as(Regions.UNIT.name()))
        .distinct();
  }

  private Dataset<Row> withUnits(Dataset<Row> regions) {
    List<Territory.Level> levels = territory.levels();
    Dataset<Row> known = null;
    Dataset<Row> above = null;
    for (Territory.Level level : levels.subList(1, levels.size())) {
      Dataset<Row> here = regions.filter(Regions.LEVEL.column().equalTo(level.name()));
      if (level.digits() < territory.unitDigits()) {
        above = here.withColumn(Regions.UNIT.name(), lit(null).cast("string"));
      } else if (level.name().equals(territory.unit())) {
        above = here.withColumn(Regions.UNIT.name(), Regions.REGION.column());
      } else {
        above = below(here, above);
      }
      known = known == null ? above : known.unionByName(above);
    }
    return known;
  }

  private static Dataset<Row> below(Dataset<Row> here, Dataset<Row> above) {
    Dataset<Row> parents =
        above.select(
            Regions.PERIOD.column().as("_period"),
            Regions.REGION.column().as(ABOVE),
            Regions.UNIT.column());
    return here.join(
            parents,
            Regions.PERIOD
                .column()
                .equalTo(Field.declared("_period"))
                .and(Regions.PARENT.column().equalTo(Field.declared(ABOVE))))
        .drop("_period", ABOVE);
  }
}
