package org.countywise.delivery;

import java.io.File;
import java.io.FileNotFoundException;
import java.io.IOException;
import java.nio.file.AccessDeniedException;
import java.nio.file.Files;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.Comparator;
import java.util.List;
import java.util.Set;
import java.util.TreeSet;
import org.apache.hadoop.fs.FileStatus;
import org.apache.hadoop.fs.FileSystem;
import org.apache.hadoop.fs.Path;
import org.apache.hadoop.security.AccessControlException;

/**
 * Goes down a dataset's pattern, name by name. Folders are listed and their names compared, so that
 * no name is ever taken for a pattern or an address.
 */
final class Walk {
  private final String dataset;
  private final List<FilePattern.Segment> segments;
  private final FileSystem files;
  private final List<DataFile> found = new ArrayList<>();
  private final List<Unread> unread = new ArrayList<>();

  Walk(String dataset, FilePattern pattern, FileSystem files) {
    this.dataset = dataset;
    this.segments = pattern.segments();
    this.files = files;
  }

  /** Where the walk has come to. */
  private record At(Path folder, String name, int depth, String month, Path partitions) {
    String below(String child) {
      return name.isEmpty() ? child : name + "/" + child;
    }
  }

  Listing from(Path root) throws IOException {
    look(new At(root, "", 0, "", null));
    found.sort(Comparator.comparing(DataFile::name));
    return new Listing(List.copyOf(found), List.copyOf(unread));
  }

  private void look(At at) throws IOException {
    FilePattern.Segment segment = segments.get(at.depth());
    boolean last = at.depth() == segments.size() - 1;
    List<Unread> others = new ArrayList<>();
    int before = found.size();
    List<FileStatus> listed = list(at);
    for (FileStatus child : listed) {
      String name = child.getPath().getName();
      if (fits(segment, name, last) && last == child.isFile()) {
        take(at, child, segment, last);
      } else if (isOurs(at, segment, name) && !Unread.bookkeeping(name)) {
        Unread.Kind kind = child.isDirectory() ? Unread.Kind.FOLDER : Unread.Kind.FILE;
        others.add(unread(at, name, kind, last));
      }
    }
    for (String name : leadNowhere(at.folder(), listed)) {
      if (isOurs(at, segment, name) && !Unread.bookkeeping(name)) {
        others.add(unread(at, name, Unread.Kind.LINK, last));
      }
    }
    boolean exactlyThat = segment.literal() && found.size() > before;
    if (!exactlyThat) {
      unread.addAll(others);
    }
  }

  private static boolean fits(FilePattern.Segment segment, String name, boolean last) {
    boolean passedOver = Unread.hidden(name) && (last || !segment.literal());
    return segment.fits(name) && !passedOver;
  }

  /** In the delivery's own folder lie other datasets too. */
  private static boolean isOurs(At at, FilePattern.Segment segment, String name) {
    return at.depth() > 0 || (segment.literal() && segment.fits(name));
  }

  private void take(At at, FileStatus child, FilePattern.Segment segment, boolean last)
      throws IOException {
    String name = child.getPath().getName();
    String month = segment.dated() ? segment.month(name) : at.month();
    Path partitions = segment.partition() ? at.folder() : at.partitions();
    if (last) {
      found.add(new DataFile(dataset, month, at.below(name), child, partitions));
    } else {
      look(new At(child.getPath(), at.below(name), at.depth() + 1, month, partitions));
    }
  }

  private Unread unread(At at, String name, Unread.Kind kind, boolean last) {
    String words = segments.get(at.depth()).words();
    return new Unread(dataset, at.month(), at.name(), name, kind, new Unread.Wanted(last, words));
  }

  /** Links of a local folder that Hadoop does not list. */
  private List<String> leadNowhere(Path folder, List<FileStatus> listed) {
    String[] all =
        "file".equals(files.getUri().getScheme())
            ? new File(folder.toUri().getPath()).list()
            : null;
    if (all == null) {
      return List.of();
    }
    Set<String> names = new TreeSet<>(Arrays.asList(all));
    listed.forEach(status -> names.remove(status.getPath().getName()));
    return names.stream().filter(name -> isLink(folder, name)).toList();
  }

  private static boolean isLink(Path folder, String name) {
    return Files.isSymbolicLink(new File(folder.toUri().getPath(), name).toPath());
  }

  /** What lies in a folder, or that it is closed to us, by its name below the delivery. */
  private List<FileStatus> list(At at) throws IOException {
    try {
      return Arrays.stream(files.listStatus(at.folder()))
          .sorted(Comparator.comparing(status -> status.getPath().getName()))
          .toList();
    } catch (FileNotFoundException gone) {
      return List.of();
    } catch (IOException e) {
      if (e instanceof AccessControlException || isClosed(at.folder())) {
        throw (AccessDeniedException) new AccessDeniedException(at.name()).initCause(e);
      }
      throw e;
    }
  }

  /** Hadoop does not say of a local folder why it cannot be listed. */
  private boolean isClosed(Path folder) {
    File local = new File(folder.toUri().getPath());
    return "file".equals(files.getUri().getScheme()) && local.isDirectory() && !local.canRead();
  }
}
