package org.countywise.delivery;

import java.io.FileNotFoundException;
import java.io.IOException;
import java.net.URI;
import org.apache.hadoop.conf.Configuration;
import org.apache.hadoop.fs.FSDataInputStream;
import org.apache.hadoop.fs.FileStatus;
import org.apache.hadoop.fs.Path;
import org.apache.hadoop.fs.RawLocalFileSystem;
import org.apache.hadoop.security.AccessControlException;

/**
 * A disk on which what is called {@code closed} belongs to somebody else, also where the tests may
 * read everything: files as a local disk refuses them, folders as a cluster does.
 */
public final class ClosedDisk extends RawLocalFileSystem {
  private static final String SCHEME = "closed";

  /** Lets a configuration know it, as {@code closed:/folder}. */
  static void in(Configuration hadoop) {
    hadoop.setClass("fs.closed.impl", ClosedDisk.class, RawLocalFileSystem.class);
  }

  @Override
  public URI getUri() {
    return URI.create(SCHEME + ":///");
  }

  @Override
  public FSDataInputStream open(Path path, int buffer) throws IOException {
    if (path.getName().startsWith(SCHEME)) {
      throw new FileNotFoundException(path.toUri().getPath() + " (Permission denied)");
    }
    return super.open(path, buffer);
  }

  @Override
  public FileStatus[] listStatus(Path path) throws IOException {
    if (path.getName().startsWith(SCHEME)) {
      throw new AccessControlException("Permission denied: user=tester, access=READ_EXECUTE");
    }
    return super.listStatus(path);
  }
}
