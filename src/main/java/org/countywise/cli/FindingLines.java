package org.countywise.cli;

import java.util.ArrayList;
import java.util.Comparator;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import org.countywise.report.Finding;

/**
 * Findings on the terminal: blockers first, one line for many of a kind but for files that block,
 * never a key of a row.
 */
final class FindingLines {
  private static final int MOST = 20;
  private static final int MOST_FILES = 10;
  private static final Pattern FILE = Pattern.compile("^file (.+?)(?:: column | is | has | may )");
  private static final String REST = "'countywise findings' lists them all";

  private FindingLines() {}

  /** What findings have in common that share a line. */
  private record Kind(Finding.Severity severity, String rule, String dataset) {
    static Kind of(Finding finding) {
      return new Kind(finding.severity(), finding.rule(), finding.dataset());
    }
  }

  /** At most twenty kinds, and how many more there are; none for no findings. */
  static List<String> of(List<Finding> findings) {
    Map<Kind, List<Finding>> kinds = new LinkedHashMap<>();
    findings.stream()
        .sorted(Comparator.comparing(Finding::severity).reversed())
        .forEach(f -> kinds.computeIfAbsent(Kind.of(f), kind -> new ArrayList<>()).add(f));
    List<String> lines = new ArrayList<>();
    kinds.values().stream().limit(MOST).forEach(kind -> lines.addAll(lines(kind)));
    long hidden = kinds.values().stream().skip(MOST).mapToLong(List::size).sum();
    if (hidden > 0) {
      lines.add("… and " + hidden + " more findings; " + REST);
    } else if (findings.size() > kinds.size()) {
      lines.add("(" + REST + ")");
    }
    return lines;
  }

  /** One line, or one for each of at most ten files that block. */
  private static List<String> lines(List<Finding> kind) {
    Map<String, Finding> files = new LinkedHashMap<>();
    if (kind.get(0).severity() == Finding.Severity.BLOCKER) {
      kind.forEach(finding -> file(finding).ifPresent(file -> files.putIfAbsent(file, finding)));
    }
    List<Finding> shown =
        files.isEmpty() ? kind.subList(0, 1) : files.values().stream().limit(MOST_FILES).toList();
    List<String> lines = new ArrayList<>();
    shown.forEach(finding -> lines.add(line(finding)));
    int more = kind.size() - shown.size();
    if (more > 0) {
      lines.set(
          lines.size() - 1, lines.get(lines.size() - 1) + ", and " + more + " more of this kind");
    }
    return lines;
  }

  /** The file a finding is about. */
  private static Optional<String> file(Finding finding) {
    Matcher matcher = FILE.matcher(finding.message());
    return matcher.find() ? Optional.of(matcher.group(1)) : Optional.empty();
  }

  private static String line(Finding finding) {
    return Width.left(finding.severity().name().toLowerCase(Locale.ROOT), 7)
        + "  "
        + finding.line();
  }
}
