package org.countywise.bench;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.sql.SQLException;
import java.util.ArrayList;
import java.util.List;
import java.util.function.Consumer;

/**
 * Does one work after the other. Three warehouses take part: one for the full run and what changes
 * after it, one for the month that follows nine others, one for each work that begins with nothing.
 *
 * @param folder where everything lies that is made for it
 * @param progress is told what begins
 */
record Works(Launch launch, Path folder, Peers peers, Consumer<String> progress) {
  private static final String EMPTY = "one month, empty warehouse";

  /** The works in the order in which they are told. */
  List<Result.Work> all() throws IOException, InterruptedException, SQLException {
    Path jobs = launch.home().resolve("jobs");
    Path more = folder.resolve("jobs");
    Changes.addIndicator(jobs, more);
    Peers.Answer all = peers.duckDb("DuckDB, full run", Question.ALL);
    Peers.Answer last = peers.duckDb("DuckDB, one month", Question.LAST);
    Peers.Answer warning = peers.duckDb("DuckDB, early warning", Question.WARNING);
    List<Result.Work> works = new ArrayList<>();
    works.add(work(new Task("full run", "full", Question.ALL, jobs), all, all));
    unmeasured("nine months before", new Task("", "refresh", Question.BEFORE, jobs));
    works.add(work(new Task("refresh", "refresh", Question.LAST, jobs), last, all));
    works.add(work(new Task("nothing changed", "full", Question.ALL, jobs), all, all));
    Result.Work added = work(new Task("one indicator added", "full", Question.ALL, more), all, all);
    Result.Work early =
        work(new Task("early warning", "warning", Question.WARNING, jobs), warning, warning);
    Result.Work month = work(new Task(EMPTY, "month", Question.LAST, jobs), last, last);
    Changes.correctOneCounty(peers.delivery());
    Peers.Answer corrected = peers.duckDb("DuckDB, one county corrected", Question.ALL);
    works.add(
        work(new Task("one county corrected", "full", Question.ALL, jobs), corrected, corrected));
    works.addAll(List.of(added, early, month));
    return works;
  }

  /**
   * A run of the product.
   *
   * @param warehouse name of the warehouse's folder
   */
  private record Task(String name, String warehouse, Question question, Path jobs) {}

  private void unmeasured(String name, Task task) throws IOException, InterruptedException {
    progress.accept(name);
    run(task);
  }

  /**
   * Measures a run and compares what its warehouse then says.
   *
   * @param peer what its time is compared with
   * @param values what its values are compared with
   */
  private Result.Work work(Task task, Peers.Answer peer, Peers.Answer values)
      throws IOException, InterruptedException, SQLException {
    progress.accept(task.name());
    Child.Ended ended = run(task);
    JsonNode costs = new ObjectMapper().readTree(ended.out()).path("costs");
    progress.accept("comparing the values of: " + task.name());
    List<String> differences =
        Agreement.ofRelease(
            peers.delivery(), values.question(), values.file(), export(task.warehouse()));
    return new Result.Work(
        task.name(),
        ended.usage(),
        sum(costs, "rows"),
        sum(costs, "bytes"),
        peer.name(),
        ended.usage().seconds() / peer.usage().seconds(),
        differences);
  }

  private Child.Ended run(Task task) throws IOException, InterruptedException {
    List<String> words =
        new ArrayList<>(
            List.of(
                "run",
                "--quiet",
                "--json",
                "--delivery=" + peers.delivery(),
                "--warehouse=" + folder.resolve(task.warehouse()),
                "--period=" + task.question().period(),
                "--jobs=" + task.jobs(),
                "--conf=" + launch.home().resolve("conf/local.yaml")));
    words.addAll(task.question().families());
    return Child.run(launch.product(words.toArray(String[]::new)), folder);
  }

  private Path export(String warehouse) throws IOException, InterruptedException {
    Path export = Files.createTempDirectory(folder, "export-").resolve("tables");
    List<String> command =
        launch.product(
            "export",
            "--quiet",
            "--restricted",
            "--format=parquet",
            "--warehouse=" + folder.resolve(warehouse),
            "--conf=" + launch.home().resolve("conf/local.yaml"),
            "--out=" + export);
    Child.run(command, folder);
    return export;
  }

  private static long sum(JsonNode costs, String field) {
    long sum = 0;
    for (JsonNode cost : costs) {
      sum += cost.path(field).asLong();
    }
    return sum;
  }
}
