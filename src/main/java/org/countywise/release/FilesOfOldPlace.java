package org.countywise.release;

import org.apache.hadoop.conf.Configuration;
import org.apache.iceberg.RewriteTablePathUtil;
import org.apache.iceberg.hadoop.HadoopFileIO;
import org.apache.iceberg.io.FileIO;
import org.apache.iceberg.io.InputFile;
import org.apache.iceberg.io.OutputFile;

/**
 * Reads the files of a table that has moved where they lie now, by their names of the old place.
 */
final class FilesOfOldPlace implements FileIO {
  private static final long serialVersionUID = 1;

  private final HadoopFileIO files;
  private final String from;
  private final String to;

  FilesOfOldPlace(Configuration hadoop, String from, String to) {
    this.files = new HadoopFileIO(hadoop);
    this.from = from;
    this.to = to;
  }

  /** Where a file lies now. */
  String now(String path) {
    return path.startsWith(from + "/") ? RewriteTablePathUtil.newPath(path, from, to) : path;
  }

  @Override
  public InputFile newInputFile(String path) {
    return files.newInputFile(now(path));
  }

  /** A file by its name of today. */
  @Override
  public OutputFile newOutputFile(String path) {
    return files.newOutputFile(path);
  }

  @Override
  public void deleteFile(String path) {
    throw new UnsupportedOperationException("an adoption deletes no file of a table: " + path);
  }

  @Override
  public void close() {
    files.close();
  }
}
