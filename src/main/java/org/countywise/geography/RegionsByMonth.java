package org.countywise.geography;

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
import org.countywise.geography.history.Relocation;
import org.countywise.geography.history.UnassignedRegion;
import org.countywise.plan.RegionScheme;
import org.countywise.rows.AttachOrphans;
import org.countywise.rows.Calendar;
import org.countywise.rows.Relocate;
import org.countywise.rows.Tree;
import org.countywise.rows.ValidCodes;
import org.countywise.table.Checkpoints;
import org.countywise.table.Field;
import org.countywise.table.Moves;
import org.countywise.table.Regions;
import org.countywise.table.Rows;

/** The regions of every month of a run, and where codes of other days lie in them. */
public final class RegionsByMonth {
  private final SparkSession spark;
  private final Calendar calendar;
  private final Set<String> months;
  private final Relocation relocation;
  private final Crosswalk crosswalk;
  private final Dataset<Row> known;
  private final Dataset<Row> listed;
  private final Dataset<Row> tree;

  /**
   * Those of a roster.
   *
   * @param changes accepted rows, null where the scheme has none
   * @param months every month there are rows of
   */
  public RegionsByMonth(
      Calendar calendar, Dataset<Row> roster, Dataset<Row> changes, Set<String> months) {
    this.spark = roster.sparkSession();
    this.calendar = calendar;
    this.months = months;
    RegionScheme regionScheme = calendar.plan().regionScheme();
    RosterReader rosterReader = new RosterReader(regionScheme, roster, changes);
    this.relocation = rosterReader.read(Crosswalk.first(calendar, months));
    this.crosswalk =
        relocation == null
            ? Crosswalk.none()
            : new Crosswalk(calendar, relocation, rosterReader.filled(), months);
    this.known = new Tree(regionScheme).listed(roster, calendar.days(spark, months));
    this.listed = adopted();
    this.tree =
        Checkpoints.rows(new Tree(regionScheme).of(listed, Calendar.periods(spark, months)));
  }

  private RegionsByMonth(SparkSession spark, Calendar calendar) {
    this.spark = spark;
    this.calendar = calendar;
    this.months = Set.of();
    this.relocation = null;
    this.crosswalk = Crosswalk.none();
    this.known = null;
    this.listed = null;
    this.tree = null;
  }

  /** Those of a scheme without a roster: codes alone say where regions lie, and never change. */
  public static RegionsByMonth ofCodes(SparkSession spark, Calendar calendar) {
    return new RegionsByMonth(spark, calendar);
  }

  /** Whether codes alone say where regions lie; the tree is then made of the codes of rows. */
  public boolean isOfCodes() {
    return calendar.plan().regionScheme().roster() == null;
  }

  /**
   * Whether with this dataset all is read that says where regions lie: changes follow the roster.
   */
  public static boolean isCompletedBy(String dataset, RegionScheme regionScheme) {
    if (regionScheme.roster() == null) {
      return false;
    }
    RegionScheme.Changes changes = regionScheme.changes();
    return dataset.equals(changes == null ? regionScheme.roster().dataset() : changes.dataset());
  }

  private Dataset<Row> adopted() {
    if (crosswalk.aliases().isEmpty()) {
      return known;
    }
    Set<Crosswalk.RegionMonth> followed = crosswalk.followed();
    return new AttachOrphans(aliases(), followed.isEmpty() ? null : kept(followed)).apply(known);
  }

  /** The region tree of every month. */
  public Dataset<Row> tree() {
    return tree;
  }

  /** What is known of other days; null where nothing lies elsewhere on any of them. */
  public Relocation relocation() {
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
    List<Crosswalk.RetiredCode> ended = crosswalk.ended();
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
  public ValidCodes codes() {
    Dataset<Row> here =
        tree.select(
            Regions.PERIOD.column(),
            Regions.REGION.column().as(Moves.CODE.name()),
            Regions.REGION.column().as(Moves.TO.name()));
    RegionScheme regionScheme = calendar.plan().regionScheme();
    Column[] columns = Field.columns(Regions.PERIOD, Moves.CODE, Moves.TO);
    Dataset<Row> bare =
        crosswalk.bare().isEmpty() ? null : aliases(crosswalk.bare()).select(columns);
    if (crosswalk.aliases().isEmpty()) {
      return new ValidCodes(regionScheme, here, null, bare);
    }
    // A region whose older code is still a parent's in the roster is in the tree already.
    Dataset<Row> elsewhere =
        crosswalk.followed().isEmpty()
            ? aliases()
            : aliases().join(here, Field.names(Regions.PERIOD, Moves.CODE), "left_anti");
    return new ValidCodes(regionScheme, here, elsewhere.select(columns), bare);
  }

  /** Puts rows of a month that name an older code into the region it lies in that month. */
  public Relocate located(Field region) {
    boolean none = crosswalk.aliases().isEmpty();
    return new Relocate(none ? null : aliases(), List.of(Regions.PERIOD), region);
  }

  /** Regions of months that lie elsewhere in a period: {@link Moves#MOVES}; null for none. */
  public Dataset<Row> moves() {
    if (crosswalk.relocated().isEmpty()) {
      return null;
    }
    List<Row> rows =
        crosswalk.relocated().stream()
            .map(m -> RowFactory.create(m.month(), m.period(), m.code(), m.region()))
            .toList();
    return spark.createDataFrame(rows, Field.schema(Moves.MOVES.toArray(Field[]::new)));
  }

  private Dataset<Row> aliases() {
    return aliases(crosswalk.aliases());
  }

  private Dataset<Row> aliases(List<Crosswalk.RetiredCode> codes) {
    List<Row> rows =
        codes.stream()
            .map(a -> RowFactory.create(a.month(), a.code(), a.region(), a.followed()))
            .toList();
    return spark.createDataFrame(rows, Field.schema(Moves.ALIASES.toArray(Field[]::new)));
  }

  /** Regions of months whose rows stay under an older code, with that code. */
  Map<Crosswalk.RegionMonth, String> unassigned() {
    return crosswalk.unassigned();
  }

  /** The kept regions that rows measured in some regions of some months end in. */
  Set<Crosswalk.RegionMonth> keptFor(Set<Crosswalk.RegionMonth> measured) {
    return crosswalk.keptFor(measured);
  }

  /** The tree with these regions, which stay under older codes. */
  Dataset<Row> treeWith(Set<Crosswalk.RegionMonth> regions) {
    if (regions.isEmpty()) {
      return tree;
    }
    RegionScheme regionScheme = calendar.plan().regionScheme();
    String lowest = regionScheme.levels().get(regionScheme.levels().size() - 1).name();
    Dataset<Row> added = kept(regions);
    Field[] key = {Regions.PERIOD, Regions.REGION};
    Dataset<Row> upper =
        listed
            .filter(Regions.LEVEL.column().notEqual(lowest))
            .join(added, Field.names(key), "left_anti")
            .unionByName(added);
    Dataset<Row> placed =
        new Tree(regionScheme)
            .of(upper, Calendar.periods(spark, months))
            .join(added, Field.names(key), "left_semi")
            .join(tree, Field.names(key), "left_anti");
    return Checkpoints.rows(tree.unionByName(placed));
  }

  /** Kept regions as listed ones. */
  private Dataset<Row> kept(Collection<Crosswalk.RegionMonth> regionMonths) {
    List<Row> rows = new ArrayList<>();
    for (Crosswalk.RegionMonth regionMonth : regionMonths) {
      UnassignedRegion region = crosswalk.kept().get(regionMonth);
      rows.add(
          RowFactory.create(regionMonth.month(), region.code(), region.level(), region.parent()));
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
