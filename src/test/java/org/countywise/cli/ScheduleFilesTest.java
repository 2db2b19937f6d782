package org.countywise.cli;

import static org.assertj.core.api.Assertions.assertThat;
import static org.junit.jupiter.api.Assumptions.assumeTrue;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.MappingIterator;
import com.fasterxml.jackson.dataformat.yaml.YAMLMapper;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.stream.StreamSupport;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

/** The files of {@code conf/schedule} are well-formed and agree on what {@code month.sh} says. */
class ScheduleFilesTest {
  private static final Path SCHEDULE = Path.of("conf/schedule");
  private static final String NIGHTS = "0 1 5-31 * *";
  private static final String PASSWORD = "COUNTYWISE_POSTGRES_PASSWORD";
  private static final String SCRIPT = "/opt/countywise/conf/schedule/month.sh";

  /**
   * What the DAG needs of Airflow: decorators that leave functions as they are, and its failures.
   */
  private static final String AIRFLOW =
      """
      import sys, types
      def module(name, **names):
          sys.modules[name] = types.ModuleType(name)
          vars(sys.modules[name]).update(names)
      class Failed(Exception): pass
      class FailedForGood(Failed): pass
      tasks = {}
      def task(**options):
          return lambda function: tasks.setdefault(function.__name__, (function, options))[0]
      def dag(**options):
          tasks["dag"] = options
          return lambda function: (lambda: None)
      module("airflow")
      module("airflow.exceptions", AirflowException=Failed, AirflowFailException=FailedForGood)
      module("airflow.sdk", dag=dag, task=task)
      import importlib.util
      spec = importlib.util.spec_from_file_location("airflow_dag", sys.argv[1])
      plan = importlib.util.module_from_spec(spec)
      spec.loader.exec_module(plan)
      plan.MONTH = sys.argv[2]
      month, options = tasks["month"]
      print(options["retries"], options["retry_delay"], tasks["dag"]["schedule"], tasks["dag"]["max_active_runs"])
      try:
          month(params={"period": sys.argv[3]})
          print("succeeded")
      except FailedForGood:
          print("failed for good")
      except Failed:
          print("to be tried again")
      """;

  @TempDir Path folder;

  private static JsonNode manifest(String kind) throws IOException {
    try (MappingIterator<JsonNode> documents =
        new YAMLMapper()
            .readerFor(JsonNode.class)
            .readValues(SCHEDULE.resolve("kubernetes.yaml").toFile())) {
      return documents.readAll().stream()
          .filter(document -> document.path("kind").asText().equals(kind))
          .findFirst()
          .orElseThrow();
    }
  }

  private static List<Integer> numbers(JsonNode list) {
    return StreamSupport.stream(list.spliterator(), false).map(JsonNode::asInt).toList();
  }

  @Test
  void shouldTakeWhatTheScriptSaysForFinalOnKubernetes() throws IOException {
    JsonNode job = manifest("CronJob").at("/spec/jobTemplate/spec");
    JsonNode rule = job.at("/podFailurePolicy/rules/1");
    JsonNode run = job.at("/template/spec/initContainers/0");

    assertThat(rule.path("action").asText()).isEqualTo("FailJob");
    assertThat(numbers(rule.at("/onExitCodes/values"))).containsExactly(1, 2, 64, 75);
    assertThat(rule.at("/onExitCodes/containerName").asText()).isEqualTo(run.path("name").asText());
    assertThat(run.at("/command/0").asText()).isEqualTo(SCRIPT);
    assertThat(job.at("/template/spec/restartPolicy").asText()).isEqualTo("Never");
    assertThat(manifest("CronJob").at("/spec/concurrencyPolicy").asText()).isEqualTo("Forbid");
  }

  @Test
  void shouldGiveTheSecretToTheExportOnly() throws IOException {
    JsonNode pod = manifest("CronJob").at("/spec/jobTemplate/spec/template/spec");

    assertThat(pod.path("initContainers").toString()).doesNotContain("secretRef");
    assertThat(pod.at("/containers/0/envFrom/1/secretRef/name").asText())
        .isEqualTo(manifest("Secret").at("/metadata/name").asText());
    assertThat(manifest("Secret").path("stringData").has(PASSWORD)).isTrue();
    assertThat(manifest("ConfigMap").path("data").has(PASSWORD)).isFalse();
  }

  @Test
  void shouldTryAsOftenAndAtTheSameHoursEverywhere() throws Exception {
    String crontab = Files.readString(SCHEDULE.resolve("crontab"));
    JsonNode settings = manifest("ConfigMap").path("data");

    assertThat(crontab)
        .contains("COUNTYWISE_ATTEMPTS=6\nCOUNTYWISE_PAUSE=1800\n")
        .contains("\n" + NIGHTS + " flock --nonblock --conflict-exit-code 75 ")
        .contains(SCRIPT);
    assertThat(settings.path("COUNTYWISE_ATTEMPTS").asText()).isEqualTo("6");
    assertThat(settings.path("COUNTYWISE_PAUSE").asText()).isEqualTo("1800");
    assertThat(manifest("CronJob").at("/spec/schedule").asText()).isEqualTo(NIGHTS);
    assertThat(airflow(0)).first().isEqualTo("5 0:30:00 " + NIGHTS + " 1");
  }

  @ParameterizedTest
  @CsvSource({
    "0, succeeded",
    "1, failed for good",
    "64, failed for good",
    "75, to be tried again",
    "2, to be tried again",
    "137, to be tried again"
  })
  void shouldTryTheSameAgainInAirflow(int code, String ending) throws Exception {
    assertThat(airflow(code)).last().isEqualTo(ending);
  }

  /**
   * What the DAG makes of a run that ends with a code, after its settings; with a stand-in for
   * Airflow.
   */
  private List<String> airflow(int code) throws Exception {
    assumeTrue(isThere("python3"), "python3 is not installed: the DAG is not looked at");
    Path script = Files.writeString(folder.resolve("month.sh"), "#!/bin/sh\nexit " + code + "\n");
    assertThat(script.toFile().setExecutable(true)).isTrue();
    Path stand = Files.writeString(folder.resolve("stand_in.py"), AIRFLOW);
    return said(
        "python3",
        "-B",
        stand.toString(),
        SCHEDULE.resolve("airflow_dag.py").toString(),
        script.toString(),
        "2020-10");
  }

  @ParameterizedTest
  @CsvSource({"sh, month.sh", "bash, month.sh"})
  void shouldBeAScript(String shell, String file) throws Exception {
    assumeTrue(isThere(shell), shell + " is not installed");

    assertThat(said(shell, "-n", SCHEDULE.resolve(file).toString())).isEmpty();
    assertThat(Files.isExecutable(SCHEDULE.resolve(file))).isTrue();
  }

  private static boolean isThere(String program) throws InterruptedException {
    try {
      return new ProcessBuilder(program, "-c", "").start().waitFor() == 0;
    } catch (IOException absent) {
      return false;
    }
  }

  /** The lines a command says; it has to end well. */
  private static List<String> said(String... command) throws Exception {
    Process process = new ProcessBuilder(command).redirectErrorStream(true).start();
    List<String> lines = new ArrayList<>();
    process.inputReader().lines().forEach(lines::add);
    assertThat(process.waitFor()).as("%s", lines).isZero();
    return lines;
  }
}
