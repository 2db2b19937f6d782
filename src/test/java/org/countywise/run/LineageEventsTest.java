package org.countywise.run;

import static org.assertj.core.api.Assertions.assertThat;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import io.openlineage.spark.agent.OpenLineageSparkListener;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.YearMonth;
import java.util.List;
import java.util.Set;
import java.util.TreeSet;
import org.apache.spark.SparkContext;
import org.apache.spark.SparkEnv;
import org.countywise.Workbench;
import org.countywise.report.Outcome;
import org.junit.jupiter.api.Test;

/** What OpenLineage's own listener tells of a run, through its transport to a file. */
class LineageEventsTest {
  private final Workbench.Bench bench = Workbench.bench("lineage-events");
  private final Path events = bench.folder().toAbsolutePath().resolve("events.ndjson");

  @Test
  void shouldTellDatasetsThatAreReadAndTablesThatAreWrittenAndNoValueOfARow() throws Exception {
    Outcome outcome = listenedTo();

    assertThat(outcome.published()).as("%s", outcome.findings()).isTrue();
    assertThat(names("inputs")).anyMatch(name -> name.endsWith("/sample/public_post"));
    assertThat(names("outputs"))
        .anyMatch(name -> name.endsWith("/published/indicator_value"))
        .anyMatch(name -> name.endsWith("/published/run_manifest"));
    assertThat(Files.readString(events))
        .as("codes of villages; identifiers of runs may end in twelve digits")
        .doesNotContainPattern("(?<![\\w-])\\d{12}\\b");
  }

  private Outcome listenedTo() throws Exception {
    SparkContext spark = bench.spark().sparkContext();
    SparkEnv.get()
        .conf()
        .set("spark.openlineage.transport.type", "file")
        .set("spark.openlineage.transport.location", events.toString())
        .set("spark.openlineage.namespace", "countywise");
    OpenLineageSparkListener listener = new OpenLineageSparkListener(SparkEnv.get().conf());
    spark.addSparkListener(listener);
    try {
      return bench.run(Workbench.sample(), "jobs", List.of(YearMonth.of(2020, 9)), "public-posts");
    } finally {
      spark.listenerBus().waitUntilEmpty(60_000);
      spark.removeSparkListener(listener);
    }
  }

  private Set<String> names(String side) throws IOException {
    Set<String> names = new TreeSet<>();
    for (String line : Files.readAllLines(events)) {
      for (JsonNode dataset : new ObjectMapper().readTree(line).path(side)) {
        names.add(dataset.path("name").asText());
      }
    }
    return names;
  }
}
