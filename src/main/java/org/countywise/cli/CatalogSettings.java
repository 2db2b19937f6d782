package org.countywise.cli;

import java.util.Map;
import java.util.TreeMap;
import org.countywise.conf.JdbcCatalog;
import org.countywise.conf.RestCatalog;
import org.countywise.conf.Settings;
import org.countywise.release.Warehouse;

/**
 * What Spark is told of the catalog that knows the tables of a warehouse. Secrets are not among it:
 * Spark shows its settings and writes them into the log of events. The driver of the database asks
 * {@link CatalogPassword}, and Iceberg reads what is named {@code env:} where it is needed.
 */
final class CatalogSettings {
  private static final String CATALOG = "spark.sql.catalog." + Warehouse.CATALOG + ".";
  private static final String TOKEN = "COUNTYWISE_CATALOG_TOKEN";
  private static final String CREDENTIAL = "COUNTYWISE_CATALOG_CREDENTIAL";
  private static final String SECONDS_TO_CONNECT = "15";

  private CatalogSettings() {}

  /** The settings by their names. */
  static Map<String, String> of(Settings settings, Map<String, String> environment) {
    Map<String, String> all = new TreeMap<>();
    all.put(CATALOG + "type", settings.catalog().word());
    switch (settings.catalog()) {
      case JDBC -> put(all, settings.jdbc());
      case REST -> put(all, settings.rest(), environment);
      case HADOOP -> {}
    }
    return all;
  }

  private static void put(Map<String, String> all, JdbcCatalog jdbc) {
    all.put(CATALOG + "uri", jdbc.uri());
    putGiven(all, "jdbc.user", jdbc.user());
    putGiven(all, "jdbc.currentSchema", jdbc.schema());
    all.put(CATALOG + "jdbc.authenticationPluginClassName", CatalogPassword.class.getName());
    all.put(CATALOG + "jdbc.ApplicationName", "countywise");
    all.put(CATALOG + "jdbc.connectTimeout", SECONDS_TO_CONNECT);
    all.put(CATALOG + "jdbc.tcpKeepAlive", "true");
    all.put(CATALOG + "jdbc.schema-version", "V1");
    all.put(CATALOG + "jdbc.init-catalog-tables", "false");
  }

  private static void put(
      Map<String, String> all, RestCatalog rest, Map<String, String> environment) {
    all.put(CATALOG + "uri", rest.uri());
    putGiven(all, "warehouse", rest.warehouse());
    putSecret(all, "token", TOKEN, environment);
    putSecret(all, "credential", CREDENTIAL, environment);
  }

  private static void putGiven(Map<String, String> all, String name, String value) {
    if (value != null) {
      all.put(CATALOG + name, value);
    }
  }

  private static void putSecret(
      Map<String, String> all, String name, String variable, Map<String, String> environment) {
    if (!environment.getOrDefault(variable, "").isBlank()) {
      all.put(CATALOG + name, "env:" + variable);
    }
  }
}
