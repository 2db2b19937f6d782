package org.countywise.run;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Random;
import java.util.concurrent.TimeUnit;
import org.apache.spark.sql.SparkSession;
import org.countywise.Workbench;
import org.countywise.release.Warehouse;

/**
 * Kills runs at random moments and fills the disk under others, and looks after each what a reader
 * sees: run by hand, it takes some minutes. Prints a table of the trials, and as errors what runs
 * said that failed by themselves. Ends with 1 where a reader saw half of a release, an old release
 * was lost, or the next run did not succeed.
 *
 * <p>{@code KillTrials SEED KILLS [FOLDER FILLS]}: the folder is a mount point for small disks, and
 * needs the right to mount.
 */
public final class KillTrials {
  private static final String SEPTEMBER = "2020-09";
  private static final String AUGUST = "2020-08";
  private static final long MEGABYTE = 1L << 20;

  private final Random random;
  private final Path folder = Workbench.bench("kill-trials").folder();
  private final WholeReleases whole = new WholeReleases();
  private boolean good = true;

  private KillTrials(long seed) {
    this.random = new Random(seed);
  }

  public static void main(String[] args) throws IOException, InterruptedException {
    KillTrials trials = new KillTrials(Long.parseLong(args[0]));
    System.out.println("trial  what                 ended  releases  readable  next run");
    trials.kills(Integer.parseInt(args[1]));
    if (args.length > 2) {
      trials.fills(Path.of(args[2]), Integer.parseInt(args[3]));
    }
    System.exit(trials.good ? 0 : 1);
  }

  private void kills(int count) throws IOException, InterruptedException {
    Path warehouse = folder.resolve("warehouse");
    run(warehouse, AUGUST, 0);
    long begin = System.nanoTime();
    run(warehouse, SEPTEMBER, 0);
    long whole = TimeUnit.NANOSECONDS.toMillis(System.nanoTime() - begin);
    for (int trial = 1; trial <= count; trial++) {
      // From the start of the JVM to a little after the end: moments of the writing are among them.
      long moment = 1 + (long) (random.nextDouble() * whole * 1.05);
      List<String> before = releases(warehouse);
      int ended = run(warehouse, SEPTEMBER, moment);
      judge(trial, "killed after %5d ms".formatted(moment), ended, warehouse, before);
    }
  }

  private void fills(Path disk, int count) throws IOException, InterruptedException {
    for (int trial = 1; trial <= count; trial++) {
      shell("mount -t tmpfs -o size=256m countywise-trial " + disk);
      try {
        Path warehouse = disk.resolve("warehouse");
        run(warehouse, AUGUST, 0);
        long used = disk.toFile().getTotalSpace() - disk.toFile().getUsableSpace();
        long left = (long) (random.nextDouble() * used);
        shell("mount -o remount,size=" + (used + left) + " " + disk);
        List<String> before = releases(warehouse);
        int ended = run(warehouse, SEPTEMBER, 0);
        shell("mount -o remount,size=256m " + disk);
        String what = "disk with %4.1f MB left".formatted((double) left / MEGABYTE);
        judge(trial, what, ended, warehouse, before);
      } finally {
        shell("umount " + disk);
      }
    }
  }

  private void judge(int trial, String what, int ended, Path warehouse, List<String> before)
      throws IOException, InterruptedException {
    List<String> after = releases(warehouse);
    boolean kept = after.containsAll(before) && after.size() <= before.size() + 1;
    String whole = whole(warehouse);
    int next = run(warehouse, SEPTEMBER, 0);
    boolean succeeded = next == 0 && whole(warehouse).isEmpty();
    good &= kept && whole.isEmpty() && succeeded;
    System.out.printf(
        "%5d  %-19s  %5d  %2d → %2d%s  %-8s  %s%n",
        trial,
        what,
        ended,
        before.size(),
        after.size(),
        kept ? "" : " LOST",
        whole.isEmpty() ? "whole" : whole,
        succeeded ? "succeeds" : "FAILS " + next);
  }

  /** Starts a run; kills it after some milliseconds, where these are not 0. */
  private int run(Path warehouse, String period, long moment)
      throws IOException, InterruptedException {
    List<String> command = new ArrayList<>();
    command.add(Path.of(System.getProperty("java.home"), "bin", "java").toString());
    command.addAll(java.lang.management.ManagementFactory.getRuntimeMXBean().getInputArguments());
    command.add("-Dcountywise.log=" + folder.resolve("process.log"));
    command.addAll(List.of("-cp", System.getProperty("java.class.path")));
    command.add("org.countywise.cli.Main");
    command.addAll(List.of("run", "--again", "--quiet", "--delivery=" + Workbench.sample()));
    command.addAll(List.of("--warehouse=" + warehouse, "--period=" + period, "public-posts"));
    Process process =
        new ProcessBuilder(command)
            .redirectErrorStream(true)
            .redirectOutput(folder.resolve("process.out").toFile())
            .start();
    if (moment > 0 && !process.waitFor(moment, TimeUnit.MILLISECONDS)) {
      process.destroyForcibly();
    }
    int ended = process.waitFor();
    if (ended != 0 && moment == 0) {
      System.err.println(ended + ": " + Files.readString(folder.resolve("process.out")));
    }
    return ended;
  }

  private static Warehouse open(Path warehouse) {
    SparkSession session = Workbench.session(Warehouse.settings(warehouse.toString()));
    return Warehouse.open(session);
  }

  private static List<String> releases(Path warehouse) {
    return open(warehouse).releases().stream()
        .filter(Warehouse.Listed::readable)
        .map(listed -> listed.manifest().release())
        .toList();
  }

  /** Empty where every release that can be read says what its manifest says it does. */
  private String whole(Path warehouse) {
    return whole.doubt(open(warehouse));
  }

  private static void shell(String command) {
    try {
      int exit = new ProcessBuilder("sh", "-c", command).inheritIO().start().waitFor();
      if (exit != 0) {
        throw new IllegalStateException("'" + command + "' ended with " + exit);
      }
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    } catch (InterruptedException e) {
      Thread.currentThread().interrupt();
      throw new IllegalStateException(e);
    }
  }
}
