package org.countywise.cluster;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.jar.JarEntry;
import java.util.jar.JarFile;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;

/** What the jar for spark-submit holds. */
class JarTest {
  private static final Path JAR = Path.of("target/countywise.jar");

  @Test
  void shouldHoldWhatSparkDoesNotBring() throws IOException {
    assertThat(entries())
        .as("our classes, our defaults, our texts, our site and the libraries")
        .contains(
            "org/countywise/conf/Settings.class",
            "conf/local.yaml",
            "conf/cluster.yaml",
            "org/countywise/sample/places.csv",
            "org/countywise/sample/readme.md",
            "org/countywise/report/bulletin.en.ftl",
            "org/countywise/report/site/page.html.ftl",
            "org/countywise/site/site.css",
            "META-INF/maven/org.webjars/echarts/pom.properties",
            "picocli/CommandLine.class",
            "freemarker/template/Template.class",
            "org/dhatim/fastexcel/Workbook.class",
            "org/postgresql/Driver.class",
            "org/countywise/report/postgres.sql.ftl",
            "org/apache/iceberg/spark/SparkCatalog.class",
            "com/fasterxml/jackson/dataformat/yaml/YAMLFactory.class",
            "org/yaml/snakeyaml/Yaml.class");
  }

  @Test
  void shouldHoldEveryDefinition() throws IOException {
    List<String> definitions;
    try (Stream<Path> files = Files.walk(Path.of("jobs"))) {
      definitions = files.map(Path::toString).filter(name -> name.endsWith(".yaml")).toList();
    }

    assertThat(entries()).as("the jobs of the checkout").containsAll(definitions);
  }

  @Test
  void shouldLeaveToSparkWhatIsSparks() throws IOException {
    assertThat(entries())
        .as("Spark, Scala, Jackson's core, logging and its settings come from the cluster")
        .noneMatch(name -> name.startsWith("org/apache/spark/sql/SparkSession"))
        .noneMatch(name -> name.startsWith("scala/"))
        .noneMatch(name -> name.startsWith("com/fasterxml/jackson/databind/"))
        .noneMatch(name -> name.startsWith("org/slf4j/"))
        .noneMatch(name -> name.startsWith("log4j2"))
        .noneMatch(name -> name.matches("META-INF/[^/]*\\.(SF|RSA|DSA)"));
  }

  @Test
  void shouldKeepTheDataSourcesOfIceberg() throws IOException {
    try (JarFile jar = new JarFile(JAR.toFile())) {
      JarEntry services =
          jar.getJarEntry("META-INF/services/org.apache.spark.sql.sources.DataSourceRegister");

      assertThat(services).as("the list of data sources").isNotNull();
      assertThat(new String(jar.getInputStream(services).readAllBytes(), StandardCharsets.UTF_8))
          .as("the list of data sources")
          .contains("org.apache.iceberg.spark.source.IcebergSource");
    }
  }

  private static List<String> entries() throws IOException {
    assertThat(JAR).as("made by ./mvnw package").exists();
    try (JarFile jar = new JarFile(JAR.toFile())) {
      return jar.stream().map(JarEntry::getName).toList();
    }
  }
}
