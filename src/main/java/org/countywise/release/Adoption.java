package org.countywise.release;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;
import java.util.Optional;
import org.apache.hadoop.conf.Configuration;
import org.apache.hadoop.fs.FileStatus;
import org.apache.hadoop.fs.FileSystem;
import org.apache.hadoop.fs.Path;

/**
 * A warehouse that was moved, copied or restored: Iceberg writes down where each file lies, so its
 * tables name files of another place until they are written anew. The table of manifests comes
 * last: as long as it names the old place, the warehouse is not adopted.
 */
final class Adoption {
  private static final Table MANIFESTS = Table.published("run_manifest");

  private final Configuration hadoop;
  private final Path warehouse;

  Adoption(String warehouse, Configuration hadoop) {
    this.hadoop = hadoop;
    this.warehouse = new Path(warehouse);
  }

  /**
   * Refuses a warehouse that lies elsewhere than it was written.
   *
   * @throws MovedException when it does
   */
  void refuseMoved() {
    try {
      TableFolder manifests = folder(MANIFESTS);
      if (manifests.interrupted()) {
        throw MovedException.interrupted(warehouse.toString());
      }
      written()
          .filter(place -> !isHere(place))
          .ifPresent(
              place -> {
                throw MovedException.from(place, warehouse.toString());
              });
    } catch (IOException e) {
      throw new UncheckedIOException("cannot read the warehouse " + warehouse, e);
    }
  }

  /**
   * On local disks a place has one name, which every file of a table begins with. A cluster's may
   * be named with its host and without.
   */
  private boolean isHere(String place) {
    return place.equals(warehouse.toString())
        || (!isLocal(place) && Storage.same(place, warehouse.toString(), hadoop));
  }

  private boolean isLocal(String place) {
    return "file"
        .equals(
            new Path(place)
                .makeQualified(FileSystem.getDefaultUri(hadoop), new Path("/"))
                .toUri()
                .getScheme());
  }

  /** Where the warehouse was written; empty where nothing is. */
  private Optional<String> written() throws IOException {
    return folder(MANIFESTS)
        .newest()
        .map(version -> new Path(version.metadata().location()).getParent().getParent().toString());
  }

  /** Lets every table name its files where they lie. */
  void perform() {
    try {
      for (TableFolder table : tables()) {
        table.resume();
        Optional<TableFolder.Version> newest = table.newest();
        if (newest.isPresent()) {
          new Relocation(table, newest.get()).perform();
        }
      }
    } catch (IOException e) {
      throw new UncheckedIOException("cannot adopt the warehouse " + warehouse, e);
    }
  }

  /** Removes what the tables said before. */
  void forget() {
    try {
      tables().forEach(TableFolder::forget);
    } catch (IOException e) {
      throw new UncheckedIOException("cannot tidy up the warehouse " + warehouse, e);
    }
  }

  private List<TableFolder> tables() throws IOException {
    FileSystem files = warehouse.getFileSystem(hadoop);
    List<TableFolder> tables = new ArrayList<>();
    for (Table.Space space : Table.Space.values()) {
      Path folder = new Path(warehouse, space.folder());
      if (files.exists(folder)) {
        for (FileStatus child : files.listStatus(folder)) {
          // Without the scheme that listing adds: tables name their files as the catalog does.
          tables.add(new TableFolder(new Path(folder, child.getPath().getName()), hadoop));
        }
      }
    }
    tables.sort(Comparator.comparing(table -> table.path().equals(folder(MANIFESTS).path())));
    return tables;
  }

  private TableFolder folder(Table table) {
    try {
      return new TableFolder(
          new Path(new Path(warehouse, table.space().folder()), table.name()), hadoop);
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    }
  }
}
