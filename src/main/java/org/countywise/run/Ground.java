package org.countywise.run;

import static org.apache.spark.sql.functions.broadcast;
import static org.apache.spark.sql.functions.countDistinct;
import static org.apache.spark.sql.functions.lit;
import static org.apache.spark.sql.functions.min;

import java.time.LocalDate;
import java.util.ArrayList;
import java.util.Collection;
import java.util.List;
import java.util.Map;
import java.util.Set;
import org.apache.spark.sql.Column;
import org.apache.spark.sql.Dataset;
import org.apache.spark.sql.Row;
import org.apache.spark.sql.RowFactory;
import org.apache.spark.sql.SparkSession;
import org.countywise.plan.Territory;
import org.countywise.region.Relocation;
import org.countywise.region.Remnant;
import org.countywise.stage.Adopt;
import org.countywise.stage.Known;
import org.countywise.stage.Relocate;
import org.countywise.stage.Tree;
import org.countywise.table.Field;
import org.countywise.table.Moves;
import org.countywise.table.Regions;
import org.countywise.table.Rows;

/** The regions of every month of a run, and where codes of other days lie in them. */
final class Ground {
  private final SparkSession spark;
  private final Calendar calendar;
  private final Set<String> months;
  private final Relocation relocation;
  private final Whereabouts whereabouts;
  private final Dataset<Row> known;
  private final Dataset<Row> listed;
  private final Dataset<Row> tree;

  /**
   * The ground of a roster.
   *
   * @param changes accepted rows, null where the scheme has none
   * @param months every month there are rows of
   */
  Ground(Calendar calendar, Dataset<Row> roster, Dataset<Row> changes, Set<String> months) {
    this.spark = roster.sparkSession();
    this.calendar = calendar;
    this.months = months;
    Territory territory = calendar.plan().territory();
    Annals annals = new Annals(territory, roster, changes);
    this.relocation = annals.read(Whereabouts.first(calendar, months));
    this.whereabouts =
        relocation == null ? null : new Whereabouts(calendar, relocation, annals.filled(), months);
    this.known = new Tree(territory).listed(roster, calendar.days(spark, months));
    this.listed = adopted();
    this.tree = Kept.rows(new Tree(territory).of(listed, Calendar.periods(spark, months)));
  }

  /**
   * Whether with this dataset all is read that says where regions lie: changes follow the roster.
   */
  static boolean isCompletedBy(String dataset, Territory territory) {
    if (territory.roster() == null) {
      return false;
    }
    Territory.Changes changes = territory.changes();
    return dataset.equals(changes == null ? territory.roster().dataset() : changes.dataset());
  }

  private Dataset<Row> adopted() {
    if (whereabouts == null || whereabouts.aliases().isEmpty()) {
      return known;
    }
    Set<Whereabouts.Spot> followed = whereabouts.followed();
    return new Adopt(aliases(), followed.isEmpty() ? null : kept(followed)).apply(known);
  }

  /** The region tree of every month. */
  Dataset<Row> tree() {
    return tree;
  }

  /** What is known of other days; null where nothing lies elsewhere on any of them. */
  Relocation relocation() {
    return relocation;
  }

  Calendar calendar() {
    return calendar;
  }

  /**
   * Regions of the requested periods whose parent has ended: code of the parent, where they count
   * instead, the first period, and how many they are.
   */
  List<Row> orphans() {
    List<Whereabouts.Alias> ended = whereabouts == null ? List.of() : whereabouts.ended();
    if (ended.isEmpty()) {
      return List.of();
    }
    Dataset<Row> parents =
        aliases(ended)
            .select(
                Regions.PERIOD.column(),
                Moves.CODE.column().as(Regions.PARENT.name()),
                Moves.TO.column());
    return known
        .join(broadcast(parents), Field.names(Regions.PERIOD, Regions.PARENT))
        .groupBy(Regions.PARENT.column(), Moves.TO.column())
        .agg(
            min(Regions.PERIOD.column()).as(Regions.PERIOD.name()),
            countDistinct(Regions.REGION.column()).as(Rows.ROWS.name()))
        .orderBy(Regions.PARENT.column(), Regions.PERIOD.column())
        .collectAsList();
  }

  /** What the codes of each month mean. */
  Known codes() {
    Dataset<Row> here =
        tree.select(
            Regions.PERIOD.column(),
            Regions.REGION.column().as(Moves.CODE.name()),
            Regions.REGION.column().as(Moves.TO.name()));
    Territory territory = calendar.plan().territory();
    Column[] columns = Field.columns(Regions.PERIOD, Moves.CODE, Moves.TO);
    Dataset<Row> bare =
        whereabouts == null || whereabouts.bare().isEmpty()
            ? null
            : aliases(whereabouts.bare()).select(columns);
    if (whereabouts == null || whereabouts.aliases().isEmpty()) {
      return new Known(territory, here, null, bare);
    }
    // A region whose older code is still a parent's in the roster is in the tree already.
    Dataset<Row> elsewhere =
        whereabouts.followed().isEmpty()
            ? aliases()
            : aliases().join(here, Field.names(Regions.PERIOD, Moves.CODE), "left_anti");
    return new Known(territory, here, elsewhere.select(columns), bare);
  }

  /** Puts rows of a month that name an older code into the region it lies in that month. */
  Relocate located(Field region) {
    boolean none = whereabouts == null || whereabouts.aliases().isEmpty();
    return new Relocate(none ? null : aliases(), List.of(Regions.PERIOD), region);
  }

  /** Regions of months that lie elsewhere in a period: {@link Moves#MOVES}; null for none. */
  Dataset<Row> moves() {
    if (whereabouts == null || whereabouts.moves().isEmpty()) {
      return null;
    }
    List<Row> rows =
        whereabouts.moves().stream()
            .map(m -> RowFactory.create(m.month(), m.period(), m.code(), m.region()))
            .toList();
    return spark.createDataFrame(rows, Field.schema(Moves.MOVES.toArray(Field[]::new)));
  }

  private Dataset<Row> aliases() {
    return aliases(whereabouts.aliases());
  }

  private Dataset<Row> aliases(List<Whereabouts.Alias> codes) {
    List<Row> rows =
        codes.stream()
            .map(a -> RowFactory.create(a.month(), a.code(), a.region(), a.followed()))
            .toList();
    return spark.createDataFrame(rows, Field.schema(Moves.ALIASES.toArray(Field[]::new)));
  }

  /** Regions of months whose rows stay under an older code, with that code. */
  Map<Whereabouts.Spot, String> unassigned() {
    return whereabouts == null ? Map.of() : whereabouts.unassigned();
  }

  /** The kept regions that rows measured in some regions of some months end in. */
  Set<Whereabouts.Spot> keptFor(Set<Whereabouts.Spot> measured) {
    return measured.isEmpty() ? Set.of() : whereabouts.keptFor(measured);
  }

  /** The tree with these regions, which stay under older codes. */
  Dataset<Row> treeWith(Set<Whereabouts.Spot> regions) {
    if (regions.isEmpty()) {
      return tree;
    }
    Territory territory = calendar.plan().territory();
    String lowest = territory.levels().get(territory.levels().size() - 1).name();
    Dataset<Row> added = kept(regions);
    Field[] key = {Regions.PERIOD, Regions.REGION};
    Dataset<Row> upper =
        listed
            .filter(Regions.LEVEL.column().notEqual(lowest))
            .join(added, Field.names(key), "left_anti")
            .unionByName(added);
    Dataset<Row> placed =
        new Tree(territory)
            .of(upper, Calendar.periods(spark, months))
            .join(added, Field.names(key), "left_semi")
            .join(tree, Field.names(key), "left_anti");
    return Kept.rows(tree.unionByName(placed));
  }

  /** Kept regions as listed ones. */
  private Dataset<Row> kept(Collection<Whereabouts.Spot> spots) {
    List<Row> rows = new ArrayList<>();
    for (Whereabouts.Spot spot : spots) {
      Remnant region = whereabouts.kept().get(spot);
      rows.add(RowFactory.create(spot.month(), region.code(), region.level(), region.parent()));
    }
    return spark
        .createDataFrame(
            rows, Field.schema(Regions.PERIOD, Regions.REGION, Regions.LEVEL, Regions.PARENT))
        .withColumn(Regions.NAME_ZH.name(), lit(null).cast("string"))
        .withColumn(Regions.NAME_EN.name(), lit(null).cast("string"));
  }

  /** The units of a period that have the territory of a code of any day. */
  Set<String> units(String code, String period) {
    if (relocation == null) {
      return Set.of(code);
    }
    LocalDate day = calendar.regionsOf(period);
    Set<String> units = relocation.successors(code, day, day);
    return units.isEmpty() ? Set.of(code) : units;
  }
}
