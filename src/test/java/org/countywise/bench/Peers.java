package org.countywise.bench;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.sql.SQLException;
import java.util.ArrayList;
import java.util.List;
import java.util.function.Consumer;

/** Asks DuckDB and plain Spark SQL, each in a process of its own, on as many threads as Spark. */
final class Peers {
  private static final String THREADS = String.valueOf(Runtime.getRuntime().availableProcessors());

  private final Launch launch;
  private final Path folder;
  private final Consumer<String> progress;
  private final List<Result.Peer> asked = new ArrayList<>();

  /**
   * Nobody is asked yet.
   *
   * @param folder where the delivery lies, and answers are kept
   */
  Peers(Launch launch, Path folder, Consumer<String> progress) {
    this.launch = launch;
    this.folder = folder;
    this.progress = progress;
  }

  /**
   * DuckDB's answer.
   *
   * @param file its values
   */
  record Answer(String name, Question question, Usage usage, Path file) {}

  /** The delivery that is asked about. */
  Path delivery() {
    return folder.resolve("delivery");
  }

  /** All that were asked. */
  List<Result.Peer> asked() {
    return List.copyOf(asked);
  }

  /** Asks DuckDB. */
  Answer duckDb(String name, Question question) throws IOException, InterruptedException {
    progress.accept(name);
    Path file = Files.createTempDirectory(folder, "duckdb-").resolve("answer.parquet");
    String families = String.join(",", question.families());
    List<String> command =
        launch.program(
            DuckDb.class,
            delivery().toString(),
            file.toString(),
            THREADS,
            question.monthList(),
            families);
    Usage usage = Child.run(command, folder).usage();
    asked.add(new Result.Peer(name, usage, question.families(), List.of()));
    return new Answer(name, question, usage, file);
  }

  /** Asks plain Spark SQL the part of the question that it has queries for. */
  void plainSpark(Question question) throws IOException, InterruptedException, SQLException {
    List<String> families = PlainQuery.families();
    String name = "plain Spark SQL, %d families".formatted(families.size());
    Answer same =
        duckDb(
            "DuckDB, the same %d families".formatted(families.size()),
            new Question(question.months(), families));
    progress.accept(name);
    Path answer = Files.createTempDirectory(folder, "plain-").resolve("answer");
    List<String> command =
        launch.program(
            PlainSpark.class,
            delivery().toString(),
            answer.toString(),
            THREADS,
            question.monthList());
    Usage usage = Child.run(command, folder).usage();
    asked.add(
        new Result.Peer(
            name,
            usage,
            families,
            Agreement.ofPlainSpark(delivery(), same.question(), same.file(), answer)));
  }
}
