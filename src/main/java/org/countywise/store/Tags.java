package org.countywise.store;

import java.util.Optional;
import org.apache.iceberg.ManageSnapshots;
import org.apache.iceberg.SnapshotRef;
import org.apache.iceberg.Table;
import org.apache.iceberg.expressions.Expressions;
import org.apache.iceberg.spark.Spark3Util;
import org.apache.spark.sql.AnalysisException;
import org.apache.spark.sql.SparkSession;

/** Releases as Iceberg tags: the names of states of a table. */
record Tags(SparkSession spark) {
  /** Names the table as it is now; the name moves where a run that broke off has given it. */
  void tag(String table, String release) {
    Table iceberg = load(table);
    ManageSnapshots snapshots = iceberg.manageSnapshots();
    long head = iceberg.currentSnapshot().snapshotId();
    if (iceberg.refs().containsKey(release)) {
      snapshots.replaceTag(release, head).commit();
    } else {
      snapshots.createTag(release, head).commit();
    }
  }

  /** Takes back what was written after a release, or everything where there is none. */
  void restore(String table, Optional<String> release) {
    if (!spark.catalog().tableExists(table)) {
      return;
    }
    Table iceberg = load(table);
    SnapshotRef known = release.map(iceberg.refs()::get).orElse(null);
    if (known == null) {
      iceberg.newDelete().deleteFromRowFilter(Expressions.alwaysTrue()).commit();
    } else if (iceberg.currentSnapshot().snapshotId() != known.snapshotId()) {
      iceberg.manageSnapshots().setCurrentSnapshot(known.snapshotId()).commit();
    }
  }

  private Table load(String table) {
    try {
      return Spark3Util.loadIcebergTable(spark, table);
    } catch (AnalysisException e) {
      throw new IllegalStateException("the table " + table + " is gone", e);
    }
  }
}
