package org.countywise.plan;

import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.stream.Collectors;

/**
 * One dataset, each needed partition read once.
 *
 * @param kind whether it has periods
 * @param files where its files lie, with {@code {period}} where the path says it
 * @param period SQL of a row's period where the path does not say it, else empty
 * @param region SQL of the region a row was delivered under, empty for none
 * @param months seen from a requested period, which months are read
 * @param columns all declared columns: all are proven, whoever needs them
 * @param computed named expressions, usable like columns
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
  public enum Verdict {
    REJECT,
    WARN,
    ALLOW
  }

  /**
   * A declared column.
   *
   * @param type {@code int32, int64, decimal(p,s), double, string, date, boolean}
   * @param values closed list, empty for none
   * @param text true where a number is stored as text
   */
  public record Column(
      String name,
      String type,
      boolean optional,
      boolean personal,
      List<String> values,
      Verdict negative,
      boolean text) {

    /** True for types a sum is made of. */
    public boolean numeric() {
      return type.startsWith("int") || type.startsWith("decimal") || "double".equals(type);
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
      Verdict missing,
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
          + ", missing: "
          + missing.name().toLowerCase(java.util.Locale.ROOT)
          + (locates ? ", locates" : "")
          + (keep.isEmpty() ? "" : ", keep " + String.join(", ", keep));
    }
  }

  /** Where the condition holds, the numbers in the columns exist but are not shown. */
  public record Hidden(String where, List<String> columns) {}

  /** The lookup that says where a row counts, if any. */
  public java.util.Optional<Lookup> locator() {
    return lookups.stream().filter(Lookup::locates).findFirst();
  }

  /** The views in as few passes over the rows as their tallies allow. */
  public List<Pass> passes() {
    return Pass.of(views);
  }

  /** Names of the declared columns. */
  public List<String> columnNames() {
    return columns.stream().map(Column::name).toList();
  }

  @Override
  public String toString() {
    StringBuilder text = new StringBuilder("scan " + dataset + "  " + files + "\n");
    if (kind == Kind.PERIODIC) {
      text.append("  months: ").append(listed(months)).append('\n');
    }
    text.append("  columns: ")
        .append(
            columns.stream()
                .map(c -> c.name() + " " + c.type() + (c.optional() ? "?" : ""))
                .collect(Collectors.joining(", ")))
        .append('\n');
    text.append("  key: ").append(String.join(", ", key)).append('\n');
    hidden.forEach(
        h ->
            text.append("  hidden: ")
                .append(String.join(", ", h.columns()))
                .append(" where ")
                .append(h.where())
                .append('\n'));
    if (!notCounted.isEmpty()) {
      text.append("  not counted: ").append(notCounted).append('\n');
    }
    lookups.forEach(lookup -> text.append("  ").append(lookup).append('\n'));
    views.forEach(text::append);
    return text.toString();
  }

  private static String listed(Set<Months> months) {
    return months.stream().map(Months::toString).collect(Collectors.joining(", "));
  }
}
