package org.countywise.cli;

import java.util.ArrayList;
import java.util.Comparator;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import org.countywise.report.Finding;

/** Findings on the terminal: blockers first, one line for many of a kind, never a key of a row. */
final class FindingLines {
  private static final int MOST = 20;
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
    kinds.values().stream().limit(MOST).forEach(kind -> lines.add(line(kind)));
    long hidden = kinds.values().stream().skip(MOST).mapToLong(List::size).sum();
    if (hidden > 0) {
      lines.add("… and " + hidden + " more findings; " + REST);
    } else if (findings.size() > kinds.size()) {
      lines.add("(" + REST + ")");
    }
    return lines;
  }

  private static String line(List<Finding> kind) {
    Finding first = kind.get(0);
    return Width.left(first.severity().name().toLowerCase(Locale.ROOT), 7)
        + "  "
        + first.line()
        + (kind.size() > 1 ? ", and " + (kind.size() - 1) + " more of this kind" : "");
  }
}
