package org.countywise.cli;

import java.math.BigDecimal;
import java.math.MathContext;
import java.util.Collection;
import java.util.HashMap;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import org.apache.spark.sql.Column;
import org.countywise.claim.Published;
import org.countywise.definition.Claims;
import org.countywise.definition.Linear;
import org.countywise.table.IndicatorValue;
import org.countywise.table.ValueRow;

/**
 * Published rows for checking statements: of the indicators that a file names, at every published
 * level.
 */
record PublishedCells(
    Map<Published.At, Published.Figure> figures,
    Collection<String> indicators,
    Collection<String> regions,
    Collection<String> periods,
    List<String> populations)
    implements Published {
  private static final Set<String> LARGE = Set.of("nation", Levels.GROUP);
  private static final BigDecimal PERCENT = BigDecimal.valueOf(100);
  private static final double NEAR = 1e-9;

  /** Reads what statements need from a release. */
  static PublishedCells read(ReleaseReader release, Claims claims) {
    Map<String, Title> titles = release.titles();
    Map<String, Region> regions = release.regions(release.levels());
    Column wanted = IndicatorValue.INDICATOR.column().isin(indicators(claims).toArray());
    Map<Published.At, Published.Figure> figures = new HashMap<>();
    for (ValueRow cell : release.cells(wanted)) {
      String unit = titles.getOrDefault(cell.indicator(), Title.unknown(cell.indicator())).unit();
      figures.put(
          new Published.At(cell.indicator(), cell.breakdown(), cell.region(), cell.period()),
          figure(cell, unit));
    }
    return new PublishedCells(
        figures,
        release.indicators(),
        regions.keySet(),
        release.periods(),
        regions.values().stream()
            .filter(region -> LARGE.contains(region.level()))
            .map(Region::code)
            .sorted()
            .toList());
  }

  private static Set<String> indicators(Claims claims) {
    Set<String> names = new LinkedHashSet<>();
    claims.bases().forEach(base -> names.add(base.denominatorOf()));
    for (Claims.Statement statement : claims.statements().values()) {
      if (statement.indicator() != null) {
        names.add(statement.indicator());
      }
      names.addAll(statement.otherBases());
      statement.populations().stream()
          .map(Claims.Population::indicator)
          .filter(java.util.Objects::nonNull)
          .forEach(names::add);
      if (statement.formula() != null) {
        names.addAll(indicators(statement.formula()));
      }
    }
    return names;
  }

  private static Set<String> indicators(Claims.Formula formula) {
    Set<String> names = new LinkedHashSet<>(Linear.of(formula.numerator()).terms().keySet());
    if (formula.denominator() != null) {
      names.addAll(Linear.of(formula.denominator()).terms().keySet());
    }
    names.removeAll(formula.terms().keySet());
    formula.terms().values().forEach(term -> names.add(term.indicator()));
    return names;
  }

  private static Published.Figure figure(ValueRow cell, String unit) {
    return new Published.Figure(
        factor(cell, unit),
        cell.numerator(),
        cell.denominator(),
        cell.value() != null && cell.numerator() != null,
        cell.status());
  }

  /**
   * What the ratio is multiplied with, from its unit; null where the published value says
   * otherwise. The value is a double: it confirms the factor and enters no comparison.
   */
  private static BigDecimal factor(ValueRow cell, String unit) {
    BigDecimal factor =
        cell.denominator() != null && unit.equals("percent") ? PERCENT : BigDecimal.ONE;
    if (cell.value() == null || cell.numerator() == null) {
      return factor;
    }
    BigDecimal exact = cell.numerator().multiply(factor);
    double value =
        cell.denominator() == null
            ? exact.doubleValue()
            : exact.divide(cell.denominator(), MathContext.DECIMAL64).doubleValue();
    boolean told = Math.abs(value - cell.value()) <= NEAR * Math.max(1, Math.abs(value));
    return told ? factor : null;
  }

  @Override
  public Optional<Published.Figure> find(Published.At cell) {
    return Optional.ofNullable(figures.get(cell));
  }
}
