package org.countywise.cluster;

import java.io.IOException;
import java.net.InetAddress;
import java.net.ServerSocket;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.util.ArrayDeque;
import java.util.ArrayList;
import java.util.Deque;
import java.util.List;
import java.util.Map;
import java.util.concurrent.TimeUnit;
import java.util.stream.Stream;
import org.countywise.faults.AtWork;

/**
 * A standalone master and workers, as processes on the loopback address, for as long as it is open.
 * Each worker has two cores; executors are processes of their own. Everything it writes lies in its
 * folder.
 */
final class MiniCluster implements AutoCloseable {
  private static final Duration PATIENCE = Duration.ofSeconds(60);
  private static final String EXECUTOR = "CoarseGrainedExecutorBackend";

  private final Path folder;
  private final SparkHome spark;
  private final String master;
  private final Deque<Process> running = new ArrayDeque<>();
  private final List<Process> workers = new ArrayList<>();
  private int submissions;

  private MiniCluster(Path folder, SparkHome spark, int port) {
    this.folder = folder;
    this.spark = spark;
    this.master = "spark://127.0.0.1:" + port;
  }

  /** Starts a master and workers and returns when these have registered. */
  static MiniCluster start(Path folder, int workers) throws IOException, InterruptedException {
    Files.createDirectories(folder);
    MiniCluster cluster =
        new MiniCluster(folder, SparkHome.at(folder.resolve("spark")), freePort());
    try {
      cluster.startMaster();
      for (int worker = 1; worker <= workers; worker++) {
        cluster.startWorker();
      }
      return cluster;
    } catch (IOException | InterruptedException | RuntimeException failure) {
      cluster.close();
      throw failure;
    }
  }

  String master() {
    return master;
  }

  /** The workers that were started, the first one first. */
  List<Process> workers() {
    return workers;
  }

  /** The executors that are at work, wherever. */
  List<ProcessHandle> executors() {
    return workers.stream()
        .flatMap(Process::descendants)
        .filter(process -> process.info().commandLine().orElse("").contains(EXECUTOR))
        .toList();
  }

  /**
   * Submits as {@code spark-submit --master … ARGUMENTS} would, in client mode, and waits for the
   * end.
   */
  AtWork.Ended submit(List<String> arguments) throws IOException {
    return begin(arguments).ended();
  }

  /** The same without waiting: something may be done to it. */
  AtWork begin(List<String> arguments) throws IOException {
    List<String> all = new ArrayList<>(List.of("--master", master));
    all.addAll(List.of("--driver-memory", "1g", "--executor-memory", "1g"));
    all.addAll(arguments);
    submissions++;
    ProcessBuilder command = spark.process("org.apache.spark.deploy.SparkSubmit", all);
    AtWork job = AtWork.start(command, folder, "submit-" + submissions);
    running.push(job.process());
    return job;
  }

  @Override
  public void close() {
    while (!running.isEmpty()) {
      stop(running.pop());
    }
  }

  private void startMaster() throws IOException, InterruptedException {
    String port = master.substring(master.lastIndexOf(':') + 1);
    Path log =
        launch(
            "Master",
            spark.process(
                "org.apache.spark.deploy.master.Master",
                List.of("--host", "127.0.0.1", "--port", port, "--webui-port", "0")));
    await(log, "New state: ALIVE");
  }

  /** Starts one more worker. */
  void startWorker() throws IOException, InterruptedException {
    startWorker(Map.of());
  }

  /** Starts one more worker in an environment that its executors have, too. */
  Process startWorker(Map<String, String> environment) throws IOException, InterruptedException {
    String work = folder.resolve("work").toAbsolutePath().toString();
    List<String> arguments = new ArrayList<>(List.of("--host", "127.0.0.1", "--webui-port", "0"));
    Path leaving = folder.resolve("worker.properties");
    Files.writeString(leaving, "spark.decommission.enabled=true\n");
    arguments.addAll(List.of("--properties-file", leaving.toAbsolutePath().toString()));
    arguments.addAll(List.of("--cores", "2", "--memory", "3g", "--work-dir", work, master));
    ProcessBuilder worker = spark.process("org.apache.spark.deploy.worker.Worker", arguments);
    worker.environment().putAll(environment);
    Path log = launch("Worker", worker);
    workers.add(running.element());
    await(log, "Successfully registered with master");
    return running.element();
  }

  /** Ends a worker with its executors. */
  void end(Process worker) {
    workers.remove(worker);
    stop(worker);
  }

  /** A worker with all that it has started. */
  static List<ProcessHandle> family(Process worker) {
    return Stream.concat(worker.descendants(), Stream.of(worker.toHandle())).toList();
  }

  private Path launch(String program, ProcessBuilder process) throws IOException {
    Path log = folder.resolve(program + "-" + running.size() + ".log");
    running.push(process.redirectErrorStream(true).redirectOutput(log.toFile()).start());
    return log;
  }

  private void await(Path log, String sign) throws IOException, InterruptedException {
    for (long waited = 0; waited < PATIENCE.toMillis(); waited += 100) {
      if (Files.readString(log).contains(sign)) {
        return;
      }
      if (!running.element().isAlive()) {
        throw new IllegalStateException("the process has ended; see " + log);
      }
      Thread.sleep(100);
    }
    throw new IllegalStateException("'" + sign + "' does not appear within a minute in " + log);
  }

  private static void stop(Process process) {
    List<ProcessHandle> family = family(process);
    process.destroy();
    try {
      process.waitFor(10, TimeUnit.SECONDS);
    } catch (InterruptedException interrupted) {
      Thread.currentThread().interrupt();
    }
    family.forEach(ProcessHandle::destroyForcibly);
  }

  private static int freePort() throws IOException {
    try (ServerSocket socket = new ServerSocket(0, 1, InetAddress.getLoopbackAddress())) {
      return socket.getLocalPort();
    }
  }
}
