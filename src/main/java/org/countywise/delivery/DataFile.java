package org.countywise.delivery;

import org.apache.hadoop.fs.FileStatus;
import org.apache.hadoop.fs.Path;
import org.countywise.report.FindingBuilder;
import org.countywise.report.FindingType;

/**
 * One file of a dataset.
 *
 * @param period {@code YYYY-MM} from its path, empty where the path has none
 * @param name path below the delivery
 * @param partitions the folder that holds the {@code period=…} folders; null where there are none
 */
public record DataFile(
    String dataset, String period, String name, FileStatus status, Path partitions) {

  /** The file's full path. */
  public String path() {
    return status.getPath().toString();
  }

  /** When it was written, in milliseconds since 1970. */
  public long written() {
    return status.getModificationTime();
  }

  /** A finding about it. */
  FindingBuilder about(FindingType type) {
    return type.in(dataset, period).with("file", name);
  }

  /** Whether a file that is there now is this one still; null for none. */
  boolean isStill(FileStatus now) {
    return now != null && now.getLen() == status.getLen() && now.getModificationTime() == written();
  }

  /** Whether Hadoop would take the beginning of the file's own name for a scheme. */
  boolean hasColon() {
    return status.getPath().getName().contains(":");
  }
}
