package org.countywise.rows;

import static org.apache.spark.sql.functions.array;
import static org.apache.spark.sql.functions.array_contains;
import static org.apache.spark.sql.functions.broadcast;
import static org.apache.spark.sql.functions.coalesce;
import static org.apache.spark.sql.functions.concat;
import static org.apache.spark.sql.functions.count;
import static org.apache.spark.sql.functions.element_at;
import static org.apache.spark.sql.functions.filter;
import static org.apache.spark.sql.functions.length;
import static org.apache.spark.sql.functions.lit;
import static org.apache.spark.sql.functions.max;
import static org.apache.spark.sql.functions.min;
import static org.apache.spark.sql.functions.not;
import static org.apache.spark.sql.functions.struct;
import static org.apache.spark.sql.functions.substring;
import static org.apache.spark.sql.functions.transform;
import static org.apache.spark.sql.functions.try_element_at;
import static org.apache.spark.sql.functions.when;

import java.util.ArrayList;
import java.util.List;
import org.apache.spark.sql.Column;
import org.apache.spark.sql.Dataset;
import org.apache.spark.sql.Row;
import org.countywise.plan.RegionScheme;
import org.countywise.table.Field;
import org.countywise.table.Moves;
import org.countywise.table.Regions;

/**
 * The region tree of each period.
 *
 * <p>Out: {@link Regions#SCHEMA}.
 */
public record Tree(RegionScheme scheme) {
  private static final String PATH = "_path";

  /**
   * The regions of the roster on the day of each period, with their parents and names.
   *
   * @param roster accepted rows of the roster dataset
   * @param days {@link Regions#PERIOD}, {@link Moves#DAY}
   */
  public Dataset<Row> listed(Dataset<Row> roster, Dataset<Row> days) {
    RegionScheme.Roster names = scheme.roster();
    Column day = Moves.DAY.column();
    Column until = Field.declared(names.to());
    Column valid = Field.declared(names.from()).leq(day).and(until.isNull().or(until.gt(day)));
    Column parent = Field.declared(names.parent());
    Column first = Field.declared(names.level()).equalTo(scheme.levels().get(1).name());
    return roster
        .drop(Regions.PERIOD.name())
        .crossJoin(broadcast(days))
        .filter(valid)
        .select(
            Regions.PERIOD.column(),
            Field.declared(names.code()).as(Regions.REGION.name()),
            Field.declared(names.level()).as(Regions.LEVEL.name()),
            when(first, coalesce(parent, lit(scheme.top())))
                .otherwise(parent)
                .as(Regions.PARENT.name()),
            Field.declared(names.name()).as(Regions.NAME_ZH.name()),
            Field.declared(names.nameEn()).as(Regions.NAME_EN.name()));
  }

  /**
   * The tree of listed regions.
   *
   * @param regions as {@link #listed} gives them
   * @param periods {@link Regions#PERIOD}, also of periods without regions
   */
  public Dataset<Row> of(Dataset<Row> regions, Dataset<Row> periods) {
    return withPlaces(chained(regions).unionByName(top(periods)));
  }

  /** Every region with the chain of regions above it: one look at its parent after another. */
  private Dataset<Row> chained(Dataset<Row> regions) {
    String lowest = scheme.levels().get(scheme.levels().size() - 1).name();
    // A parent that is there twice is a flaw of its own, not of everything below it.
    Dataset<Row> parents =
        broadcast(
            regions
                .filter(Regions.LEVEL.column().notEqual(lowest))
                .dropDuplicates(Regions.PERIOD.name(), Regions.REGION.name()));
    Dataset<Row> chained = regions.as("r0");
    List<Column> path = new ArrayList<>(List.of(place("r0")));
    for (int up = 1; up < scheme.levels().size() - 1; up++) {
      String below = "r" + (up - 1);
      String here = "r" + up;
      Column same =
          Regions.PERIOD
              .of("r0")
              .equalTo(Regions.PERIOD.of(here))
              .and(Regions.PARENT.of(below).equalTo(Regions.REGION.of(here)));
      chained = chained.join(parents.as(here), same, "left");
      path.add(when(Regions.REGION.of(here).isNotNull(), place(here)));
    }
    Column known = filter(array(path.toArray(Column[]::new)), Column::isNotNull);
    Column last = element_at(known, -1).getField(Regions.LEVEL.name());
    Column complete = last.equalTo(scheme.levels().get(1).name());
    Column top = when(complete, array(topPlace())).otherwise(array().cast(known()));
    return chained.select(Field.every("r0"), concat(known, top).as(PATH));
  }

  private static String known() {
    return "array<struct<region_code:string,region_level:string>>";
  }

  private static Column place(String alias) {
    return struct(Regions.REGION.of(alias), Regions.LEVEL.of(alias));
  }

  private Column topPlace() {
    return struct(
        lit(scheme.top()).as(Regions.REGION.name()),
        lit(scheme.levels().get(0).name()).as(Regions.LEVEL.name()));
  }

  /**
   * From codes alone: each code and the leading digits that are its parents.
   *
   * @param codes {@link Regions#PERIOD}, {@link Regions#REGION}, any number of times
   */
  public Dataset<Row> fromCodes(Dataset<Row> codes) {
    Dataset<Row> regions =
        scheme.levels().subList(1, scheme.levels().size()).stream()
            .map(level -> leading(codes, level))
            .reduce(Dataset::unionByName)
            .orElseThrow();
    return withPlaces(regions.unionByName(top(codes)).distinct());
  }

  private Dataset<Row> leading(Dataset<Row> codes, RegionScheme.Level level) {
    Column code = Regions.REGION.column();
    int at = scheme.levels().indexOf(level);
    int above = scheme.levels().get(at - 1).digits();
    List<Column> path = new ArrayList<>();
    for (int i = at; i > 0; i--) {
      RegionScheme.Level other = scheme.levels().get(i);
      path.add(
          struct(
              substring(code, 1, other.digits()).as(Regions.REGION.name()),
              lit(other.name()).as(Regions.LEVEL.name())));
    }
    path.add(topPlace());
    return codes
        .filter(length(code).geq(level.digits()).and(code.notEqual(scheme.top())))
        .select(
            Regions.PERIOD.column(),
            substring(code, 1, level.digits()).as(Regions.REGION.name()),
            lit(level.name()).as(Regions.LEVEL.name()),
            (above == 0 ? lit(scheme.top()) : substring(code, 1, above)).as(Regions.PARENT.name()),
            none().as(Regions.NAME_ZH.name()),
            none().as(Regions.NAME_EN.name()),
            array(path.toArray(Column[]::new)).as(PATH));
  }

  private Dataset<Row> top(Dataset<Row> periods) {
    return periods
        .select(Regions.PERIOD.column())
        .distinct()
        .select(
            Regions.PERIOD.column(),
            lit(scheme.top()).as(Regions.REGION.name()),
            lit(scheme.levels().get(0).name()).as(Regions.LEVEL.name()),
            none().as(Regions.PARENT.name()),
            lit(scheme.levels().get(0).titleZh()).as(Regions.NAME_ZH.name()),
            lit(scheme.levels().get(0).titleEn()).as(Regions.NAME_EN.name()),
            array(topPlace()).as(PATH));
  }

  private static Column none() {
    return lit(null).cast("string");
  }

  private Dataset<Row> withPlaces(Dataset<Row> regions) {
    Object[] upper =
        scheme.levels().stream()
            .filter(level -> level.digits() < scheme.unitDigits())
            .map(RegionScheme.Level::name)
            .toArray();
    Column path = Field.declared(PATH);
    Column units = filter(path, place -> level(place).equalTo(scheme.unit()));
    Column unit = try_element_at(units, lit(1)).getField(Regions.REGION.name());
    return regions
        .withColumn(Regions.UNIT.name(), unit)
        .withColumn(
            Regions.WITHIN.name(),
            places(filter(path, place -> not(level(place).isin(upper))), Regions.UNIT.column()))
        .withColumn(
            Regions.ABOVE.name(),
            places(filter(path, place -> level(place).isin(upper)), lit(null)))
        .select(Field.columns(Regions.SCHEMA));
  }

  private static Column level(Column place) {
    return place.getField(Regions.LEVEL.name());
  }

  private static Column places(Column path, Column unit) {
    return transform(
        path,
        place ->
            struct(
                place.getField(Regions.REGION.name()).as(Regions.REGION.name()),
                level(place).as(Regions.LEVEL.name()),
                unit.cast("string").as(Regions.UNIT.name())));
  }

  /**
   * Regions that are there twice in a period, or whose chain of parents does not reach the top: the
   * first such period, the region, whether it is there twice, in how many periods.
   */
  public Dataset<Row> flaws(Dataset<Row> tree) {
    Column top = transform(Regions.ABOVE.column(), place -> place.getField("region_code"));
    return tree.groupBy(Regions.PERIOD.column(), Regions.REGION.column())
        .agg(
            count(lit(1)).gt(1).as(Regions.TWICE.name()),
            max(not(array_contains(top, scheme.top()))).as(Regions.ORPHAN.name()))
        .filter(Regions.TWICE.column().or(Regions.ORPHAN.column()))
        .groupBy(Regions.REGION.column(), Regions.TWICE.column())
        .agg(
            min(Regions.PERIOD.column()).as(Regions.PERIOD.name()),
            count(lit(1)).as(Regions.PERIODS.name()))
        .select(Field.columns(Regions.PERIOD, Regions.REGION, Regions.TWICE, Regions.PERIODS));
  }
}
