package org.countywise.cli;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.math.BigDecimal;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.stream.Stream;
import org.apache.spark.sql.Row;
import org.apache.spark.sql.RowFactory;
import org.apache.spark.sql.types.StructType;
import org.countywise.Workbench;
import org.countywise.release.Draft;
import org.countywise.release.Table;
import org.countywise.release.Warehouse;
import org.countywise.report.PlainManifest;
import org.countywise.table.IndicatorValue;
import org.junit.jupiter.api.Test;

/** What {@code countywise releases} says of a warehouse that lies elsewhere than it was written. */
class ReleasesCommandTest {
  private final Workbench.Bench bench = Workbench.bench("releases-command");

  @Test
  void shouldSayInOneSentenceThatAWarehouseWasMovedAndAdoptIt() throws IOException {
    publish(bench.warehouse());
    Path moved = bench.folder().toAbsolutePath().resolve("moved");
    Files.move(bench.folder().resolve("warehouse"), moved);
    String typed = bench.folder() + "/./moved/";

    Terminal before = Terminal.type("releases", "-q", "--warehouse", typed);
    assertThat(before.code()).isEqualTo(Exit.USAGE);
    assertThat(before.err().lines()).hasSize(1);
    assertThat(before.err())
        .startsWith("countywise: the warehouse " + moved + " was written as ")
        .contains("--adopt");
    assertThat(Terminal.type("show", "-q", "--warehouse", typed).code()).isEqualTo(Exit.USAGE);

    Terminal adopted = Terminal.type("releases", "-q", "--warehouse", typed, "--adopt");
    assertThat(adopted.err()).isEmpty();
    assertThat(adopted.code()).isEqualTo(Exit.DONE);
    assertThat(adopted.out()).contains("The warehouse is whole at " + moved + ".", "r0001");

    Path csv = bench.folder().resolve("releases.csv");
    Terminal listed =
        Terminal.type("releases", "-q", "--warehouse", typed, "--csv", csv.toString());
    assertThat(listed.out()).contains("1 releases in " + csv);
    assertThat(Files.readAllLines(csv))
        .hasSize(2)
        .first()
        .asString()
        .startsWith("release,base,readable,published,periods,families");
    assertThat(Files.readAllLines(csv).get(1)).startsWith("r0001,\"\",true,20");

    assertThat(Terminal.type("releases", "-q", "--warehouse", "file:" + moved, "--costs").out())
        .contains("r0001", "Release r0001 does not say what it cost")
        .doesNotContain("whole at");
    assertThat(Terminal.type("releases", "-q", "--warehouse", typed, "--costs=r0002").err())
        .contains("unknown release 'r0002' in --costs; did you mean 'r0001'?");
  }

  @Test
  void shouldSayWhatToDoWhereAFileOfAReleaseIsMissing() throws IOException {
    publish(bench.warehouse());
    publish(bench.warehouse());
    Path data = bench.folder().resolve("warehouse/published/indicator_value/data");
    List<Path> files;
    try (Stream<Path> all = Files.walk(data)) {
      files = all.filter(Files::isRegularFile).toList();
    }
    for (Path file : files) {
      Files.delete(file);
    }
    String typed = bench.folder().resolve("warehouse").toString();

    Terminal shown = Terminal.type("show", "-q", "--warehouse=" + typed);

    assertThat(shown.code()).as(shown.err()).isEqualTo(Exit.FAILED);
    assertThat(shown.err())
        .contains(
            "indicator_value", "'countywise releases --warehouse W --adopt' goes back to the");

    Terminal adopted = Terminal.type("releases", "-q", "--warehouse=" + typed, "--adopt");
    assertThat(adopted.code()).isEqualTo(Exit.USAGE);
    assertThat(adopted.err()).contains("no release of this warehouse is wholly there");
  }

  private static void publish(Warehouse warehouse) {
    try (Draft draft = warehouse.draft()) {
      draft.replace(
          Table.published("dim_period"),
          warehouse.rows(
              List.of(RowFactory.create("2020-07")), new StructType().add("period", "string")));
      draft.replaceValues(
          Table.published("indicator_value"),
          warehouse.rows(List.of(value(draft.release())), IndicatorValue.SCHEMA),
          List.of("2020-07"),
          List.of("posts"));
      draft.publish(PlainManifest.PLANNED, PlainManifest.CONTENTS);
    }
    warehouse.settle(2);
  }

  private static Row value(String release) {
    return RowFactory.create(
        "posts", "CN", "nation", "2020-07", "", 1.0, new BigDecimal("1"), null, "A", release);
  }
}
