package org.countywise.report;

import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Objects;
import java.util.Set;
import java.util.TreeMap;
import java.util.TreeSet;

/**
 * A finding in the making: {@code FindingType.BALANCE.in(dataset, period, unit).with("difference",
 * "3").build()}. The text names its values; dataset, period, unit and rows need not be given twice.
 */
public final class FindingBuilder {
  private static final Set<String> STANDING = Set.of("dataset", "period", "unit", "rows");

  private final FindingType type;
  private final String dataset;
  private final String period;
  private final String unit;
  private final Map<String, String> values = new TreeMap<>();
  private Finding.Severity severity;
  private String part = "message";
  private String breakdown = "";
  private long rows;
  private List<String> keys = List.of();

  FindingBuilder(FindingType type, String dataset, String period, String unit) {
    this.type = type;
    this.dataset = dataset;
    this.period = period;
    this.unit = unit;
    this.severity = type.severities().get(0);
    values.putAll(Map.of("dataset", dataset, "period", period, "unit", unit));
    values.values().removeIf(String::isEmpty);
  }

  /** One of the severities that findings of the type can have. */
  public FindingBuilder as(Finding.Severity of) {
    if (!type.severities().contains(of)) {
      throw new IllegalArgumentException("finding " + type.id() + " is never " + of);
    }
    severity = of;
    return this;
  }

  /** Another of the type's texts than {@code message}. */
  public FindingBuilder saying(String text) {
    part = text;
    return this;
  }

  /** A value that the text names. */
  public FindingBuilder with(String name, Object value) {
    values.put(name, Objects.requireNonNull(value, name).toString());
    return this;
  }

  /** How many rows are concerned. */
  public FindingBuilder rows(long number) {
    rows = number;
    return with("rows", number);
  }

  /** Keys of some of them, for the restricted table. */
  public FindingBuilder keys(List<String> sample) {
    keys = sample;
    return this;
  }

  /** It concerns one part of a breakdown, {@code name=value}; empty for none. */
  public FindingBuilder within(String partOfBreakdown) {
    breakdown = partOfBreakdown;
    return this;
  }

  /**
   * The text alone.
   *
   * @throws IllegalArgumentException when it names a value that is not given, or not one that is
   */
  public String text() {
    String text = FindingTexts.of(Locale.ENGLISH).part(type, part);
    Set<String> unknown = new TreeSet<>(values.keySet());
    unknown.removeAll(STANDING);
    unknown.removeAll(FindingTexts.names(text));
    if (!unknown.isEmpty()) {
      throw new IllegalArgumentException("no place for the values " + unknown + " in: " + text);
    }
    return FindingTexts.filled(text, values);
  }

  /** The finding. */
  public Finding build() {
    return new Finding(type.id(), dataset, period, unit, severity, rows, keys, text(), breakdown);
  }
}
