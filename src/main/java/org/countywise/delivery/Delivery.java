package org.countywise.delivery;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.AccessDeniedException;
import java.util.Arrays;
import java.util.Collection;
import java.util.List;
import java.util.Optional;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.apache.hadoop.conf.Configuration;
import org.apache.hadoop.fs.FileStatus;
import org.apache.hadoop.fs.FileSystem;
import org.apache.hadoop.fs.Path;
import org.apache.hadoop.fs.UnsupportedFileSystemException;
import org.countywise.plan.Scan;

/** A delivery's folder, local or on any file system Hadoop knows. */
public final class Delivery {
  private static final int NAMED = 5;
  private static final int TRIED = 20;

  private final Path root;
  private final FileSystem files;

  private Delivery(Path root, FileSystem files) {
    this.root = root;
    this.files = files;
  }

  /**
   * Opens a delivery.
   *
   * @throws NoDeliveryException when the folder is not there, or what is named can be none
   */
  public static Delivery open(String folder, Configuration hadoop) {
    try {
      Path path = new Path(folder);
      FileSystem files = path.getFileSystem(hadoop);
      if (!files.exists(path) || !files.getFileStatus(path).isDirectory()) {
        throw new NoDeliveryException(
            "no delivery at '"
                + folder
                + "': the folder does not exist; name the folder that holds one folder per dataset");
      }
      return new Delivery(files.makeQualified(path), files);
    } catch (NoDeliveryException none) {
      throw none;
    } catch (IllegalArgumentException | UnsupportedFileSystemException e) {
      throw new NoDeliveryException(
          "no delivery at '"
              + folder
              + "': "
              + e.getMessage()
              + "; name a local folder, or one such as hdfs://host/folder");
    } catch (IOException e) {
      throw new UncheckedIOException("cannot open the delivery '" + folder + "'", e);
    }
  }

  /** What lies in the folder of a dataset, of all periods. */
  public Listing find(Scan scan) {
    return find(scan, root);
  }

  private Listing find(Scan scan, Path from) {
    if (scan.files().isEmpty()) {
      return new Listing(List.of(), List.of());
    }
    try {
      return new Walk(scan.dataset(), FilePattern.of(scan.files()), files).from(from);
    } catch (AccessDeniedException closed) {
      throw new NoDeliveryException(
          "the folder "
              + closed.getFile()
              + " of the delivery '"
              + spoken(from)
              + "' may not be listed by the user of this run: give that user the right to read it");
    } catch (IOException e) {
      throw new UncheckedIOException(
          "cannot list the files of " + scan.dataset() + " in " + from, e);
    }
  }

  /** Why a folder in which nothing of any of these datasets lies is no delivery. */
  public NoDeliveryException holdsNothingOf(Collection<Scan> scans) {
    try {
      FileStatus[] children = files.listStatus(root);
      return new NoDeliveryException(
          "'"
              + spoken(root)
              + "' is no delivery: "
              + content(children)
              + "; a delivery has a folder for each dataset, such as "
              + looks(scans)
              + nearby(scans, children)
                  .map(near -> "; '" + spoken(near) + "' looks like one")
                  .orElse(""));
    } catch (IOException e) {
      throw new UncheckedIOException("cannot look into " + root, e);
    }
  }

  private static String content(FileStatus[] children) {
    if (children.length == 0) {
      return "the folder is empty";
    }
    String names =
        Arrays.stream(children)
            .map(child -> child.getPath().getName())
            .sorted()
            .limit(NAMED)
            .collect(Collectors.joining(", "));
    String more = children.length > NAMED ? " and " + (children.length - NAMED) + " more" : "";
    return "it holds no file of any dataset, but " + names + more;
  }

  private static String looks(Collection<Scan> scans) {
    return Stream.of(Scan.Kind.PERIODIC, Scan.Kind.REFERENCE)
        .flatMap(
            kind ->
                scans.stream()
                    .filter(scan -> scan.kind() == kind && !scan.files().isEmpty())
                    .limit(1))
        .map(scan -> scan.files().replace("{period}", "2020-07"))
        .collect(Collectors.joining(" and "));
  }

  /** The folder above, or one in it, that does hold files of these datasets. */
  private Optional<Path> nearby(Collection<Scan> scans, FileStatus[] children) {
    Stream<Path> above = Stream.ofNullable(root.getParent());
    Stream<Path> below =
        Arrays.stream(children).filter(FileStatus::isDirectory).map(FileStatus::getPath);
    return Stream.concat(above, below)
        .limit(TRIED)
        .filter(near -> scans.stream().anyMatch(scan -> holdsFiles(near, scan)))
        .findFirst();
  }

  private boolean holdsFiles(Path folder, Scan scan) {
    try {
      return !find(scan, folder).files().isEmpty();
    } catch (NoDeliveryException closed) {
      return false;
    }
  }

  /** As people write it: local folders without a scheme. */
  private static String spoken(Path folder) {
    return "file".equals(folder.toUri().getScheme()) ? folder.toUri().getPath() : folder.toString();
  }

  @Override
  public String toString() {
    return root.toString();
  }
}
