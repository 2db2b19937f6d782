package org.countywise.delivery;

import java.util.List;

/**
 * What lies in the folder of a dataset.
 *
 * @param files those of its pattern, in the order of their names
 * @param unread the rest
 */
public record Listing(List<DataFile> files, List<Unread> unread) {
  /** True where nothing at all lies there. */
  public boolean isEmpty() {
    return files.isEmpty() && unread.isEmpty();
  }
}
