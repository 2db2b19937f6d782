package org.countywise.plan;

import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.stream.Collectors;
import java.util.stream.Stream;

/**
 * One dataset, each needed partition read once.
 *
 * @param kind whether it has periods
 * @param files where its files lie, with {@code {period}} where the path says it; empty for rows
 *     that are made
 * @param period SQL of a row's period where the path does not say it, else empty
 * @param region SQL of the region a row was delivered under; empty where the counterpart it lies
 *     with says it, or for none
 * @param months seen from a requested period, which months are read
 * @param columns all declared columns: all are proven, whoever needs them
 * @param computed named expressions, usable like columns
 * @param key what tells rows apart; empty where nothing does
 * @param notCounted SQL of rows that repeat others, empty for none
 * @param views what is measured in the same scan
 */
public record Scan(
    String dataset,
    Kind kind,
    String files,
    String period,
    String region,
    Set<Months> months,
    List<Column> columns,
    List<String> key,
    Map<String, String> computed,
    List<Lookup> lookups,
    List<Hidden> hidden,
    String notCounted,
    List<View> views) {

  /** Whether a dataset has periods. */
  public enum Kind {
    PERIODIC,
    REFERENCE
  }

  /** What becomes of what should not be there. */
  public enum OnViolation {
    REJECT,
    WARN,
    ALLOW;

    private String word() {
      return name().toLowerCase(Locale.ROOT);
    }
  }

  /**
   * A declared column.
   *
   * @param type {@code int32, int64, decimal(p,s), double, string, date, boolean}
   * @param values closed list, empty for none
   * @param forgiving true where a cell that cannot be read is unknown; else it rejects its row
   * @param text true where a number is stored as text
   * @param given its name in the files
   */
  public record Column(
      String name,
      String type,
      boolean optional,
      boolean personal,
      List<String> values,
      OnViolation negative,
      boolean forgiving,
      boolean text,
      String given) {

    /** What a file has to hold: {@code string} where a number is stored as text. */
    public String stored() {
      return text ? "string" : type;
    }

    /** True for types a sum is made of. */
    public boolean numeric() {
      return type.startsWith("int") || type.startsWith("decimal") || "double".equals(type);
    }

    @Override
    public String toString() {
      return name
          + " "
          + type
          + (optional ? "?" : "")
          + (text ? " stored as text" : "")
          + (given.equals(name) ? "" : " given as '" + given + "'");
    }

    /** What its values may be beyond their type. */
    Stream<String> rules() {
      Stream<String> closed =
          values.isEmpty()
              ? Stream.of()
              : Stream.of(name + " is one of " + String.join(", ", values));
      Stream<String> below =
          numeric() && negative != OnViolation.REJECT
              ? Stream.of(name + " below zero: " + negative.word())
              : Stream.of();
      Stream<String> unreadable =
          forgiving ? Stream.of(name + " that cannot be read: unknown") : Stream.of();
      return Stream.of(closed, below, unreadable).flatMap(rules -> rules);
    }
  }

  /**
   * The one row of another dataset a row points to, visible as a struct of this name.
   *
   * @param keep columns and computed columns of the other dataset that are used here
   */
  public record Lookup(
      String name,
      String dataset,
      List<String> on,
      List<String> to,
      OnViolation missing,
      boolean locates,
      List<String> keep) {

    @Override
    public String toString() {
      return "look up "
          + name
          + " in "
          + dataset
          + " on "
          + String.join(", ", on)
          + (to.equals(on) ? "" : " = " + String.join(", ", to))
          + ", missing: "
          + missing.word()
          + (locates ? ", locates" : "")
          + (keep.isEmpty() ? "" : ", keep " + String.join(", ", keep));
    }
  }

  /** Where the condition holds, the numbers in the columns exist but are not shown. */
  public record Hidden(String where, List<String> columns) {}

  /** The same scan without what is measured in it. */
  public Scan unmeasured() {
    return new Scan(
        dataset,
        kind,
        files,
        period,
        region,
        months,
        columns,
        key,
        computed,
        lookups,
        hidden,
        notCounted,
        List.of());
  }

  /** The same scan of other months. */
  public Scan reading(Set<Months> others) {
    return new Scan(
        dataset,
        kind,
        files,
        period,
        region,
        others,
        columns,
        key,
        computed,
        lookups,
        hidden,
        notCounted,
        views);
  }

  /** Whether its rows lie in regions. */
  public boolean hasRegion() {
    return !region.isEmpty() || locator().isPresent();
  }

  /** The same scan with other computed columns and nothing that reads them. */
  public Scan computing(Map<String, String> others) {
    return new Scan(
        dataset,
        kind,
        files,
        period,
        region,
        months,
        columns,
        key,
        others,
        List.of(),
        hidden,
        notCounted,
        List.of());
  }

  /** The lookup that says where a row counts, if any. */
  public Optional<Lookup> locator() {
    return lookups.stream().filter(Lookup::locates).findFirst();
  }

  /** The views in as few passes over the rows as their tallies allow. */
  public List<AggregationPass> passes() {
    return AggregationPass.of(views);
  }

  /** Names of the declared columns. */
  public List<String> columnNames() {
    return columns.stream().map(Column::name).toList();
  }

  @Override
  public String toString() {
    List<String> lines = new ArrayList<>(List.of(head()));
    if (kind == Kind.PERIODIC) {
      lines.add("  months: " + listed(months));
    }
    lines.add(
        "  columns: " + columns.stream().map(Column::toString).collect(Collectors.joining(", ")));
    columns.stream().flatMap(Column::rules).forEach(rule -> lines.add("    " + rule));
    lines.add("  key: " + (key.isEmpty() ? "none" : String.join(", ", key)));
    said("period", period).ifPresent(lines::add);
    said("delivered under", region).ifPresent(lines::add);
    hidden.forEach(
        h -> lines.add("  hidden: " + String.join(", ", h.columns()) + " where " + h.where()));
    said("not counted", notCounted).ifPresent(lines::add);
    computed.forEach((name, sql) -> lines.add("  compute " + name + " = " + sql));
    lookups.forEach(lookup -> lines.add("  " + lookup));
    return String.join("\n", lines)
        + views.stream().map(View::toString).collect(Collectors.joining("", "\n", ""));
  }

  private String head() {
    return files.isEmpty() ? "rows of " + dataset : "scan " + dataset + "  " + files;
  }

  private static Optional<String> said(String what, String sql) {
    return sql.isEmpty() ? Optional.empty() : Optional.of("  " + what + ": " + sql);
  }

  private static String listed(Set<Months> months) {
    return months.stream().map(Months::toString).collect(Collectors.joining(", "));
  }
}
