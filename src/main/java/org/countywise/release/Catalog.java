package org.countywise.release;

import java.util.HashMap;
import java.util.Map;
import java.util.Optional;
import org.apache.spark.sql.SparkSession;
import org.countywise.conf.CatalogKind;

/**
 * Which Iceberg catalog knows the tables of a warehouse, as the settings of a session say.
 *
 * @param settings of the Spark catalog, without their common beginning
 */
record Catalog(Map<String, String> settings) {
  /** Name of the Spark catalog that holds the warehouse's tables. */
  static final String NAME = "countywise";

  private static final String COMMON = "spark.sql.catalog." + NAME;
  private static final String TYPE = "type";
  private static final String FOLDER = "folder";

  Catalog {
    settings = Map.copyOf(settings);
  }

  /** The catalog a session was made with. */
  static Catalog of(SparkSession spark) {
    return new Catalog(ours(scala.jdk.javaapi.CollectionConverters.asJava(spark.conf().getAll())));
  }

  /** The catalog of a warehouse folder; the folder itself where nothing else is said. */
  static Catalog of(String folder, Map<String, String> given) {
    Map<String, String> ours = ours(given);
    String place = Place.of(folder);
    ours.putIfAbsent(TYPE, CatalogKind.HADOOP.word());
    ours.put(FOLDER, place);
    if (!ours.get(TYPE).equals(CatalogKind.REST.word())) {
      ours.put("warehouse", place);
    }
    ours.put("cache-enabled", "false");
    return new Catalog(ours);
  }

  private static Map<String, String> ours(Map<String, String> all) {
    Map<String, String> ours = new HashMap<>();
    all.forEach(
        (name, value) -> {
          if (name.startsWith(COMMON + ".")) {
            ours.put(name.substring(COMMON.length() + 1), value);
          }
        });
    return ours;
  }

  /** Settings of a Spark session that reaches it. */
  Map<String, String> ofSession() {
    Map<String, String> all = new HashMap<>();
    all.put(COMMON, "org.apache.iceberg.spark.SparkCatalog");
    settings.forEach((name, value) -> all.put(COMMON + "." + name, value));
    return all;
  }

  /** What knows the tables. */
  CatalogKind kind() {
    return CatalogKind.of(settings.get(TYPE));
  }

  /** The folder of the warehouse. */
  String folder() {
    return settings.get(FOLDER);
  }

  /** Where the database or service is; the folder where there is none. */
  String uri() {
    return settings.getOrDefault("uri", folder());
  }

  /** A setting of it. */
  Optional<String> setting(String name) {
    return Optional.ofNullable(settings.get(name));
  }

  /** Where a table lies. */
  String place(Table table) {
    return folder() + "/" + table.space().folder() + "/" + table.name();
  }
}
