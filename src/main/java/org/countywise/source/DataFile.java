package org.countywise.source;

import org.apache.hadoop.fs.FileStatus;

/**
 * One file of a dataset.
 *
 * @param period {@code YYYY-MM} from its path, empty where the path has none
 * @param name path below the delivery
 */
public record DataFile(String dataset, String period, String name, FileStatus status) {

  /** The folder that holds the {@code period=…} folders. */
  String partitionRoot() {
    return path().substring(0, path().lastIndexOf("/period=" + period));
  }

  /** The file's full path. */
  public String path() {
    return status.getPath().toString();
  }
}
