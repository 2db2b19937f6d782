package org.countywise.release;

import java.io.IOException;
import java.util.HashMap;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.stream.Collectors;
import org.apache.hadoop.fs.Path;
import org.apache.iceberg.DataFile;
import org.apache.iceberg.ManifestFile;
import org.apache.iceberg.ManifestFiles;
import org.apache.iceberg.ManifestReader;
import org.apache.iceberg.RewriteTablePathUtil;
import org.apache.iceberg.Snapshot;
import org.apache.iceberg.SnapshotRef;
import org.apache.iceberg.TableMetadata;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/**
 * One table made whole where it lies: states of which a file is missing or cut short are let go,
 * and what names files names them here.
 */
final class Relocation {
  private static final Logger LOG = LoggerFactory.getLogger(Relocation.class);

  private final TableFolder folder;
  private final TableFolder.Version version;
  private final String from;
  private final String to;
  private final FilesOfOldPlace files;
  private final Map<String, Long> sizes;
  private final Map<String, Boolean> known = new HashMap<>();

  Relocation(TableFolder folder, TableFolder.Version version) throws IOException {
    this.folder = folder;
    this.version = version;
    this.from = version.metadata().location();
    this.to = folder.path().toString();
    this.files = new FilesOfOldPlace(folder.hadoop(), from, to);
    this.sizes = folder.sizes();
  }

  /** Does it, where it needs to be done. */
  void perform() throws IOException {
    TableMetadata whole = withoutTorn(version.metadata());
    boolean sound = whole == version.metadata() && !folder.namesAfter(version.number());
    if (sound && from.equals(to)) {
      return;
    }
    Path stage = folder.stage();
    Map<String, Long> lengths = rewriteManifests(whole, stage);
    for (Snapshot state : whole.snapshots()) {
      String list = named(stage, state.manifestListLocation());
      RewriteTablePathUtil.rewriteManifestList(
          state, files, whole, lengths, from, to, stage.toString(), list);
    }
    TableMetadata moved = RewriteTablePathUtil.replacePaths(whole, from, to);
    folder.replace(version.number(), moved);
  }

  private Map<String, Long> rewriteManifests(TableMetadata table, Path stage) throws IOException {
    Map<String, Long> lengths = new HashMap<>();
    Set<Long> states =
        table.snapshots().stream().map(Snapshot::snapshotId).collect(Collectors.toSet());
    for (Snapshot state : table.snapshots()) {
      for (ManifestFile manifest : state.dataManifests(files)) {
        if (!lengths.containsKey(manifest.path())) {
          var written =
              RewriteTablePathUtil.rewriteDataManifest(
                  manifest,
                  states,
                  files.newOutputFile(named(stage, manifest.path())),
                  files,
                  table.formatVersion(),
                  table.specsById(),
                  from,
                  to);
          lengths.putAll(written.rewrittenManifestLengths());
        }
      }
    }
    return lengths;
  }

  private static String named(Path stage, String path) {
    return new Path(stage, RewriteTablePathUtil.fileName(path)).toString();
  }

  /** The table without the states that are not wholly there. */
  private TableMetadata withoutTorn(TableMetadata table) {
    Set<Long> torn = new HashSet<>();
    for (Snapshot state : table.snapshots()) {
      if (!isWhole(table, state)) {
        torn.add(state.snapshotId());
      }
    }
    if (torn.isEmpty()) {
      return table;
    }
    TableMetadata.Builder kept = TableMetadata.buildFrom(table);
    Snapshot head = table.currentSnapshot();
    while (head != null && torn.contains(head.snapshotId())) {
      head = head.parentId() == null ? null : table.snapshot(head.parentId());
    }
    if (head != null) {
      kept.setBranchSnapshot(head.snapshotId(), SnapshotRef.MAIN_BRANCH);
    }
    return kept.removeSnapshots(torn).build();
  }

  private boolean isWhole(TableMetadata table, Snapshot state) {
    try {
      List<ManifestFile> manifests = state.allManifests(files);
      return state.deleteManifests(files).isEmpty()
          && manifests.stream().allMatch(manifest -> isWhole(table, manifest));
    } catch (RuntimeException e) {
      LOG.warn("state {} of {} cannot be read and is let go", state.snapshotId(), to, e);
      return false;
    }
  }

  private boolean isWhole(TableMetadata table, ManifestFile manifest) {
    Boolean before = known.get(manifest.path());
    if (before == null) {
      before = isThere(manifest.path(), manifest.length()) && holdsItsFiles(table, manifest);
      known.put(manifest.path(), before);
    }
    return before;
  }

  private boolean holdsItsFiles(TableMetadata table, ManifestFile manifest) {
    try (ManifestReader<DataFile> rows = ManifestFiles.read(manifest, files, table.specsById())) {
      for (DataFile file : rows) {
        if (!isThere(file.location(), file.fileSizeInBytes())) {
          return false;
        }
      }
      return true;
    } catch (IOException e) {
      LOG.warn("{} cannot be read", manifest.path(), e);
      return false;
    }
  }

  private boolean isThere(String path, long size) {
    Long found = sizes.get(new Path(files.now(path)).toUri().getPath());
    return found != null && found == size;
  }
}
