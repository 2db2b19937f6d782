package org.countywise.cli;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.attribute.PosixFilePermission;
import java.nio.file.attribute.PosixFilePermissions;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;
import org.countywise.cli.HealthCheck.State;

/** How the folders are that a run writes to: private where they must be, and with room. */
final class FolderHealth {
  private static final long LITTLE = 2L << 30;
  private static final Set<PosixFilePermission> OTHERS =
      PosixFilePermissions.fromString("---rwxrwx");

  private FolderHealth() {}

  /** Whether records can lie in a folder while a command works. */
  static HealthCheck scratch(Path folder) {
    Map<String, Object> facts = new HashMap<>(Map.of("folder", folder.toString()));
    boolean there = Files.isDirectory(folder);
    boolean open = there && isOpen(folder);
    boolean closed = there && !Files.isWritable(folder);
    boolean noexec = there && !closed && !runsPrograms(folder);
    long free = there ? free(folder) : 0;
    facts.putAll(
        Map.of("missing", !there, "open", open, "closed", closed, "noexec", noexec, "free", free));
    boolean wrong = !there || open || closed || noexec;
    State state = wrong ? State.ERROR : State.warningIf(free < LITTLE);
    return HealthCheck.of("scratch", state, facts);
  }

  /** Whether releases can be written to a folder, and nobody else enters what is restricted. */
  static List<HealthCheck> warehouse(String folder) {
    if (!Path.of(folder).isAbsolute()) { // on another file system
      Map<String, Object> facts = Map.of("folder", folder, "remote", true);
      return List.of(HealthCheck.of("warehouse", State.WARNING, facts));
    }
    Path warehouse = Path.of(folder);
    Path nearest = warehouse;
    while (!Files.exists(nearest)) {
      nearest = nearest.getParent();
    }
    boolean closed = !Files.isDirectory(nearest) || !Files.isWritable(nearest);
    long free = free(nearest);
    Map<String, Object> facts =
        Map.of(
            "folder", folder,
            "remote", false,
            "closed", closed,
            "missing", !nearest.equals(warehouse),
            "free", free);
    State state = closed ? State.ERROR : State.warningIf(free < LITTLE);
    List<HealthCheck> checks = new ArrayList<>();
    checks.add(HealthCheck.of("warehouse", state, facts));
    Path restricted = warehouse.resolve("restricted");
    if (Files.isDirectory(restricted)) {
      checks.add(restricted(restricted));
    }
    return checks;
  }

  private static HealthCheck restricted(Path folder) {
    boolean open = isOpen(folder);
    return HealthCheck.of(
        "restricted", State.errorIf(open), Map.of("folder", folder.toString(), "open", open));
  }

  /** Whether anybody but the owner may do anything with a folder; its file system may not say. */
  private static boolean isOpen(Path folder) {
    try {
      return Files.getPosixFilePermissions(folder).stream().anyMatch(OTHERS::contains);
    } catch (IOException | UnsupportedOperationException unknown) {
      return false;
    }
  }

  private static long free(Path folder) {
    try {
      return Files.getFileStore(folder).getUsableSpace();
    } catch (IOException unknown) {
      return 0;
    }
  }

  private static boolean runsPrograms(Path folder) {
    Path probe = folder.resolve("probe-" + ProcessHandle.current().pid());
    try {
      Files.writeString(probe, "#!/bin/sh\n");
      Files.setPosixFilePermissions(probe, PosixFilePermissions.fromString("rwx------"));
      return new ProcessBuilder(probe.toString()).start().waitFor() == 0;
    } catch (IOException refused) {
      return false;
    } catch (InterruptedException e) {
      Thread.currentThread().interrupt();
      return false;
    } finally {
      probe.toFile().delete();
    }
  }
}
