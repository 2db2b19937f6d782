package org.countywise.bench;

import java.util.ArrayList;
import java.util.List;
import java.util.Locale;

/** A {@link Result} on a terminal of 100 columns. */
final class ResultTable {
  private static final String ROW = "%-31s %9s %9s %9s %13s %9s %7s%n";
  private static final String UNKNOWN = "–";
  private static final double MIB = 1024.0 * 1024;

  private ResultTable() {}

  static String of(Result result) {
    StringBuilder text = new StringBuilder(head(result));
    result.works().forEach(work -> text.append(line(work)));
    text.append(String.format("%n"));
    result.peers().forEach(peer -> text.append(line(peer)));
    text.append(String.format("%n%s%n", verdict(result)));
    result
        .someDifferences()
        .forEach(difference -> text.append("  ").append(difference).append('\n'));
    return text.toString();
  }

  private static String head(Result result) {
    String titles =
        ROW.formatted("work", "wall s", "CPU s", "peak MiB", "rows read", "MiB read", "ratio");
    String rule =
        ROW.formatted(
            "─".repeat(31),
            "─".repeat(9),
            "─".repeat(9),
            "─".repeat(9),
            "─".repeat(13),
            "─".repeat(9),
            "─".repeat(7));
    return "Scale %s, %d processors, Java %s, Spark %s, DuckDB %s%n%n"
            .formatted(
                plain(result.scale()),
                result.machine().processors(),
                result.machine().java(),
                result.machine().spark(),
                result.machine().duckdb())
        + titles
        + rule;
  }

  private static String line(Result.Work work) {
    return ROW.formatted(
        work.name(),
        one(work.usage().seconds()),
        one(work.usage().cpuSeconds()),
        mib(work.usage().peakBytes()),
        String.format(Locale.ROOT, "%,d", work.rows()),
        mib(work.bytes()),
        String.format(Locale.ROOT, "%.1f", work.ratio()));
  }

  private static String line(Result.Peer peer) {
    return ROW.formatted(
            peer.name(),
            one(peer.usage().seconds()),
            one(peer.usage().cpuSeconds()),
            mib(peer.usage().peakBytes()),
            "",
            "",
            "")
        .stripTrailing()
        .concat(String.format("%n"));
  }

  private static String verdict(Result result) {
    List<String> told = new ArrayList<>();
    told.add("Ratio: seconds per second of DuckDB for the same question.");
    told.add(
        "DuckDB covers %d families; plain Spark SQL %s, in counties."
            .formatted(
                result.families().size(),
                result.peers().stream()
                    .filter(peer -> peer.name().startsWith("plain"))
                    .findFirst()
                    .map(peer -> String.join(", ", peer.families()))
                    .orElse("none")));
    told.add(result.agrees() ? "All values agree." : "Values differ, for example:");
    return String.join(System.lineSeparator(), told);
  }

  private static String plain(double number) {
    return new java.math.BigDecimal(Double.toString(number)).stripTrailingZeros().toPlainString();
  }

  private static String one(Double number) {
    return number == null ? UNKNOWN : String.format(Locale.ROOT, "%.1f", number);
  }

  private static String mib(Long bytes) {
    return bytes == null ? UNKNOWN : String.format(Locale.ROOT, "%,.0f", bytes / MIB);
  }
}
