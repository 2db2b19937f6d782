package org.countywise.source;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.util.Arrays;
import java.util.Comparator;
import java.util.List;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import org.apache.hadoop.conf.Configuration;
import org.apache.hadoop.fs.FileStatus;
import org.apache.hadoop.fs.FileSystem;
import org.apache.hadoop.fs.Path;
import org.countywise.plan.Scan;

/** A delivery's folder, local or on any file system Hadoop knows. */
public final class Delivery {
  private static final String PERIOD = "{period}";

  private final Path root;
  private final FileSystem files;

  private Delivery(Path root, FileSystem files) {
    this.root = root;
    this.files = files;
  }

  /**
   * Opens a delivery.
   *
   * @throws IllegalArgumentException when the folder is not there
   */
  public static Delivery open(String folder, Configuration hadoop) {
    try {
      Path path = new Path(folder);
      FileSystem files = path.getFileSystem(hadoop);
      if (!files.exists(path) || !files.getFileStatus(path).isDirectory()) {
        throw new IllegalArgumentException(
            "no delivery at '"
                + folder
                + "': the folder does not exist; name the folder that holds one folder per dataset");
      }
      return new Delivery(files.makeQualified(path), files);
    } catch (IOException e) {
      throw new UncheckedIOException("cannot open the delivery '" + folder + "'", e);
    }
  }

  /** Every file of a dataset, of all periods, in the order of their names. */
  public List<DataFile> find(Scan scan) {
    try {
      FileStatus[] found = files.globStatus(new Path(root, scan.files().replace(PERIOD, "*")));
      Pattern period = period(scan.files());
      return found == null
          ? List.of()
          : Arrays.stream(found)
              .filter(FileStatus::isFile)
              .map(status -> file(scan, period, status))
              .sorted(Comparator.comparing(DataFile::name))
              .toList();
    } catch (IOException e) {
      throw new UncheckedIOException(
          "cannot list the files of " + scan.dataset() + " in " + root, e);
    }
  }

  private DataFile file(Scan scan, Pattern period, FileStatus status) {
    String name = root.toUri().relativize(status.getPath().toUri()).getPath();
    Matcher matcher = period.matcher(name);
    String month = matcher.find() && matcher.groupCount() > 0 ? matcher.group(1) : "";
    return new DataFile(scan.dataset(), month, name, status);
  }

  private static Pattern period(String pattern) {
    int at = pattern.indexOf(PERIOD);
    if (at < 0) {
      return Pattern.compile("^");
    }
    String before = pattern.substring(pattern.lastIndexOf('/', at) + 1, at);
    return Pattern.compile("(?:^|/)" + Pattern.quote(before) + "([^/]*?)(?:/|$)");
  }

  @Override
  public String toString() {
    return root.toString();
  }
}
