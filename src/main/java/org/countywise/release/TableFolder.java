package org.countywise.release;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import java.util.Arrays;
import java.util.Comparator;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.TreeMap;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import org.apache.hadoop.conf.Configuration;
import org.apache.hadoop.fs.FileSystem;
import org.apache.hadoop.fs.LocatedFileStatus;
import org.apache.hadoop.fs.Path;
import org.apache.hadoop.fs.RemoteIterator;
import org.apache.iceberg.TableMetadata;
import org.apache.iceberg.TableMetadataParser;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/**
 * The folder of a table, read without its catalog. New metadata are laid beside the old and change
 * places with them in two renames, so that whatever breaks off leaves the one or the other.
 */
final class TableFolder {
  private static final Logger LOG = LoggerFactory.getLogger(TableFolder.class);
  private static final Pattern VERSION = Pattern.compile("v(\\d+)\\.metadata\\.json");

  /** As catalogs name versions that keep the newest elsewhere; the first, 00000, is empty. */
  private static final Pattern REGISTERED =
      Pattern.compile("(?!00000-)\\d{5,}-.*\\.metadata\\.json(?:\\.gz)?");

  private static final String HINT = "version-hint.text";
  private static final String METADATA = "metadata";
  private static final String NEXT = "metadata.next";
  private static final String BEFORE = "metadata.before";

  private final Path folder;
  private final FileSystem files;
  private final Configuration hadoop;

  TableFolder(Path folder, Configuration hadoop) throws IOException {
    this.folder = folder;
    this.files = folder.getFileSystem(hadoop);
    this.hadoop = hadoop;
  }

  /** A version of the metadata. */
  record Version(int number, TableMetadata metadata) {}

  Path path() {
    return folder;
  }

  Configuration hadoop() {
    return hadoop;
  }

  /** Whether new metadata are complete and the old ones out of the way already. */
  boolean interrupted() throws IOException {
    return !files.exists(at(METADATA)) && files.exists(at(NEXT)) && files.exists(at(BEFORE));
  }

  /** The newest version that can be read: a backup may hold the name of one and half its text. */
  Optional<Version> newest() throws IOException {
    return newest(METADATA);
  }

  private Optional<Version> newest(String metadata) throws IOException {
    if (!files.exists(at(metadata))) {
      return Optional.empty();
    }
    List<Integer> numbers =
        Arrays.stream(files.listStatus(at(metadata)))
            .map(status -> VERSION.matcher(status.getPath().getName()))
            .filter(Matcher::matches)
            .map(name -> Integer.valueOf(name.group(1)))
            .sorted(Comparator.reverseOrder())
            .toList();
    return numbers.stream().flatMap(number -> read(metadata, number).stream()).findFirst();
  }

  /**
   * Whether something was written to it by a catalog that keeps the name of the newest elsewhere.
   */
  boolean isRegistered() throws IOException {
    return files.exists(at(METADATA))
        && Arrays.stream(files.listStatus(at(METADATA)))
            .anyMatch(status -> REGISTERED.matcher(status.getPath().getName()).matches());
  }

  private Optional<Version> read(String metadata, int number) {
    Path file = new Path(at(metadata), "v" + number + ".metadata.json");
    try (var in = files.open(file)) {
      String json = new String(in.readAllBytes(), StandardCharsets.UTF_8);
      return Optional.of(new Version(number, TableMetadataParser.fromJson(json)));
    } catch (IOException | RuntimeException e) {
      LOG.warn("{} cannot be read; the version before it counts", file, e);
      return Optional.empty();
    }
  }

  /**
   * Whether the table names a version as its newest that did not come with it; a name that a backup
   * caught half written, or beside the checksum of another, counts as such.
   */
  boolean namesAfter(int number) throws IOException {
    Path hint = new Path(at(METADATA), HINT);
    if (!files.exists(hint)) {
      return false;
    }
    try (var in = files.open(hint)) {
      String named = new String(in.readAllBytes(), StandardCharsets.UTF_8).strip();
      return !named.matches("\\d{1,9}") || Integer.parseInt(named) > number;
    } catch (IOException e) {
      LOG.warn("{} cannot be read and is written anew", hint, e);
      return true;
    }
  }

  /** Every file and its size. */
  Map<String, Long> sizes() throws IOException {
    Map<String, Long> sizes = new TreeMap<>();
    RemoteIterator<LocatedFileStatus> all = files.listFiles(folder, true);
    while (all.hasNext()) {
      LocatedFileStatus file = all.next();
      sizes.put(file.getPath().toUri().getPath(), file.getLen());
    }
    return sizes;
  }

  /** An empty place for new metadata. */
  Path stage() throws IOException {
    files.delete(at(NEXT), true);
    files.mkdirs(at(NEXT));
    return at(NEXT);
  }

  /**
   * Completes the new metadata and lets them take the place of the old.
   *
   * @param seen the newest version that the new metadata were made of
   * @throws MovedException when a run has written another one since; then the old metadata stay
   */
  void replace(int seen, TableMetadata metadata) throws IOException {
    write("v" + (seen + 1) + ".metadata.json", TableMetadataParser.toJson(metadata));
    write(HINT, String.valueOf(seen + 1));
    files.delete(at(BEFORE), true);
    rename(METADATA, BEFORE);
    // Out of reach of writers: what is the newest now stays so.
    if (newest(BEFORE).filter(newest -> newest.number() == seen).isEmpty()) {
      rename(BEFORE, METADATA);
      throw MovedException.written(folder.toString());
    }
    rename(NEXT, METADATA);
  }

  private void write(String name, String text) throws IOException {
    try (var out = files.create(new Path(at(NEXT), name), true)) {
      out.write(text.getBytes(StandardCharsets.UTF_8));
    }
  }

  /** Completes a replacement that was interrupted. */
  void resume() throws IOException {
    if (interrupted()) {
      rename(NEXT, METADATA);
    }
  }

  /** Removes the old metadata. */
  void forget() {
    try {
      files.delete(at(NEXT), true);
      files.delete(at(BEFORE), true);
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    }
  }

  private void rename(String from, String to) throws IOException {
    if (!files.rename(at(from), at(to))) {
      throw new IOException("cannot rename " + at(from) + " to " + to);
    }
  }

  private Path at(String name) {
    return new Path(folder, name);
  }
}
