package org.countywise.conf;

import java.util.Map;
import org.countywise.definition.Key;

/**
 * One file of {@code conf/}: how the engine runs. No setting may change a published value.
 *
 * @param spark never what says where the tables of the warehouse are
 * @param catalog null for {@link CatalogKind#HADOOP}
 * @param jdbc null but for {@link CatalogKind#JDBC}
 * @param rest null but for {@link CatalogKind#REST}
 */
public record Settings(
    @Key("Spark settings under their own names, such as spark.sql.shuffle.partitions")
        Map<String, String> spark,
    @Key("how many releases a warehouse keeps; older ones leave only their manifest") Integer keep,
    @Key(value = "what knows the tables of the warehouse; default: hadoop", optional = true)
        CatalogKind catalog,
    @Key(value = "where the database is, for catalog jdbc", optional = true) JdbcCatalog jdbc,
    @Key(value = "where the service is, for catalog rest", optional = true) RestCatalog rest) {
  public Settings {
    spark = Map.copyOf(spark);
    catalog = catalog == null ? CatalogKind.HADOOP : catalog;
  }
}
