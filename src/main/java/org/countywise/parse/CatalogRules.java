package org.countywise.parse;

import java.util.Map;
import java.util.regex.Pattern;
import org.countywise.conf.CatalogKind;
import org.countywise.conf.JdbcCatalog;
import org.countywise.conf.RestCatalog;
import org.countywise.conf.Settings;
import org.countywise.report.TextTemplate;

/**
 * What the keys of a catalog must be, seen together: the ones that the kind needs and no others,
 * addresses without a secret, and nothing of it among the settings of Spark.
 */
final class CatalogRules {
  private static final TextTemplate WORDS = TextTemplate.of("catalog-errors");
  private static final Pattern DATABASE =
      Pattern.compile("jdbc:postgresql://[^/?@\\s]+/[^/?@\\s]+(?:\\?[^@\\s]*)?");
  private static final Pattern SERVICE = Pattern.compile("https?://[^/?@\\s]+(?:/[^?@\\s]*)?");
  private static final Pattern SECRET =
      Pattern.compile("(?i)//[^/?]*@|(?:user|pass(?:word|phrase|wd)?|token|credential)=");
  private static final Pattern HIDDEN =
      Pattern.compile("(?i)//.*@|(?:pass(?:word|phrase|wd)?|token|credential)=.*", Pattern.DOTALL);
  private static final Pattern NAME = Pattern.compile("[a-z_][a-z0-9_]{0,62}");
  private static final String OURS = "spark.sql.catalog.countywise";
  private static final Pattern NOT_SPARKS =
      Pattern.compile(
          Pattern.quote(OURS)
              + "(?:\\.(?:type|catalog-impl|uri|warehouse|folder|credential|token|jdbc\\..*))?");

  private static final Pattern SECRET_SETTING =
      Pattern.compile(
          "(?i)" + Pattern.quote(OURS) + "\\..*(?:secret|password|[.-]token|access-key).*");

  private final Settings settings;
  private final Complaint complaint;

  CatalogRules(Settings settings, Complaint complaint) {
    this.settings = settings;
    this.complaint = complaint;
  }

  /** Where a sentence about a key goes. */
  interface Complaint {
    void about(String key, String message);
  }

  /** What a sentence has to name: a key, what it says, and the kind of catalog. */
  public record Named(String key, String value, String kind) {}

  /** Complains of each rule that is broken. */
  void check() {
    belongs("jdbc", CatalogKind.JDBC, settings.jdbc());
    belongs("rest", CatalogKind.REST, settings.rest());
    if (settings.jdbc() != null) {
      check(settings.jdbc());
    }
    if (settings.rest() != null) {
      check(settings.rest());
    }
    for (Map.Entry<String, String> setting : settings.spark().entrySet()) {
      String name = setting.getKey();
      if (NOT_SPARKS.matcher(name).matches()) {
        complain("not_sparks", "spark." + name, name, "");
      } else if (SECRET_SETTING.matcher(name).matches()) {
        complain("secret_setting", "spark." + name, name, "");
      }
    }
  }

  private void belongs(String key, CatalogKind kind, Record place) {
    String chosen = settings.catalog().word();
    if (settings.catalog() == kind && place == null) {
      complain("no_place", "catalog", key, chosen);
    } else if (settings.catalog() != kind && place != null) {
      complain("other_kind", key, key, chosen);
    }
  }

  private void check(JdbcCatalog jdbc) {
    checkAddress("jdbc.uri", jdbc.uri(), DATABASE, "bad_database");
    if (jdbc.schema() != null && !NAME.matcher(jdbc.schema()).matches()) {
      complain("bad_schema", "jdbc.schema", jdbc.schema(), "jdbc");
    }
  }

  private void check(RestCatalog rest) {
    checkAddress("rest.uri", rest.uri(), SERVICE, "bad_service");
  }

  private void checkAddress(String key, String uri, Pattern form, String wrong) {
    String shown = HIDDEN.matcher(uri).replaceAll("…");
    if (SECRET.matcher(uri).find()) {
      complain("secret_in_uri", key, shown, key.substring(0, key.indexOf('.')));
    } else if (!form.matcher(uri).matches()) {
      complain(wrong, key, shown, "");
    }
  }

  private void complain(String rule, String at, String value, String kind) {
    complaint.about(at, WORDS.part(rule, new Named(at, value, kind)));
  }
}
