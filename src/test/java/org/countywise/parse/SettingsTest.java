package org.countywise.parse;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import com.fasterxml.jackson.core.JsonProcessingException;
import com.fasterxml.jackson.databind.ObjectMapper;
import com.fasterxml.jackson.dataformat.yaml.YAMLMapper;
import com.networknt.schema.SchemaRegistry;
import com.networknt.schema.SpecificationVersion;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import org.countywise.Generated;
import org.countywise.conf.CatalogKind;
import org.countywise.conf.JdbcCatalog;
import org.countywise.conf.RestCatalog;
import org.countywise.conf.Settings;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

/** What a file of settings may say, and what is said of one that may not. */
class SettingsTest {
  private static final Path SCHEMA = Path.of("conf/settings.schema.json");

  @TempDir private Path folder;

  @Test
  void shouldHaveASchemaForEditors() throws JsonProcessingException {
    Generated.of(SCHEMA, SettingsTest.class)
        .is(KeyDocumentsTest.json(JsonSchema.of("settings", Settings.class)));
  }

  @ParameterizedTest
  @ValueSource(strings = {"conf/local.yaml", "conf/cluster.yaml"})
  void shouldAcceptWhatWeShip(Path conf) throws IOException {
    assertThat(SettingsReader.read(conf).catalog()).isEqualTo(CatalogKind.HADOOP);
    assertThat(Files.readAllLines(conf).get(0))
        .isEqualTo("# yaml-language-server: $schema=settings.schema.json");
    assertThat(
            SchemaRegistry.withDefaultDialect(SpecificationVersion.DRAFT_7)
                .getSchema(new ObjectMapper().readTree(SCHEMA.toFile()))
                .validate(new YAMLMapper().readTree(conf.toFile())))
        .isEmpty();
  }

  @Test
  void shouldKeepTheTablesInTheFolderWhereNothingIsSaid() throws IOException {
    Settings read = read("spark: {}\nkeep: 36\n");

    assertThat(read.catalog()).isEqualTo(CatalogKind.HADOOP);
    assertThat(read.jdbc()).isNull();
    assertThat(read.rest()).isNull();
  }

  @Test
  void shouldReadWhereADatabaseOrAServiceIs() throws IOException {
    assertThat(
            read("""
                    spark: {spark.sql.catalog.countywise.io-impl: org.apache.iceberg.aws.s3.S3FileIO}
                    keep: 36
                    catalog: jdbc
                    jdbc: {uri: 'jdbc:postgresql://db:5432/stats?ssl=true', user: cw, schema: west}
                    """)
                .jdbc())
        .isEqualTo(new JdbcCatalog("jdbc:postgresql://db:5432/stats?ssl=true", "cw", "west"));
    assertThat(
            read("""
                    spark: {}
                    keep: 36
                    catalog: rest
                    rest: {uri: https://catalog/api, warehouse: west}
                    """)
                .rest())
        .isEqualTo(new RestCatalog("https://catalog/api", "west"));
  }

  @ParameterizedTest
  @CsvSource(
      delimiter = '|',
      quoteCharacter = '"',
      textBlock =
          """
          catalog: hive | 3: unknown value 'hive' at catalog; known values are hadoop, jdbc, rest
          catalog: jdbc | 3: catalog is jdbc and nothing says where that is; add jdbc: {uri: 'jdbc:postgresql://HOST:PORT/DATABASE', user: NAME, schema: NAME}
          catalog: rest | 3: catalog is rest and nothing says where that is; add rest: {uri: 'https://HOST/PATH'}
          rest: {uri: https://h/p} | 3: 'rest' is for catalog: rest, and catalog is hadoop; take 'rest' out, or write catalog: rest
          jdbc: {url: x} | 3: unknown key 'url' at jdbc; did you mean 'uri'? Known keys are uri, user, schema
          """)
  void shouldSayWhatIsWrong(String line, String message) {
    assertThatThrownBy(() -> read("spark: {}\nkeep: 36\n" + line + "\n"))
        .isInstanceOf(IllegalArgumentException.class)
        .hasMessageContaining(folder.resolve("conf.yaml") + ":" + message);
  }

  @ParameterizedTest
  @CsvSource(
      delimiter = '|',
      quoteCharacter = '"',
      textBlock =
          """
          uri: 'jdbc:mysql://db/stats' | 'jdbc:mysql://db/stats' at jdbc.uri is no address of a PostgreSQL database; write jdbc:postgresql://HOST:PORT/DATABASE
          uri: 'jdbc:postgresql://cw:hush@db/stats' | 'jdbc:postgresql:…db/stats' at jdbc.uri names a user or a secret, and settings are read by many; write the user at jdbc.user and put the password into COUNTYWISE_CATALOG_PASSWORD
          uri: 'jdbc:postgresql://db/stats?password=hush' | 'jdbc:postgresql://db/stats?…' at jdbc.uri names a user or a secret
          uri: 'jdbc:postgresql://db/stats', schema: 'West; drop' | 'West; drop' at jdbc.schema is no name of a schema; take up to 63 small letters, digits and _, a letter first
          """)
  void shouldSayWhatIsWrongWithADatabaseWithoutItsSecret(String keys, String message) {
    assertThatThrownBy(
            () -> read("spark: {}\nkeep: 36\ncatalog: jdbc\njdbc: {%s}\n".formatted(keys)))
        .hasMessageContaining(folder.resolve("conf.yaml") + ":4: " + message)
        .hasMessageNotContaining("hush");
  }

  @ParameterizedTest
  @CsvSource(
      delimiter = '|',
      quoteCharacter = '"',
      textBlock =
          """
          ftp://catalog | 'ftp://catalog' at rest.uri is no address of a service; write https://HOST/PATH, without a question mark
          https://id:hush@catalog/api | 'https:…catalog/api' at rest.uri names a user or a secret, and settings are read by many; put the token into COUNTYWISE_CATALOG_TOKEN
          https://catalog/api?token=hush | 'https://catalog/api?…' at rest.uri names a user or a secret
          """)
  void shouldSayWhatIsWrongWithAServiceWithoutItsSecret(String uri, String message) {
    assertThatThrownBy(
            () -> read("spark: {}\nkeep: 36\ncatalog: rest\nrest: {uri: '%s'}\n".formatted(uri)))
        .hasMessageContaining(folder.resolve("conf.yaml") + ":4: " + message)
        .hasMessageNotContaining("hush");
  }

  @ParameterizedTest
  @ValueSource(strings = {"type", "uri", "jdbc.password", "credential", "token", "warehouse"})
  void shouldRefuseTheCatalogAmongSettingsOfSpark(String name) {
    String setting = "spark.sql.catalog.countywise." + name;

    assertThatThrownBy(() -> read("spark:\n  %s: hush\nkeep: 36\n".formatted(setting)))
        .hasMessageContaining(
            folder.resolve("conf.yaml")
                + ":2: '"
                + setting
                + "' is said by the catalog and by --warehouse; take it out of spark:")
        .hasMessageNotContaining("hush");
  }

  @ParameterizedTest
  @ValueSource(strings = {"s3.secret-access-key", "s3.access-key-id", "s3.session-token"})
  void shouldRefuseSecretsOfAStore(String name) {
    String setting = "spark.sql.catalog.countywise." + name;

    assertThatThrownBy(() -> read("spark:\n  %s: hush\nkeep: 36\n".formatted(setting)))
        .hasMessageContaining(folder.resolve("conf.yaml") + ":2: '" + setting + "' is a secret")
        .hasMessageContaining("AWS_SECRET_ACCESS_KEY")
        .hasMessageNotContaining("hush");
  }

  private Settings read(String text) throws IOException {
    return SettingsReader.read(Files.writeString(folder.resolve("conf.yaml"), text));
  }
}
