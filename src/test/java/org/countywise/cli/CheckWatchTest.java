package org.countywise.cli;

import static java.util.concurrent.TimeUnit.SECONDS;
import static org.assertj.core.api.Assertions.assertThat;
import static org.junit.jupiter.api.Assumptions.assumeFalse;

import java.io.BufferedReader;
import java.io.IOException;
import java.io.InputStreamReader;
import java.io.OutputStream;
import java.io.PipedInputStream;
import java.io.PipedOutputStream;
import java.io.PrintStream;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.StandardCopyOption;
import java.util.List;
import java.util.concurrent.BlockingQueue;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.LinkedBlockingQueue;
import org.countywise.Workbench;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** {@code check --watch} says of every save what came of it. */
class CheckWatchTest {
  private static final String GROWTH = "us-migration.yaml";

  @TempDir private Path folder;

  @Test
  void shouldSayOfEverySaveWhatCameOfIt() throws Exception {
    Workbench.session(java.util.Map.of());
    Path jobs = JobsCopy.of("jobs-us", folder.resolve("jobs"));
    Path family = jobs.resolve(GROWTH);
    String right = Files.readString(family);
    try (Watched watched = Watched.of(jobs)) {
      assertThat(watched.until("watching")).contains("definitions: all right");

      // saved as editors do, under another name first
      Path draft = Files.writeString(jobs.resolve(".draft.swp"), right + "# a remark\n");
      Files.move(draft, family, StandardCopyOption.REPLACE_EXISTING);
      assertThat(watched.until(GROWTH + ":")).contains(GROWTH + ": all right, 1 example in ");

      Files.writeString(family, right.replaceFirst("value: \\d+", "value: 123456"));
      assertThat(watched.until(GROWTH + ": 1 problem"))
          .contains(family + ": example '")
          .contains("123456");

      Files.writeString(family, right.replaceFirst("(?m)^indicators:", "indicatorz:"));
      int line = right.substring(0, right.indexOf("\nindicators:")).split("\n", -1).length + 1;
      assertThat(watched.until("0 examples"))
          .contains(family + ":" + line + ": unknown key 'indicatorz'")
          .contains("did you mean 'indicators'?");

      Files.writeString(family, right);
      assertThat(watched.until(GROWTH + ":")).contains("all right, 1 example");
      assertThat(watched.end()).isEqualTo(Exit.DONE);
    }
  }

  @Test
  void shouldEndAsDoneOnCtrlC() throws Exception {
    assumeFalse(ignoresCtrlC(), "Ctrl-C is ignored here, as by what a shell runs behind");
    Path jobs = JobsCopy.of("jobs-us", folder.resolve("jobs"));
    Process process =
        new ProcessBuilder(
                List.of(
                    Path.of(System.getProperty("java.home"), "bin", "java").toString(),
                    "-cp",
                    System.getProperty("java.class.path"),
                    Main.class.getName(),
                    "check",
                    "--watch",
                    "--no-examples",
                    "--jobs",
                    jobs.toString()))
            .redirectError(ProcessBuilder.Redirect.DISCARD)
            .start();
    try (BufferedReader said =
        new BufferedReader(
            new InputStreamReader(process.getInputStream(), StandardCharsets.UTF_8))) {
      assertThat(said.readLine()).isEqualTo("definitions: all right; watching; Ctrl-C ends");

      new ProcessBuilder("kill", "-INT", String.valueOf(process.pid())).start().waitFor();

      assertThat(process.waitFor(60, SECONDS)).as("ended").isTrue();
      assertThat(process.exitValue()).isEqualTo(Exit.DONE);
    } finally {
      process.destroyForcibly();
    }
  }

  /** Whether whoever started the tests has told them, and what they start, to ignore Ctrl-C. */
  private static boolean ignoresCtrlC() throws IOException {
    Path status = Path.of("/proc/self/status");
    long sigint = 1L << 1;
    return Files.exists(status)
        && Files.readAllLines(status).stream()
            .filter(line -> line.startsWith("SigIgn:"))
            .mapToLong(line -> Long.parseUnsignedLong(line.substring(7).trim(), 16))
            .anyMatch(ignored -> (ignored & sigint) != 0);
  }

  /** A command at work, and the lines it has said. */
  private record Watched(
      Thread thread, CompletableFuture<Integer> code, BlockingQueue<String> lines)
      implements AutoCloseable {

    static Watched of(Path jobs) throws IOException {
      PipedInputStream said = new PipedInputStream(1 << 16);
      PrintStream out = new PrintStream(new PipedOutputStream(said), true, StandardCharsets.UTF_8);
      PrintStream err = new PrintStream(OutputStream.nullOutputStream(), true);
      CompletableFuture<Integer> code = new CompletableFuture<>();
      String[] words = {"check", "--watch", "--jobs", jobs.toString()};
      Thread thread = new Thread(() -> code.complete(Main.run(words, out, err)));
      BlockingQueue<String> lines = new LinkedBlockingQueue<>();
      Thread reader = new Thread(() -> read(said, lines));
      reader.setDaemon(true);
      reader.start();
      thread.start();
      return new Watched(thread, code, lines);
    }

    private static void read(PipedInputStream said, BlockingQueue<String> lines) {
      new BufferedReader(new InputStreamReader(said, StandardCharsets.UTF_8))
          .lines()
          .forEach(lines::add);
    }

    /** All that is said up to a line that holds a text. */
    String until(String text) throws InterruptedException {
      StringBuilder all = new StringBuilder();
      String line = "";
      while (line != null && !line.contains(text)) {
        line = lines.poll(60, SECONDS);
        all.append(line).append('\n');
      }
      return all.toString();
    }

    int end() throws Exception {
      thread.interrupt();
      return code.get(60, SECONDS);
    }

    @Override
    public void close() {
      thread.interrupt();
    }
  }
}
