package org.countywise.store;

import java.util.List;
import java.util.Map;
import java.util.Optional;
import org.apache.spark.sql.AnalysisException;
import org.apache.spark.sql.Column;
import org.apache.spark.sql.Dataset;
import org.apache.spark.sql.Row;
import org.apache.spark.sql.SparkSession;
import org.apache.spark.sql.functions;
import org.apache.spark.sql.types.StructType;
import org.countywise.report.Manifest;
import org.countywise.table.Field;
import org.countywise.table.IndicatorValue;

/**
 * The tables of one warehouse folder.
 *
 * <p>Published: {@code indicator_value}, {@code dim_indicator}, {@code dim_region}, {@code
 * dim_period}. Restricted: {@code finding}, {@code rejected_row}, {@code alert}, {@code
 * alert_sweep}. A release is a tag on a snapshot of every published table.
 */
public final class Warehouse {
  /** Name of the Spark catalog that holds the warehouse's tables. */
  public static final String CATALOG = "countywise";

  private static final String PUBLISHED = CATALOG + ".published.";
  private static final String RESTRICTED = CATALOG + ".restricted.";
  private static final String MANIFESTS = PUBLISHED + "run_manifest";

  private final SparkSession spark;
  private final Tags tags;

  private Warehouse(SparkSession spark) {
    this.spark = spark;
    this.tags = new Tags(spark);
  }

  /** Settings of a Spark session that reaches the tables in a folder. */
  public static Map<String, String> settings(String folder) {
    String catalog = "spark.sql.catalog." + CATALOG;
    return Map.of(
        catalog,
        "org.apache.iceberg.spark.SparkCatalog",
        catalog + ".type",
        "hadoop",
        catalog + ".warehouse",
        folder,
        catalog + ".cache-enabled",
        "false");
  }

  /** The warehouse that a session made with {@link #settings} reaches. */
  public static Warehouse open(SparkSession spark) {
    return new Warehouse(spark);
  }

  /** Id of the next release: {@code r0001}, {@code r0002}, … */
  public String nextRelease() {
    long done = exists(MANIFESTS) ? spark.table(MANIFESTS).count() : 0;
    return String.format(java.util.Locale.ROOT, "r%04d", done + 1);
  }

  /** Ids of all releases, oldest first, with their manifests as JSON. */
  public List<Row> releases() {
    return exists(MANIFESTS)
        ? spark.table(MANIFESTS).orderBy("release").collectAsList()
        : List.of();
  }

  /** Id of the release that readers see. */
  private Optional<String> newest() {
    return releases().stream().reduce((older, newer) -> newer).map(row -> row.getString(0));
  }

  /** The manifest of the latest release; none where its engine kept other things than ours. */
  public Optional<Manifest> latest() {
    List<Row> releases = releases();
    try {
      return releases.isEmpty()
          ? Optional.empty()
          : Optional.of(Manifest.of(releases.get(releases.size() - 1).getString(1)));
    } catch (IllegalArgumentException anotherEngine) {
      return Optional.empty();
    }
  }

  /**
   * Publishes the values of some periods and indicators; other periods and indicators stay.
   *
   * <p>The release is there when its manifest is: readers read the tables as the last manifest's
   * release left them. What a run that broke off has written before is taken back first.
   *
   * @param values {@link IndicatorValue#SCHEMA}
   * @param dimensions dimension tables by name; rows of other keys, their first column, stay
   */
  public void publish(
      Publication publication, Dataset<Row> values, Map<String, Dataset<Row>> dimensions) {
    String table = PUBLISHED + "indicator_value";
    Optional<String> before = newest();
    tags.restore(table, before);
    dimensions.keySet().forEach(name -> tags.restore(PUBLISHED + name, before));
    write(table, exists(table) ? kept(table, publication).unionByName(values) : values);
    tags.tag(table, publication.release());
    dimensions.forEach(
        (name, rows) -> {
          merge(PUBLISHED + name, rows);
          tags.tag(PUBLISHED + name, publication.release());
        });
    append(
        MANIFESTS,
        spark
            .range(1)
            .select(
                functions.lit(publication.release()).as("release"),
                functions.lit(publication.manifest()).as("manifest")));
  }

  /** Rows of the touched periods that belong to indicators this release does not touch. */
  private Dataset<Row> kept(String table, Publication publication) {
    Column touched = IndicatorValue.INDICATOR.column().isin(publication.indicators().toArray());
    return spark
        .table(table)
        .filter(IndicatorValue.PERIOD.column().isin(publication.periods().toArray()))
        .filter(touched.unary_$bang());
  }

  /** Replaces rows by their key, the first column, and adds new ones. */
  private void merge(String table, Dataset<Row> rows) {
    if (!exists(table)) {
      replace(table, rows);
      return;
    }
    String key = rows.columns()[0];
    Dataset<Row> others =
        spark.table(table).join(rows.select(Field.declared(key)), names(key), "left_anti");
    try {
      others.unionByName(rows).coalesce(1).writeTo(table).overwrite(functions.lit(true));
    } catch (AnalysisException e) {
      throw changed(table, e);
    }
  }

  private static scala.collection.immutable.Seq<String> names(String name) {
    return scala.jdk.javaapi.CollectionConverters.asScala(List.of(name)).toSeq();
  }

  private static IllegalStateException changed(String table, AnalysisException e) {
    return new IllegalStateException(
        "another run changed " + table + " at the same time; run again", e);
  }

  private void write(String table, Dataset<Row> rows) {
    Dataset<Row> ordered =
        rows.repartition(IndicatorValue.PERIOD.column())
            .sortWithinPartitions(
                IndicatorValue.PERIOD.column(),
                IndicatorValue.INDICATOR.column(),
                IndicatorValue.LEVEL.column(),
                IndicatorValue.REGION.column(),
                IndicatorValue.BREAKDOWN.column());
    try {
      if (exists(table)) {
        ordered.writeTo(table).option("distribution-mode", "none").overwritePartitions();
      } else {
        ordered
            .writeTo(table)
            .using("iceberg")
            .tableProperty("format-version", "2")
            .tableProperty("write.distribution-mode", "none")
            .partitionedBy(IndicatorValue.PERIOD.column())
            .create();
      }
    } catch (AnalysisException e) {
      throw changed(table, e);
    }
  }

  private void replace(String table, Dataset<Row> rows) {
    rows.coalesce(1).writeTo(table).using("iceberg").createOrReplace();
  }

  private void append(String table, Dataset<Row> rows) {
    try {
      if (exists(table)) {
        rows.writeTo(table).append();
      } else {
        rows.writeTo(table).using("iceberg").create();
      }
    } catch (AnalysisException e) {
      throw changed(table, e);
    }
  }

  /** Replaces what is known about the quality of the last run's data. */
  public void keepRestricted(Map<String, Dataset<Row>> tables) {
    tables.forEach((name, rows) -> replace(RESTRICTED + name, rows));
  }

  /**
   * Replaces the rows of some periods in restricted tables; other periods stay.
   *
   * @param tables by name, each with the months of its rows
   */
  public void keepPeriods(List<String> periods, Map<String, Dataset<Row>> tables) {
    tables.forEach(
        (name, rows) -> {
          String table = RESTRICTED + name;
          Dataset<Row> ordered =
              rows.coalesce(1).sortWithinPartitions(IndicatorValue.PERIOD.column());
          try {
            if (exists(table)) {
              ordered
                  .writeTo(table)
                  .overwrite(IndicatorValue.PERIOD.column().isin(periods.toArray()));
            } else {
              ordered
                  .writeTo(table)
                  .using("iceberg")
                  .partitionedBy(IndicatorValue.PERIOD.column())
                  .create();
            }
          } catch (AnalysisException e) {
            throw changed(table, e);
          }
        });
  }

  /** Whether there is a restricted table. */
  public boolean keeps(String name) {
    return exists(RESTRICTED + name);
  }

  /** Rows made here, such as a selection that tables are joined with. */
  public Dataset<Row> rows(List<Row> rows, StructType schema) {
    return spark.createDataFrame(rows, schema);
  }

  /** A restricted table. */
  public Dataset<Row> restricted(String name) {
    return spark.table(RESTRICTED + name);
  }

  /**
   * Id of a release.
   *
   * @param wished an id, empty for the newest
   * @throws IllegalArgumentException when nothing is published or the release is not known
   */
  public String release(String wished) {
    List<String> known = releases().stream().map(row -> row.getString(0)).toList();
    if (known.isEmpty()) {
      throw new IllegalArgumentException(
          "nothing is published in this warehouse yet; run 'countywise run' first");
    }
    if (!wished.isEmpty() && !known.contains(wished)) {
      throw new IllegalArgumentException(
          "unknown release '" + wished + "'; known releases are " + String.join(", ", known));
    }
    return wished.isEmpty() ? known.get(known.size() - 1) : wished;
  }

  /** A published table as a release left it; the id as {@link #release} gives it. */
  public Dataset<Row> published(String name, String release) {
    return spark.read().option("versionAsOf", release).table(PUBLISHED + name);
  }

  private boolean exists(String table) {
    return spark.catalog().tableExists(table);
  }
}
