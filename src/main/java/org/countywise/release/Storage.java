package org.countywise.release;

import java.io.IOException;
import java.util.Optional;
import java.util.Set;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import org.apache.hadoop.conf.Configuration;
import org.apache.hadoop.fs.FileSystem;
import org.apache.hadoop.fs.Path;
import org.apache.hadoop.fs.UnsupportedFileSystemException;
import org.countywise.conf.CatalogKind;

/** What a file system promises: whether a rename is atomic there, and whether files have owners. */
final class Storage {
  private static final Pattern SCHEME = Pattern.compile("([A-Za-z][A-Za-z0-9+.-]*):/.*");

  /** Those of which it is known; an object store copies and deletes instead. */
  private static final Set<String> ATOMIC = Set.of("file", "hdfs", "webhdfs", "swebhdfs");

  /** Shows other file systems; which one is known where a folder is resolved. */
  private static final String MOUNTS = "viewfs";

  private Storage() {}

  /** What a sentence about a folder has to name. */
  public record Named(String folder, String scheme) {}

  /**
   * Refuses a folder in which the folder itself cannot say which release is the newest, by its name
   * alone.
   *
   * @throws WarehouseException when renames are not known to be atomic there
   */
  static void refuseByName(Catalog catalog) {
    Matcher scheme = SCHEME.matcher(catalog.folder());
    if (scheme.matches() && !scheme.group(1).equals(MOUNTS)) {
      refuse(catalog, scheme.group(1));
    }
  }

  /**
   * The same of where the folder really lies: a name without a scheme is one of the default file
   * system, and a mount may show another.
   *
   * @throws WarehouseException when renames are not known to be atomic there
   */
  static void refuse(Catalog catalog, Configuration hadoop) throws IOException {
    refuse(catalog, scheme(catalog.folder(), hadoop));
  }

  private static void refuse(Catalog catalog, String scheme) {
    if (catalog.kind() == CatalogKind.HADOOP && !ATOMIC.contains(scheme)) {
      throw WarehouseException.of("no_atomic_rename", new Named(catalog.folder(), scheme));
    }
  }

  /** Whether folders have owners that can close them to others. */
  static boolean hasOwners(String folder, Configuration hadoop) throws IOException {
    return ATOMIC.contains(scheme(folder, hadoop));
  }

  /** Whether two names are those of one folder: one may name the host and the other not. */
  static boolean same(String one, String other, Configuration hadoop) {
    return qualified(one, hadoop).equals(qualified(other, hadoop));
  }

  private static Path qualified(String folder, Configuration hadoop) {
    return new Path(folder).makeQualified(FileSystem.getDefaultUri(hadoop), new Path("/"));
  }

  private static String scheme(String folder, Configuration hadoop) throws IOException {
    Path path = new Path(folder);
    FileSystem files = files(path, hadoop);
    String scheme = files.makeQualified(path).toUri().getScheme();
    if (!scheme.equals(MOUNTS)) {
      return scheme;
    }
    Path there = path;
    while (!files.exists(there) && there.getParent() != null) {
      there = there.getParent();
    }
    return Optional.ofNullable(files.resolvePath(there).toUri().getScheme()).orElse(scheme);
  }

  /** Hadoop says that a class is missing, and the folder's client is meant. */
  private static FileSystem files(Path path, Configuration hadoop) throws IOException {
    try {
      return path.getFileSystem(hadoop);
    } catch (UnsupportedFileSystemException e) {
      throw noClient(path);
    } catch (RuntimeException e) {
      if (e.getCause() instanceof ClassNotFoundException) {
        throw noClient(path);
      }
      throw e;
    }
  }

  private static WarehouseException noClient(Path path) {
    return WarehouseException.of("no_client", new Named(path.toString(), path.toUri().getScheme()));
  }
}
