package org.countywise.run;

import java.io.ByteArrayInputStream;
import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.io.ObjectInputStream;
import java.io.ObjectOutputStream;
import java.io.Serializable;
import java.io.UncheckedIOException;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.function.Function;
import java.util.stream.Stream;
import org.apache.spark.api.java.JavaSparkContext;
import org.apache.spark.sql.Dataset;
import org.apache.spark.sql.Row;
import org.apache.spark.sql.RowFactory;
import org.apache.spark.sql.SparkSession;
import org.countywise.cube.Region;
import org.countywise.geography.Coverage;
import org.countywise.geography.Crosswalk;
import org.countywise.geography.Places;
import org.countywise.geography.RegionSpan;
import org.countywise.geography.RegionTree;
import org.countywise.geography.RegionsByMonth;
import org.countywise.plan.RegionScheme;
import org.countywise.rows.CodesByMonth;
import org.countywise.rows.CubeCells;
import org.countywise.rows.Relocate;
import org.countywise.rows.ValidCodes;
import org.countywise.table.Checkpoints;
import org.countywise.table.Field;
import org.countywise.table.Moves;
import org.countywise.table.Parts;
import org.countywise.table.Regions;

/** What is known of regions, as rows that other rows are joined with. */
record RegionRows(SparkSession spark) {
  private static final int SLICE = 20_000;

  /** The regions of every month: {@link Regions#SCHEMA}. */
  Dataset<Row> tree(RegionTree tree) {
    return rows(tree.regions(), new InEveryMonth(tree.months(), Map.of()));
  }

  /** The regions of the requested periods, units with their groups: {@link Regions#SCHEMA}. */
  Dataset<Row> places(Places places, List<String> periods) {
    return rows(places.regions(), new InEveryMonth(periods, places.groups()));
  }

  /** Rows are made where they are needed: regions travel in slices, as they are much smaller. */
  private Dataset<Row> rows(List<RegionSpan> regions, InEveryMonth inMonths) {
    List<byte[]> slices = new ArrayList<>();
    for (int from = 0; from < regions.size(); from += SLICE) {
      int to = Math.min(from + SLICE, regions.size());
      slices.add(new Slice(new ArrayList<>(regions.subList(from, to))).bytes());
    }
    return Checkpoints.rows(
        spark.createDataFrame(
            JavaSparkContext.fromSparkContext(spark.sparkContext())
                .parallelize(slices, slices.size())
                .flatMap(slice -> Slice.regions(slice).flatMap(inMonths::rows).iterator()),
            Field.schema(Regions.SCHEMA.toArray(Field[]::new))));
  }

  /** Some regions as bytes: the serializer that Spark has for values knows no records. */
  private record Slice(ArrayList<RegionSpan> regions) implements Serializable {

    byte[] bytes() {
      ByteArrayOutputStream bytes = new ByteArrayOutputStream();
      try (ObjectOutputStream out = new ObjectOutputStream(bytes)) {
        out.writeObject(this);
      } catch (IOException impossible) {
        throw new UncheckedIOException(impossible);
      }
      return bytes.toByteArray();
    }

    static Stream<RegionSpan> regions(byte[] bytes) {
      try (ObjectInputStream in = new ObjectInputStream(new ByteArrayInputStream(bytes))) {
        return ((Slice) in.readObject()).regions().stream();
      } catch (IOException | ClassNotFoundException impossible) {
        throw new IllegalStateException(impossible);
      }
    }
  }

  /**
   * A row for every month of a region.
   *
   * @param groups by month and unit
   */
  private record InEveryMonth(List<String> months, Map<String, Map<String, Set<String>>> groups)
      implements Serializable {

    Stream<Row> rows(RegionSpan region) {
      return months.stream().filter(region::isIn).map(month -> row(month, region));
    }

    private Row row(String month, RegionSpan of) {
      List<Row> above = new ArrayList<>(places(of.above(), null));
      if (of.unit() != null) {
        groups
            .getOrDefault(month, Map.of())
            .getOrDefault(of.unit(), Set.of())
            .forEach(group -> above.add(RowFactory.create(group, Region.GROUP, null)));
      }
      return RowFactory.create(
          month,
          of.code(),
          of.level(),
          of.parent(),
          of.unit(),
          places(of.within(), of.unit()).toArray(),
          above.toArray(),
          of.row().nameZh(),
          of.row().nameEn());
    }

    private static List<Row> places(List<RegionSpan.Place> places, String unit) {
      return places.stream()
          .map(place -> RowFactory.create(place.region(), place.level(), unit))
          .toList();
    }
  }

  /** What the codes of each month stand for. */
  ValidCodes codes(RegionScheme scheme, RegionsByMonth regions) {
    List<RegionSpan> known = regions.tree().regions();
    return new ValidCodes(
        scheme,
        new CodesByMonth(
            spark,
            known.stream()
                .map(of -> new CodesByMonth.Entry(of.code(), of.first(), of.last(), of.code()))
                .toList()),
        retired(regions.elsewhere()),
        retired(regions.crosswalk().bare()),
        aliases(regions.elsewhere()));
  }

  private CodesByMonth retired(List<Crosswalk.RetiredCode> codes) {
    return new CodesByMonth(
        spark,
        codes.stream()
            .map(of -> new CodesByMonth.Entry(of.code(), of.month(), of.month(), of.region()))
            .toList());
  }

  /** Puts rows of a month that name an older code into the region it lies in that month. */
  Relocate located(RegionsByMonth regions, Field region) {
    Dataset<Row> aliases = aliases(regions.crosswalk().aliases());
    return new Relocate(aliases, List.of(Regions.PERIOD), region);
  }

  private Dataset<Row> aliases(List<Crosswalk.RetiredCode> codes) {
    return table(Moves.ALIASES, codes, of -> RowFactory.create(of.month(), of.code(), of.region()));
  }

  /** Regions of months that lie elsewhere in a period: {@link Moves#MOVES}. */
  Dataset<Row> moves(RegionsByMonth regions) {
    return table(
        Moves.MOVES,
        regions.crosswalk().relocated(),
        of -> RowFactory.create(of.month(), of.period(), of.code(), of.region()));
  }

  /** Regions that lie in another unit than their code begins with: {@link CubeCells#ELSEWHERE}. */
  Dataset<Row> elsewhere(Places places) {
    return table(
        CubeCells.ELSEWHERE,
        List.copyOf(places.elsewhere().entrySet()),
        of -> RowFactory.create(of.getKey().month(), of.getKey().region(), of.getValue()));
  }

  /** Units that leave the regions above them: indicator, period, unit. */
  Dataset<Row> incomplete(Coverage coverage) {
    return table(
        List.of(Parts.INDICATOR, Regions.PERIOD, Regions.UNIT),
        coverage.incomplete(),
        of -> RowFactory.create(of.indicator(), of.period(), of.region()));
  }

  private <T> Dataset<Row> table(List<Field> schema, List<T> values, Function<T, Row> row) {
    return spark.createDataFrame(
        values.stream().map(row).toList(), Field.schema(schema.toArray(Field[]::new)));
  }
}
