package org.countywise.delivery;

import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.TreeMap;
import java.util.stream.Collectors;
import org.countywise.report.Finding;
import org.countywise.report.FindingBuilder;
import org.countywise.report.FindingType;

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
    FOLDER("folder", "folders"),
    FILE("other file", "other files"),
    /** Hadoop leaves such a link out of its listings. */
    LINK("link that leads nowhere", "links that lead nowhere");

    private final String one;
    private final String several;

    Kind(String one, String several) {
      this.one = one;
      this.several = several;
    }

    private String counted(long number) {
      return number + " " + (number == 1 ? one : several);
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
    boolean blocks = severity == Finding.Severity.BLOCKER;
    FindingBuilder finding =
        FindingType.NOT_READ
            .in(one.dataset(), one.period())
            .as(severity)
            .saying(blocks ? "blocking" : lying.size() == 1 ? "one" : "several")
            .with("place", one.folder().isEmpty() ? "the delivery" : one.folder())
            .with("things", counted(lying))
            .with("names", named(lying))
            .with("remedies", String.join("; ", remedies(lying)));
    return (blocks ? finding.with("wanted", one.wanted()) : finding).build();
  }

  private static String counted(List<Unread> lying) {
    Map<Kind, Long> counts =
        lying.stream()
            .collect(Collectors.groupingBy(Unread::kind, TreeMap::new, Collectors.counting()));
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
    FindingBuilder finding = FindingType.NOT_READ.everywhere();
    if (kind == Kind.LINK) {
      return finding.saying("link").text();
    }
    if (hidden(name)) {
      return finding.saying("hidden").text();
    }
    if (wanted.files()) {
      return kind == Kind.FOLDER
          ? finding.saying("too_deep").with("folder", folder).text()
          : finding.saying("other_file").with("wanted", wanted).text();
    }
    return finding.saying("other_folder").with("wanted", wanted).text();
  }
}
