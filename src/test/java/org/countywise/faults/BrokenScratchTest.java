package org.countywise.faults;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.Random;
import java.util.stream.Stream;
import org.countywise.Workbench;
import org.countywise.run.WholeReleases;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

/** A disk gives back other bytes than were written to it. */
@Tag("server")
class BrokenScratchTest {
  private static final long SEED = 174;
  private static final String MONTH = "2020-09";
  private static final WholeReleases WHOLE = new WholeReleases();

  private static String undisturbed;

  private final Random random = new Random(SEED);

  @BeforeAll
  static void runUndisturbed() {
    LocalRun run = run("broken-scratch-undisturbed");
    AtWork.Ended ended = run.start(MONTH).ended();
    assertThat(ended.exitCode()).as("%s", ended).isZero();
    undisturbed = run.contents(WHOLE).get("r0001");
  }

  private static LocalRun run(String name) {
    return LocalRun.in(Workbench.bench(name).folder(), "employment");
  }

  /** Where a step begins, what earlier ones keep for it is broken. */
  @ParameterizedTest
  @CsvSource({"values: deriving, shuffle_", "values: deriving, rdd_"})
  void shouldComeToTheSameWhereBlocksAreBroken(String step, String blocks) {
    LocalRun run = run("broken-scratch");
    int[] broken = new int[1];

    AtWork.Ended ended =
        run.start(MONTH)
            .saying(step)
            .meanwhile(() -> broken[0] = breakAll(run.scratch(), blocks))
            .ended();

    System.out.println(step + " " + blocks + " " + broken[0] + " " + ended);
    assertThat(broken[0]).as("blocks that were broken").isPositive();
    assertThat(run.contents(WHOLE)).containsValue(undisturbed);
  }

  /** Flips one byte of each file, in its middle half. */
  private int breakAll(Path folder, String blocks) {
    try (Stream<Path> found = Files.walk(folder)) {
      List<Path> files =
          found
              .filter(file -> file.getFileName().toString().startsWith(blocks))
              .filter(file -> !file.getFileName().toString().endsWith(".index"))
              .filter(file -> file.toFile().length() > 100)
              .toList();
      for (Path file : files) {
        byte[] bytes = Files.readAllBytes(file);
        bytes[bytes.length / 4 + random.nextInt(bytes.length / 2)] ^= 0x10;
        Files.write(file, bytes);
      }
      return files.size();
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    }
  }
}
