package org.countywise.source;

import java.util.ArrayList;
import java.util.EnumMap;
import java.util.LinkedHashMap;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.stream.Collectors;
import org.countywise.report.Finding;

/**
 * What lies in a dataset's folder and is not read.
 *
 * @param period the month of the folder it lies in, empty where that is of no month
 * @param folder path below the delivery of the folder it lies in
 * @param wanted what is read there: {@code file that ends in .parquet}
 */
public record Unread(
    String dataset, String period, String folder, String name, Kind kind, Wanted wanted) {
  private static final int NAMED = 5;
  private static final Set<String> BOOKKEEPING =
      Set.of("_SUCCESS", "_metadata", "_common_metadata", ".DS_Store", "Thumbs.db", "desktop.ini");

  /** What it is. */
  enum Kind {
    FOLDER("folder"),
    FILE("other file"),
    /** Hadoop leaves such a link out of its listings. */
    LINK("link that leads nowhere");

    private final String words;

    Kind(String words) {
      this.words = words;
    }

    private String counted(long number) {
      String plural = words.replaceFirst("(folder|file|link)", "$1s").replace("leads", "lead");
      return number + " " + (number == 1 ? words : plural);
    }
  }

  /**
   * What is read in a folder.
   *
   * @param files whether files are, or folders that hold them
   * @param words which ones: {@code that ends in .parquet}
   */
  record Wanted(boolean files, String words) {
    @Override
    public String toString() {
      return (files ? "file " : "folder ") + words;
    }
  }

  /** Names that Spark passes over, whoever asks for them. */
  static boolean hidden(String name) {
    return name.startsWith(".") || name.startsWith("_") || name.endsWith("._COPYING_");
  }

  /** What programs leave behind that holds no rows. */
  static boolean bookkeeping(String name) {
    return name.endsWith(".crc")
        || name.startsWith("._")
        || name.startsWith("_committed_")
        || name.startsWith("_started_")
        || BOOKKEEPING.contains(name);
  }

  /** The path below the delivery. */
  public String path() {
    return folder.isEmpty() ? name : folder + "/" + name;
  }

  /** A finding for each folder of them. */
  public static List<Finding> findings(List<Unread> unread, Finding.Severity severity) {
    Map<String, List<Unread>> folders = new LinkedHashMap<>();
    unread.forEach(u -> folders.computeIfAbsent(u.folder(), f -> new ArrayList<>()).add(u));
    return folders.values().stream().map(lying -> finding(lying, severity)).toList();
  }

  private static Finding finding(List<Unread> lying, Finding.Severity severity) {
    Unread one = lying.get(0);
    String place = one.folder().isEmpty() ? "the delivery" : one.folder();
    String found = place + " holds " + counted(lying);
    String nothing =
        severity == Finding.Severity.BLOCKER
            ? " and no " + one.wanted()
            : lying.size() == 1 ? " that is not read" : " that are not read";
    return new Finding(
        "not_read",
        one.dataset(),
        one.period(),
        "",
        severity,
        0,
        List.of(),
        found + nothing + ": " + named(lying) + "; " + String.join("; ", remedies(lying)));
  }

  private static String counted(List<Unread> lying) {
    Map<Kind, Long> counts =
        lying.stream()
            .collect(
                Collectors.groupingBy(
                    Unread::kind, () -> new EnumMap<>(Kind.class), Collectors.counting()));
    return counts.entrySet().stream()
        .map(count -> count.getKey().counted(count.getValue()))
        .collect(Collectors.joining(" and "));
  }

  private static String named(List<Unread> lying) {
    String names = lying.stream().map(Unread::name).limit(NAMED).collect(Collectors.joining(", "));
    return lying.size() > NAMED ? names + " and " + (lying.size() - NAMED) + " more" : names;
  }

  private static Set<String> remedies(List<Unread> lying) {
    return lying.stream().map(Unread::remedy).collect(Collectors.toCollection(LinkedHashSet::new));
  }

  private String remedy() {
    if (kind == Kind.LINK) {
      return "bring back what the link leads to";
    }
    if (hidden(name)) {
      return "a name that begins with . or _ is never read: rename what holds rows";
    }
    if (wanted.files()) {
      return kind == Kind.FOLDER
          ? "put the files directly into " + folder
          : "only a " + wanted + " is read: rename what holds rows";
    }
    return "the files lie in a " + wanted;
  }
}
