package org.countywise.faults;

import static org.assertj.core.api.Assertions.assertThat;
import static org.junit.jupiter.api.Assumptions.assumeTrue;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Map;
import java.util.Random;
import org.countywise.Workbench;
import org.countywise.run.WholeReleases;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;

/**
 * Real disks that are full: of memory, and small. Only root may mount them.
 *
 * <p>{@code -Dcountywise.fills} says how many warehouses fill up, {@code -Dcountywise.seed} where.
 */
@Tag("server")
class FullDiskTest {
  private static final long SEED = Long.getLong("countywise.seed", 174);
  private static final int FILLS = Integer.getInteger("countywise.fills", 1);
  private static final String LARGE = "256m";
  private static final String FULL = "countywise: the engine failed: a disk is full";

  private final WholeReleases whole = new WholeReleases();
  private final Random random = new Random(SEED);
  private final Path folder = Workbench.bench("full-disk").folder();
  private final Path disk = folder.resolve("disk");

  @BeforeEach
  void mount() throws IOException {
    assumeTrue(
        System.getProperty("user.name").equals("root"), "only root may mount a disk that is full");
    Files.createDirectories(disk);
    assumeTrue(
        shell("mount", "-t", "tmpfs", "-o", "size=" + LARGE, "countywise-full", disk.toString())
            == 0,
        "root may not mount here, as in a container");
  }

  @AfterEach
  void unmount() {
    shell("umount", disk.toString());
  }

  @Test
  void shouldSayThatTheWarehouseIsFullAndPublishOnceThereIsRoom() {
    LocalRun run = new LocalRun(folder, disk.resolve("warehouse"), LocalRun.POSTS);
    for (int fill = 1; fill <= FILLS; fill++) {
      org.countywise.Folders.delete(run.warehouse());
      succeed(run, "2020-08");
      Map<String, String> before = run.contents(whole);
      long used = disk.toFile().getTotalSpace() - disk.toFile().getUsableSpace();
      long left = (long) (random.nextDouble() * used / 2);
      resize("" + (used + left));

      AtWork.Ended ended = run.start("2020-09").ended();

      resize(LARGE);
      System.out.printf("fill %d: %d of %d bytes left: %s%n", fill, left, used, ended.errors());
      assertThat(run.contents(whole)).isEqualTo(before);
      assertThat(ended.exitCode()).as("%s", ended).isEqualTo(2);
      assertThat(ended.errors()).contains(FULL, "where the warehouse lies");
      succeed(run, "2020-09");
      assertThat(run.contents(whole)).hasSize(2).containsAllEntriesOf(before);
    }
  }

  @Test
  void shouldSayThatTheScratchFolderIsFullAndPublishOnceThereIsRoom() {
    LocalRun run = LocalRun.in(folder, "employment").scratching(disk);
    resize("300k");

    AtWork.Ended ended = run.start("2020-09").ended();

    resize(LARGE);
    System.out.println("scratch: " + ended.errors());
    assertThat(ended.exitCode()).as("%s", ended).isEqualTo(2);
    assertThat(ended.errors()).contains(FULL, "spark.local.dir");
    assertThat(run.open().releases()).isEmpty();
    succeed(run, "2020-09");
  }

  private static void succeed(LocalRun run, String month) {
    AtWork.Ended ended = run.start(month).ended();
    assertThat(ended.exitCode()).as("%s", ended).isZero();
  }

  private void resize(String size) {
    assertThat(shell("mount", "-o", "remount,size=" + size, disk.toString())).isZero();
  }

  private static int shell(String... command) {
    try {
      return new ProcessBuilder(command).inheritIO().start().waitFor();
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    } catch (InterruptedException e) {
      Thread.currentThread().interrupt();
      throw new IllegalStateException("interrupted while a disk was mounted", e);
    }
  }
}
