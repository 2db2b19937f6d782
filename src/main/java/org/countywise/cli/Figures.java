package org.countywise.cli;

import java.math.BigDecimal;
import java.util.Collection;
import java.util.Comparator;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.stream.Collectors;
import org.apache.spark.sql.Column;
import org.countywise.definition.Bulletin;
import org.countywise.definition.Definitions;
import org.countywise.definition.Phrase;
import org.countywise.table.IndicatorValue;
import org.countywise.table.ValueRow;

/**
 * The published figures of a month that a bulletin may speak of.
 *
 * @param cells rows of the bulletin's region, and rows of delivering units that lack data
 * @param titles by indicator
 * @param regions by code
 */
public record Figures(
    Month month, List<ValueRow> cells, Map<String, Title> titles, Map<String, Region> regions) {
  private static final String PROVISIONAL = "P";
  private static final String NOT_DELIVERED = "O";
  private static final String NOTHING_TO_DIVIDE_BY = "M";

  /** A period as a release tells it of a region. */
  public record Month(String release, String period, String region) {}

  /** Reads what the bulletin of these definitions needs from a release. */
  static Figures read(ReleaseReader release, Definitions definitions, String period) {
    Bulletin bulletin = definitions.bulletin();
    Column here = IndicatorValue.REGION.column().equalTo(bulletin.region());
    List<ValueRow> cells =
        release.cells(
            IndicatorValue.PERIOD
                .column()
                .equalTo(period)
                .and(IndicatorValue.INDICATOR.column().isin(indicators(bulletin).toArray()))
                .and(here.or(lacking(definitions.delivery().unit()))));
    Set<String> levels = cells.stream().map(ValueRow::level).collect(Collectors.toSet());
    levels.add(Levels.GROUP);
    return new Figures(
        new Month(release.name(), period, bulletin.region()),
        cells,
        release.titles(),
        release.regions(levels));
  }

  private static Column lacking(String unit) {
    return IndicatorValue.LEVEL
        .column()
        .equalTo(unit)
        .and(IndicatorValue.STATUS.column().equalTo(NOT_DELIVERED))
        .and(IndicatorValue.BREAKDOWN.column().equalTo(""));
  }

  private static Collection<String> indicators(Bulletin bulletin) {
    return bulletin.sections().stream()
        .flatMap(section -> section.sentences().stream())
        .flatMap(sentence -> Phrase.of(sentence.en()).figures().stream())
        .map(Phrase.Figure::indicator)
        .collect(Collectors.toSet());
  }

  /** The region it speaks of. */
  public Region region() {
    return named(month.region());
  }

  private Region named(String code) {
    return regions.getOrDefault(code, new Region(code, "", "", ""));
  }

  private List<ValueRow> rows(String indicator) {
    return cells.stream()
        .filter(cell -> cell.region().equals(month.region()))
        .filter(cell -> cell.indicator().equals(indicator))
        .sorted(Comparator.comparing(ValueRow::breakdown))
        .toList();
  }

  /**
   * The published row of a figure; none where no run has computed the indicator. A breakdown may
   * have no row where it is zero: another row says that it was computed.
   */
  Optional<ValueRow> find(Phrase.Figure figure) {
    List<ValueRow> rows = rows(figure.indicator());
    Optional<ValueRow> row =
        rows.stream().filter(cell -> cell.breakdown().equals(figure.breakdown())).findFirst();
    return row.isPresent() || figure.breakdown().isEmpty()
        ? row
        : rows.stream().findFirst().map(other -> nothing(other, figure.breakdown()));
  }

  /** A breakdown in which nothing is, seen from another row of the indicator. */
  private static ValueRow nothing(ValueRow other, String breakdown) {
    boolean ratio = other.denominator() != null;
    boolean known = other.value() != null;
    BigDecimal zero = known ? BigDecimal.ZERO : null;
    return new ValueRow(
        other.indicator(),
        other.region(),
        other.level(),
        other.period(),
        breakdown,
        known && !ratio ? Double.valueOf(0) : null,
        zero,
        ratio ? zero : null,
        known && ratio ? NOTHING_TO_DIVIDE_BY : other.status(),
        other.release());
  }

  /** The number for the eye; {@link Numbers#NONE} where there is none. */
  String shown(ValueRow cell, Phrase.Part part) {
    return switch (part) {
      case NUMERATOR -> Numbers.exact(cell.numerator());
      case DENOMINATOR -> Numbers.exact(cell.denominator());
      case VALUE -> Numbers.of(cell.decimal(), title(cell.indicator()).unit());
    };
  }

  /** What an indicator is called. */
  public Title title(String indicator) {
    return titles.getOrDefault(indicator, Title.unknown(indicator));
  }

  /** Units whose missing data make an indicator provisional, by code. */
  List<Region> missing(String indicator) {
    boolean provisional =
        rows(indicator).stream().anyMatch(cell -> cell.status().equals(PROVISIONAL));
    return cells.stream()
        .filter(cell -> provisional && !cell.region().equals(month.region()))
        .filter(cell -> cell.indicator().equals(indicator))
        .map(cell -> named(cell.region()))
        .sorted(Comparator.comparing(Region::code))
        .toList();
  }
}
