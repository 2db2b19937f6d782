package org.countywise.cli;

import static org.assertj.core.api.Assertions.assertThat;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.attribute.PosixFilePermissions;
import java.util.List;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

/** What the doctor says of folders, machines and deliveries; it starts no Spark. */
class DoctorCommandTest {
  private static final long GIB = 1L << 30;

  @TempDir private Path folder;

  @Test
  void shouldSayOfAWholeDeliveryWhatIsThere() throws IOException {
    Path jobs = JobsCopy.of("jobs-us", folder.resolve("jobs"));
    Path delivery = folder.resolve("D");
    file(delivery.resolve("us_employment/qcew_2016_small.parquet"));

    Terminal typed =
        Terminal.type("doctor", "--delivery", delivery.toString(), "--jobs", jobs.toString());

    assertThat(typed.out())
        .contains("ok       definitions: 2 datasets, 2 families")
        .contains("warning  delivery: 1 of 2 datasets, months none; no file of us_migration")
        .contains("ok       accelerator: none")
        .contains("ok       java: Java " + Runtime.version().feature());
  }

  @Test
  void shouldSayWhichMonthsHaveNoControlTotals() throws IOException {
    Path delivery = folder.resolve("D");
    for (String month : List.of("2020-06", "2020-07", "2020-08")) {
      file(delivery.resolve("household/period=" + month + "/part.parquet"));
    }
    file(delivery.resolve("delivery/period=2020-06/part.parquet"));

    assertThat(Terminal.type("doctor", "--delivery", delivery.toString()).out())
        .contains("months 2020-06..2020-08; no file of region, ")
        .contains(
            "warning  totals: control totals of 2020-06; files without any in 2020-07..2020-08; a"
                + " month without control totals is not delivered yet");
  }

  @Test
  void shouldEndWithOneWhereSomethingHasToBePutRight() throws IOException {
    Path warehouse = folder.resolve("W");
    Path restricted = Files.createDirectories(warehouse.resolve("restricted"));
    Files.setPosixFilePermissions(restricted, PosixFilePermissions.fromString("rwxr-xr-x"));

    Terminal typed =
        Terminal.type(
            "doctor",
            "--json",
            "--warehouse",
            warehouse.toString(),
            "--delivery",
            folder.resolve("nowhere").toString());

    JsonNode told = new ObjectMapper().readTree(typed.out());
    assertThat(typed.code()).isEqualTo(Exit.BLOCKED);
    assertThat(told.get("ok").asBoolean()).isFalse();
    assertThat(state(told, "warehouse")).isEqualTo("ok");
    assertThat(state(told, "restricted")).isEqualTo("error");
    assertThat(state(told, "delivery")).isEqualTo("error");
    assertThat(typed.out()).contains("chmod 700 " + restricted);
  }

  @Test
  void shouldNameTheFirstProblemOfDefinitions() throws IOException {
    Path jobs = JobsCopy.of("jobs-us", folder.resolve("jobs"));
    Files.writeString(jobs.resolve("delivery.yaml"), "unit: hamlet\n");

    Terminal typed = Terminal.type("doctor", "--jobs", jobs.toString());

    assertThat(typed.code()).isEqualTo(Exit.BLOCKED);
    assertThat(typed.out())
        .contains("error    definitions: ", jobs.resolve("delivery.yaml") + ":1");
  }

  @Test
  void shouldWantAScratchFolderOfOnesOwn() throws IOException {
    Path scratch = Files.createDirectory(folder.resolve("scratch"));
    Files.setPosixFilePermissions(scratch, PosixFilePermissions.fromString("rwx------"));
    HealthCheck own = FolderHealth.scratch(scratch);
    Files.setPosixFilePermissions(scratch, PosixFilePermissions.fromString("rwxr-xr-x"));
    HealthCheck open = FolderHealth.scratch(scratch);

    assertThat(own.state()).as(own.said()).isNotEqualTo(HealthCheck.State.ERROR);
    assertThat(own.said()).contains("is yours alone");
    assertThat(open.state()).isEqualTo(HealthCheck.State.ERROR);
    assertThat(open.remedy()).contains("chmod 700");
    assertThat(FolderHealth.scratch(folder.resolve("gone")).said()).contains("is not there");
    assertThat(scratch).isEmptyDirectory();
  }

  @Test
  void shouldNotJudgeAWarehouseOnAnotherFileSystem() {
    assertThat(FolderHealth.warehouse("hdfs://host/warehouse"))
        .extracting(HealthCheck::state)
        .containsExactly(HealthCheck.State.WARNING);
  }

  @ParameterizedTest
  @CsvSource({
    "4, 16, 16, OK, a heap of 4 GiB on a machine of 16 GiB",
    "1, 16, 16, WARNING, a heap of 1 GiB on a machine of 16 GiB",
    "8, 64, 8, WARNING, in a container of 8 GiB"
  })
  void shouldJudgeTheHeapByWhatThereIs(
      long heap, long machine, long container, HealthCheck.State state, String said) {
    HealthCheck check =
        MachineHealth.memory(new MachineHealth.Memory(heap * GIB, machine * GIB, container * GIB));

    assertThat(check.state()).isEqualTo(state);
    assertThat(check.said()).contains(said);
  }

  @ParameterizedTest
  @CsvSource({"16, ERROR", "17, OK", "21, OK", "22, ERROR"})
  void shouldKnowTheJavaThatSparkSupports(String version, HealthCheck.State state) {
    assertThat(MachineHealth.java(Runtime.Version.parse(version)).state()).isEqualTo(state);
  }

  @ParameterizedTest
  @CsvSource({"UTF-8, OK", "ANSI_X3.4-1968, ERROR", "unheard-of, ERROR"})
  void shouldWantALocaleThatKnowsChinese(String charset, HealthCheck.State state) {
    assertThat(MachineHealth.locale(charset).state()).isEqualTo(state);
  }

  private static void file(Path file) throws IOException {
    Files.createDirectories(file.getParent());
    Files.writeString(file, "");
  }

  private static String state(JsonNode told, String subject) {
    for (JsonNode check : told.get("checks")) {
      if (check.get("subject").asText().equals(subject)) {
        return check.get("state").asText();
      }
    }
    return "";
  }
}
