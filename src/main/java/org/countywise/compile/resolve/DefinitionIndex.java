package org.countywise.compile.resolve;

import java.util.ArrayList;
import java.util.Collection;
import java.util.HashMap;
import java.util.LinkedHashMap;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.function.Function;
import java.util.stream.Collectors;
import org.countywise.compile.expression.Diagnostic;
import org.countywise.compile.expression.Expressions;
import org.countywise.definition.Dataset;
import org.countywise.definition.Definitions;
import org.countywise.definition.Family;
import org.countywise.definition.Regions;
import org.countywise.report.Places;

/**
 * The definitions, by name over all files. What could not be read is absent here; its reader has
 * said so, and rules keep quiet about it.
 */
public final class DefinitionIndex {
  private final Definitions definitions;
  private final Places places;
  private final Map<String, Family.View> views = new LinkedHashMap<>();
  private final Map<String, Family.Measure> measures = new LinkedHashMap<>();
  private final Map<String, Family.Indicator> indicators = new LinkedHashMap<>();
  private final Scopes scopes = new Scopes(this);
  private final Map<String, Set<String>> columns = new HashMap<>();
  private List<WrittenExpression> expressions;

  private DefinitionIndex(Definitions definitions, Places places) {
    this.definitions = definitions;
    this.places = places;
    for (String name : definitions.datasets().keySet()) {
      views.put(name, new Family.View(name, Map.of(), null));
    }
    for (Family family : definitions.families().values()) {
      family.views().forEach(views::putIfAbsent);
      family.measures().forEach(measures::putIfAbsent);
      family.indicators().forEach(indicators::putIfAbsent);
    }
  }

  /**
   * Finds what every name means.
   *
   * @param places where things stand in their files
   */
  public static DefinitionIndex of(Definitions definitions, Places places) {
    return new DefinitionIndex(definitions, places);
  }

  public Definitions definitions() {
    return definitions;
  }

  public Places places() {
    return places;
  }

  /** Views by name; every dataset is a view of all its rows. */
  public Map<String, Family.View> views() {
    return views;
  }

  /** Measures by name, over all families. */
  public Map<String, Family.Measure> measures() {
    return measures;
  }

  /** Indicators by id, over all families. */
  public Map<String, Family.Indicator> indicators() {
    return indicators;
  }

  /** What expressions see, depending on where they are written. */
  public Scopes scopes() {
    return scopes;
  }

  /** Visits what stands under a key of all families. */
  public <T> void each(
      String key, Function<Family, Map<String, T>> part, DefinitionPath.Visitor<T> visitor) {
    for (Family family : families().values()) {
      DefinitionPath.family(family.family()).each(key, part.apply(family), visitor);
    }
  }

  /** Every SQL expression that is written anywhere. */
  public List<WrittenExpression> expressions() {
    if (expressions == null) {
      expressions = WrittenExpressions.in(this);
    }
    return expressions;
  }

  /** The family that says what is watched, if any does. */
  public Optional<Family> watching() {
    return families().values().stream().filter(family -> family.watch() != null).findFirst();
  }

  public Map<String, Dataset> datasets() {
    return definitions.datasets();
  }

  public Map<String, Family> families() {
    return definitions.families();
  }

  /** Named groups of regions; none where the file could not be read. */
  public Map<String, Regions.Group> groups() {
    return definitions.regions() == null ? Map.of() : definitions.regions().groups();
  }

  public Optional<Dataset> dataset(String name) {
    return find(datasets(), name);
  }

  /** Name of the lowest level of regions; empty where the scheme could not be read. */
  public String lowestLevel() {
    Regions regions = definitions.regions();
    return regions == null || regions.levels().isEmpty()
        ? ""
        : regions.levels().get(regions.levels().size() - 1).level();
  }

  /** The dataset whose rows a view has. */
  public Optional<Dataset> datasetOf(String view) {
    return find(views, view).flatMap(found -> dataset(found.from()));
  }

  /** What definitions call each other by. */
  public enum Kind {
    DATASET("dataset", "datasets"),
    VIEW("view or dataset", "ones"),
    MEASURE("measure", "measures"),
    INDICATOR("indicator", "indicators");

    private final String word;
    private final String plural;

    Kind(String word, String plural) {
      this.word = word;
      this.plural = plural;
    }

    String key() {
      return name().toLowerCase(Locale.ROOT) + "s";
    }
  }

  /** What is wrong with a name; nothing where there is such a thing, or was meant to be. */
  public Optional<Diagnostic> unknown(Kind kind, String name) {
    return knows(kind, name)
        ? Optional.empty()
        : Optional.of(Diagnostic.unknown(kind.word, kind.plural, name, known(kind).keySet()));
  }

  /** Whether a measure is made of other measures. */
  public boolean isComposite(String measure) {
    return measures.containsKey(measure) && measures.get(measure).value() != null;
  }

  /** The measures of rows a measure is made of: itself, or those it reads. */
  public Set<String> rowMeasures(String measure) {
    if (!isComposite(measure)) {
      return measures.containsKey(measure) ? Set.of(measure) : Set.of();
    }
    Set<String> parts = new LinkedHashSet<>(columns(measures.get(measure).value()));
    parts.retainAll(measures.keySet());
    parts.removeIf(this::isComposite);
    return parts;
  }

  /**
   * Names of columns in an expression, {@code reference.column} as one name; none where it cannot
   * be read.
   *
   * @param sql null for none
   */
  public Set<String> columns(String sql) {
    return sql == null ? Set.of() : columns.computeIfAbsent(sql, DefinitionIndex::read);
  }

  private static Set<String> read(String sql) {
    try {
      return Expressions.columns(sql);
    } catch (IllegalArgumentException alreadySaid) {
      return Set.of();
    }
  }

  /** What expressions read of a reference or join: the names behind {@code owner.}. */
  public Set<String> columnsOf(String owner, Collection<String> expressions) {
    return expressions.stream()
        .flatMap(sql -> columns(sql).stream())
        .filter(name -> name.startsWith(owner + "."))
        .map(name -> name.substring(owner.length() + 1))
        .collect(Collectors.toCollection(LinkedHashSet::new));
  }

  /** Whether there is such a thing, or was meant to be where its file could not be read. */
  public boolean knows(Kind kind, String name) {
    return known(kind).containsKey(name) || new UnreadFiles(places).mayName(kind, name);
  }

  /** What is wrong with a breakdown of a known measure; nothing where it has it. */
  public Optional<Diagnostic> unknownBreakdown(String measure, String name) {
    Set<String> known = measures.get(measure).by().keySet();
    return known.contains(name)
        ? Optional.empty()
        : Optional.of(Diagnostic.unknown("breakdown", name, known).of("the measure " + measure));
  }

  private Map<String, ?> known(Kind kind) {
    return switch (kind) {
      case DATASET -> datasets();
      case VIEW -> views;
      case MEASURE -> measures;
      case INDICATOR -> indicators;
    };
  }

  public static <T> Optional<T> find(Map<String, T> known, String name) {
    return name == null ? Optional.empty() : Optional.ofNullable(known.get(name));
  }

  /** Every column of a dataset that a row has by itself: declared and computed. */
  public static List<String> columns(Dataset dataset) {
    List<String> names = new ArrayList<>(dataset.columns().keySet());
    names.addAll(dataset.computed().keySet());
    return names;
  }

  /** Names of the values of a join, in the order of its keys. */
  public static List<String> tallied(Family.Join join) {
    List<String> names = new ArrayList<>(join.tally().keySet());
    names.addAll(join.sum().keySet());
    names.addAll(join.least().keySet());
    names.addAll(join.most().keySet());
    return names;
  }
}
