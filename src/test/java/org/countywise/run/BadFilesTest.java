package org.countywise.run;

import static org.apache.spark.sql.functions.expr;
import static org.apache.spark.sql.functions.lit;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assumptions.assumeThat;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Arrays;
import java.util.List;
import java.util.Map;
import org.countywise.Workbench;
import org.countywise.report.Finding;
import org.countywise.report.Outcome;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;

/** A file that cannot be read as it is declared blocks a release, and is named. */
class BadFilesTest {
  private static final String ABSENT = "column 'village_code' is absent, declared is string";

  /** Files that others found to be broken, and what is said of each. */
  private static final Map<String, String> TROUBLES =
      Map.ofEntries(
          Map.entry(
              "made_empty.parquet",
              "is empty (0 bytes): it was never written or its copy was cut off"),
          Map.entry(
              "made_text_renamed.parquet",
              "is not a Parquet file, or its end is cut off: deliver it again"),
          Map.entry(
              "made_truncated.parquet",
              "is not a Parquet file, or its end is cut off: deliver it again"),
          Map.entry("PARQUET-1481.parquet", "has a damaged footer: deliver it again"),
          Map.entry(
              "encrypt_columns_and_footer.parquet.encrypted",
              "is encrypted: ask for it without encryption"),
          Map.entry("ARROW-GH-47662.parquet", ABSENT + "; deliver the file with that column"),
          Map.entry("ARROW-RS-GH-6229-LEVELS.parquet", ABSENT),
          Map.entry("nation.dict-malformed.parquet", ABSENT),
          Map.entry("made_good_control.parquet", ABSENT),
          Map.entry("made_zero_rows.parquet", ABSENT));

  private FaultyDelivery delivery;

  @BeforeEach
  void copyTheSample() {
    delivery = new FaultyDelivery("bad-files");
  }

  @Test
  void shouldRefuseEveryFileThatIsDamagedOrSomethingElse() throws IOException {
    Path bad = Workbench.data().resolve("parquet_bad");
    assumeThat(Files.isDirectory(bad)).isTrue();
    for (String file : TROUBLES.keySet()) {
      Files.copy(bad.resolve(file), delivery.partition("village").resolve(given(file)));
    }

    Outcome outcome = delivery.run("registry");

    assertThat(outcome.published()).isFalse();
    assertThat(delivery.bench().warehouse().latest()).as("release").isEmpty();
    List<String> blockers = messages(outcome);
    TROUBLES.forEach(
        (file, trouble) ->
            assertThat(blockers)
                .filteredOn(message -> message.startsWith(named(given(file))))
                .as(file)
                .anyMatch(message -> message.contains(trouble)));
    assertThat(blockers).allMatch(message -> message.contains("/given_"));
  }

  private static String given(String file) {
    return "given_" + file.replaceFirst("\\.parquet.*", "") + ".parquet";
  }

  private static String named(String file) {
    return "file village/" + FaultyDelivery.MONTH + "/" + file;
  }

  @Test
  void shouldRefuseFilesWhoseColumnsAreNotTheDeclaredOnes() {
    delivery.write("village", rows -> rows.drop("rural_persons"));
    delivery.write(
        "person", rows -> rows.withColumn("birth_year", expr("cast(birth_year as string)")));
    delivery.write("household", rows -> rows.withColumn("persons", lit(null)));

    Outcome outcome = delivery.run("registry");

    assertThat(outcome.published()).isFalse();
    assertThat(messages(outcome))
        .hasSize(3)
        .anyMatch(of -> of.contains("column 'rural_persons' is absent, declared is int32"))
        .anyMatch(of -> of.contains("column 'birth_year' is string, declared is int32"))
        .anyMatch(of -> of.contains("column 'persons' holds no value at all"));
  }

  @Test
  void shouldRefuseAFileWhosePagesAreDamaged() {
    Path file = delivery.onlyFile("person");
    delivery.damagePages(file);

    Outcome outcome = delivery.run("registry");

    assertThat(outcome.published()).isFalse();
    assertThat(messages(outcome))
        .singleElement()
        .asString()
        .contains("person/" + FaultyDelivery.MONTH + "/" + file.getFileName(), "damaged pages");
  }

  @Test
  void shouldNameEveryDamagedFileOfARun() throws IOException {
    Path village = delivery.onlyFile("village");
    Files.write(village, Arrays.copyOf(Files.readAllBytes(village), 500));
    Path person = delivery.onlyFile("person");
    delivery.damagePages(person);
    for (Path file : List.of(village, person)) {
      Files.deleteIfExists(file.resolveSibling("." + file.getFileName() + ".crc"));
    }

    Outcome outcome = delivery.run("registry");

    assertThat(outcome.published()).isFalse();
    assertThat(messages(outcome))
        .containsExactlyInAnyOrder(
            named(village.getFileName().toString())
                + " is not a Parquet file, or its end is cut off: deliver it again",
            "file person/"
                + FaultyDelivery.MONTH
                + "/"
                + person.getFileName()
                + " has damaged pages: its values cannot be read; deliver it again");
  }

  private static List<String> messages(Outcome outcome) {
    return FaultyDelivery.blockers(outcome).stream().map(Finding::message).toList();
  }
}
