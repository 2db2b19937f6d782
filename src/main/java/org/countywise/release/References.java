package org.countywise.release;

import java.util.ArrayList;
import java.util.Arrays;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.function.Predicate;
import java.util.stream.Collectors;
import org.apache.iceberg.ExpireSnapshots;
import org.apache.iceberg.ManageSnapshots;
import org.apache.iceberg.Snapshot;
import org.apache.iceberg.SnapshotRef;
import org.apache.iceberg.expressions.Expressions;
import org.apache.iceberg.spark.Spark3Util;
import org.apache.spark.sql.AnalysisException;
import org.apache.spark.sql.SparkSession;
import org.apache.spark.sql.types.StructType;
import org.countywise.conf.CatalogKind;
import org.countywise.table.Field;

/**
 * The named states of tables: a branch is a release being written, a tag one that was published,
 * and the head is what a reader sees who names neither.
 */
record References(SparkSession spark) {
  private static final String HEAD = SnapshotRef.MAIN_BRANCH;

  /** What Spark says of a table that is not there. */
  private static final String MISSING = "TABLE_OR_VIEW_NOT_FOUND";

  /** What a sentence about a table at another place has to name. */
  public record Misplaced(String uri, String table, String found, String place, String folder) {}

  /** Begins a branch at a state of a table; at an empty one where there is none. */
  void branch(Table table, String branch, Long from) {
    Naming.settled(
        () -> {
          ManageSnapshots manage = load(table).manageSnapshots();
          (from == null ? manage.createBranch(branch) : manage.createBranch(branch, from)).commit();
        });
  }

  /** The state a branch has come to; empty where it was removed. */
  Optional<Long> state(Table table, String branch) {
    return Optional.ofNullable(load(table).refs().get(branch)).map(SnapshotRef::snapshotId);
  }

  /** The state of the head; empty for a table without any. */
  Optional<Long> head(Table table) {
    return Optional.ofNullable(load(table).currentSnapshot()).map(Snapshot::snapshotId);
  }

  /**
   * The states of a table that can still be read, each with when it was written in milliseconds
   * since 1970; none where there is no such table.
   */
  Map<Long, Long> states(Table table) {
    Map<Long, Long> states = new HashMap<>();
    find(table)
        .ifPresent(
            found ->
                found.snapshots().forEach(s -> states.put(s.snapshotId(), s.timestampMillis())));
    return states;
  }

  /**
   * Makes a state the head and gives it the name of its release; nothing happens where both is so.
   * Branches of runs that can no longer publish are forgotten.
   */
  void point(Table table, long state, String release) {
    org.apache.iceberg.Table iceberg = load(table);
    Map<String, SnapshotRef> refs = iceberg.refs();
    ManageSnapshots manage = iceberg.manageSnapshots();
    boolean changed = false;
    SnapshotRef head = refs.get(HEAD);
    if (head == null || head.snapshotId() != state) {
      manage.setCurrentSnapshot(state);
      changed = true;
    }
    SnapshotRef tag = refs.get(release);
    if (tag == null) {
      manage.createTag(release, state);
      changed = true;
    } else if (tag.snapshotId() != state) {
      manage.replaceTag(release, state);
      changed = true;
    }
    for (String branch : doomed(refs, release)) {
      manage.removeBranch(branch);
      changed = true;
    }
    if (changed) {
      manage.commit();
    }
  }

  /** Branches that did not begin at this release: another one was published since. */
  private static List<String> doomed(Map<String, SnapshotRef> refs, String release) {
    return refs.entrySet().stream()
        .filter(ref -> ref.getValue().isBranch() && !ref.getKey().equals(HEAD))
        .map(Map.Entry::getKey)
        .filter(branch -> !Draft.isAfter(release, branch))
        .toList();
  }

  /** Takes a branch back, with what was written on it. */
  void drop(Table table, String branch) {
    Naming.settled(
        () -> {
          if (exists(table) && load(table).refs().containsKey(branch)) {
            load(table).manageSnapshots().removeBranch(branch).commit();
          }
        });
  }

  /** Removes the rows of a table whose column holds a value. */
  void remove(Table table, String column, String value) {
    load(table).newDelete().deleteFromRowFilter(Expressions.equal(column, value)).commit();
  }

  /** Removes the names of all releases but some. */
  void nameOnly(Table table, List<String> releases) {
    forget(table, release -> !releases.contains(release));
  }

  /** Removes names of releases; whether there were any. */
  private boolean forget(Table table, Predicate<String> release) {
    List<String> gone = new ArrayList<>();
    Naming.settled(
        () -> {
          org.apache.iceberg.Table iceberg = load(table);
          ManageSnapshots manage = iceberg.manageSnapshots();
          List<String> tags =
              iceberg.refs().entrySet().stream()
                  .filter(ref -> ref.getValue().isTag() && release.test(ref.getKey()))
                  .map(Map.Entry::getKey)
                  .toList();
          tags.forEach(manage::removeTag);
          if (!tags.isEmpty()) {
            manage.commit();
          }
          gone.addAll(tags);
        });
    return !gone.isEmpty();
  }

  /** Removes the names of old releases, then every state and file that nothing names any more. */
  void expire(Table table, List<String> releases) {
    if (!forget(table, releases::contains)) {
      return;
    }
    ExpireSnapshots expire =
        load(table).expireSnapshots().cleanupLevel(ExpireSnapshots.CleanupLevel.ALL);
    List<Long> named = load(table).refs().values().stream().map(SnapshotRef::snapshotId).toList();
    for (Snapshot snapshot : load(table).snapshots()) {
      if (!named.contains(snapshot.snapshotId())) {
        expire.expireSnapshotId(snapshot.snapshotId());
      }
    }
    expire.commit();
  }

  /**
   * Makes an empty table; one that another run has just made is as good.
   *
   * @throws WarehouseException when the catalog puts it elsewhere than into the warehouse
   */
  void create(Table table, StructType columns, List<Field> partitions) {
    Catalog catalog = Catalog.of(spark);
    boolean placed = catalog.kind() == CatalogKind.REST;
    if (placed) {
      spark.sql("create namespace if not exists " + table.namespace());
    }
    String declared =
        Arrays.stream(columns.fields())
            .map(field -> "`" + field.name() + "` " + field.dataType().sql())
            .collect(Collectors.joining(", "));
    String parts = partitions.stream().map(Field::name).collect(Collectors.joining(", "));
    spark.sql(
        "create table if not exists %s (%s) using iceberg%s%s tblproperties (%s)"
            .formatted(
                table.path(),
                declared,
                parts.isEmpty() ? "" : " partitioned by (" + parts + ")",
                placed ? " location '" + quoted(catalog.place(table)) + "'" : "",
                "'format-version' = '2', 'write.metadata.delete-after-commit.enabled' = 'true'"));
    refuseElsewhere(table, catalog);
  }

  private static String quoted(String text) {
    return text.replace("\\", "\\\\").replace("'", "\\'");
  }

  /** A service may put a table where it likes; rows go only where the warehouse's rights hold. */
  private void refuseElsewhere(Table table, Catalog catalog) {
    String found = place(table);
    String wanted = catalog.place(table);
    if (!Storage.same(found, wanted, spark.sparkContext().hadoopConfiguration())) {
      throw WarehouseException.of(
          "location", new Misplaced(catalog.uri(), table.key(), found, wanted, catalog.folder()));
    }
  }

  /** Where a table lies, as its catalog says. */
  String place(Table table) {
    return load(table).location();
  }

  /** Adds the columns that a table of an older version lacks; its older states stay as they are. */
  void widen(Table table, StructType columns) {
    org.apache.iceberg.Schema known = load(table).schema();
    String missing =
        Arrays.stream(columns.fields())
            .filter(field -> known.findField(field.name()) == null)
            .map(field -> "`" + field.name() + "` " + field.dataType().sql())
            .collect(Collectors.joining(", "));
    if (!missing.isEmpty()) {
      spark.sql("alter table %s add columns (%s)".formatted(table.path(), missing));
    }
  }

  boolean exists(Table table) {
    return find(table).isPresent();
  }

  private org.apache.iceberg.Table load(Table table) {
    return find(table)
        .orElseThrow(() -> new IllegalStateException("the table " + table + " is gone"));
  }

  /** Spark's catalogs are made as the active session says, when they are first asked. */
  private Optional<org.apache.iceberg.Table> find(Table table) {
    return spark.withActive(() -> found(table));
  }

  private Optional<org.apache.iceberg.Table> found(Table table) {
    try {
      return Optional.of(Spark3Util.loadIcebergTable(spark, table.path()));
    } catch (AnalysisException e) {
      if (MISSING.equals(e.getCondition())) {
        return Optional.empty();
      }
      throw new IllegalStateException("the table " + table + " cannot be read", e);
    }
  }
}
