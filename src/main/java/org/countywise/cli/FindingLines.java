package org.countywise.cli;

import java.util.ArrayList;
import java.util.Comparator;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import org.countywise.report.Finding;

/**
 * Findings on the terminal: blockers first, one line for many of a kind but for files that block,
 * never a key of a row.
 *
 * @param more how many findings have no line of their own
 */
public record FindingLines(List<Kind> kinds, long more) {
  private static final int MOST = 20;
  private static final int MOST_FILES = 10;
  private static final Pattern FILE = Pattern.compile("^file (.+?)(?:: column | is | has | may )");

  /**
   * Findings that share a line.
   *
   * @param shown one, or one for each of at most ten files that block
   */
  public record Kind(List<Finding> findings, List<Finding> shown) {
    static Kind of(List<Finding> findings) {
      Map<String, Finding> files = new LinkedHashMap<>();
      if (findings.get(0).severity() == Finding.Severity.BLOCKER) {
        findings.forEach(of -> file(of).ifPresent(file -> files.putIfAbsent(file, of)));
      }
      return new Kind(
          findings,
          files.isEmpty()
              ? findings.subList(0, 1)
              : files.values().stream().limit(MOST_FILES).toList());
    }

    public int more() {
      return findings.size() - shown.size();
    }
  }

  /** At most twenty kinds, and how many more there are; none for no findings. */
  static List<String> of(List<Finding> findings) {
    Map<List<Object>, List<Finding>> kinds = new LinkedHashMap<>();
    findings.stream()
        .sorted(Comparator.comparing(Finding::severity).reversed())
        .forEach(
            of ->
                kinds
                    .computeIfAbsent(
                        List.of(of.severity(), of.rule(), of.dataset()), kind -> new ArrayList<>())
                    .add(of));
    return TerminalText.lines(
        "finding-kinds",
        new FindingLines(
            kinds.values().stream().map(Kind::of).toList(), findings.size() - kinds.size()));
  }

  /** How many findings are of other kinds than the first twenty. */
  public long hidden() {
    return kinds.stream().skip(MOST).mapToLong(kind -> kind.findings().size()).sum();
  }

  /** The file a finding is about. */
  private static Optional<String> file(Finding finding) {
    Matcher matcher = FILE.matcher(finding.message());
    return matcher.find() ? Optional.of(matcher.group(1)) : Optional.empty();
  }
}
