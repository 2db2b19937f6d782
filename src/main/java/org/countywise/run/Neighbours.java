package org.countywise.run;

import static org.apache.spark.sql.functions.not;

import java.math.BigDecimal;
import java.time.YearMonth;
import java.util.ArrayList;
import java.util.Collection;
import java.util.HashSet;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.TreeSet;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.apache.spark.sql.Column;
import org.apache.spark.sql.Dataset;
import org.apache.spark.sql.Row;
import org.countywise.disclosure.PublishedCell;
import org.countywise.plan.Derivation;
import org.countywise.plan.Disclosure;
import org.countywise.release.Draft;
import org.countywise.release.Table;
import org.countywise.report.Manifest;
import org.countywise.rows.Calendar;
import org.countywise.table.Field;
import org.countywise.table.IndicatorValue;

/**
 * Rows as the attack sees them: those that are to be published, those of earlier releases that stay
 * and speak of the same months, and those whose place the new ones take.
 */
record Neighbours(Calendar calendar, Draft draft) {
  private static final Table PUBLISHED = Table.published("indicator_value");
  private static final Table EXACT = Table.restricted("indicator_value");
  private static final String SHOWS = "_shows";

  private static Column[] columns() {
    return Field.columns(
        IndicatorValue.INDICATOR,
        IndicatorValue.REGION,
        IndicatorValue.LEVEL,
        IndicatorValue.PERIOD,
        IndicatorValue.BREAKDOWN,
        IndicatorValue.NUMERATOR,
        IndicatorValue.DENOMINATOR,
        IndicatorValue.STATUS);
  }

  private static PublishedCell cell(Row row, PublishedCell.Standing standing, String vintage) {
    BigDecimal numerator = row.getDecimal(5);
    BigDecimal denominator = row.getDecimal(6);
    return new PublishedCell(
        row.getString(0),
        row.getString(1),
        row.getString(2),
        row.getString(3),
        row.getString(4),
        numerator,
        denominator,
        row.getString(7),
        standing,
        vintage);
  }

  /** Rows of other months and indicators that stay, with their exact numbers. */
  List<PublishedCell> standing() {
    Optional<Dataset<Row>> published = draft.before(PUBLISHED);
    Optional<Dataset<Row>> exact = draft.before(EXACT);
    Set<String> periods = published.isEmpty() ? Set.of() : related(periods(published.get()));
    if (periods.isEmpty() || exact.isEmpty()) {
      return List.of();
    }
    Column wanted = IndicatorValue.PERIOD.in(periods).and(not(DraftTables.mine(calendar)));
    return known(published.get().filter(wanted), exact.get().filter(wanted), "");
  }

  /**
   * Rows whose place the new ones take, as earlier releases showed them; those of a release that
   * showed what another one did are left out.
   */
  List<PublishedCell> replaced() {
    List<PublishedCell> replaced = new ArrayList<>();
    Set<Set<PublishedCell>> seen = new HashSet<>();
    for (Manifest release : draft.earlier()) {
      Optional<Dataset<Row>> published = draft.at(release, PUBLISHED);
      Optional<Dataset<Row>> exact = draft.at(release, EXACT);
      if (isMine(release) && published.isPresent() && exact.isPresent()) {
        Dataset<Row> shown = published.get().filter(DraftTables.mine(calendar));
        List<PublishedCell> cells =
            known(shown, exact.get().filter(DraftTables.mine(calendar)), release.release());
        if (seen.add(cells.stream().map(cell -> cell.of("")).collect(Collectors.toSet()))) {
          replaced.addAll(cells);
        }
      }
    }
    return replaced;
  }

  /** Whether a release published some of what the draft replaces. */
  private boolean isMine(Manifest release) {
    return calendar.names().stream().anyMatch(release.periods()::contains)
        && calendar.plan().indicators().stream()
            .anyMatch(indicator -> release.families().contains(indicator.family()));
  }

  /** Rows that a release published, with their exact numbers. */
  private static List<PublishedCell> known(
      Dataset<Row> published, Dataset<Row> exact, String vintage) {
    Field[] key = {
      IndicatorValue.INDICATOR,
      IndicatorValue.REGION,
      IndicatorValue.PERIOD,
      IndicatorValue.BREAKDOWN
    };
    Column shows =
        IndicatorValue.NUMERATOR
            .column()
            .isNotNull()
            .or(IndicatorValue.DENOMINATOR.column().isNotNull());
    List<Column> columns = new ArrayList<>(List.of(columns()));
    columns.add(Field.declared(SHOWS));
    List<Column> known = new ArrayList<>(List.of(Field.columns(key)));
    known.add(shows.as(SHOWS));
    Dataset<Row> seen = published.select(known.toArray(Column[]::new));
    return exact
        .join(seen, Field.names(key))
        .select(columns.toArray(Column[]::new))
        .collectAsList()
        .stream()
        .map(
            row ->
                cell(
                    row,
                    row.getBoolean(8)
                        ? PublishedCell.Standing.SHOWN
                        : PublishedCell.Standing.HIDDEN,
                    vintage))
        .toList();
  }

  private static Set<String> periods(Dataset<Row> published) {
    Set<String> periods = new TreeSet<>();
    published
        .select(IndicatorValue.PERIOD.column())
        .distinct()
        .collectAsList()
        .forEach(row -> periods.add(row.getString(0)));
    return periods;
  }

  /** Of these periods, those that speak of a month of which the requested ones speak too. */
  private Set<String> related(Set<String> periods) {
    Set<YearMonth> spoken = new LinkedHashSet<>();
    calendar.periods().forEach(period -> spoken.addAll(months(period)));
    Set<String> related = new TreeSet<>();
    for (String period : periods) {
      if (months(YearMonth.parse(period)).stream().anyMatch(spoken::contains)) {
        related.add(period);
      }
    }
    return related;
  }

  private Collection<YearMonth> months(YearMonth period) {
    return calendar.plan().disclosure().rules().stream()
        .map(Disclosure.Rule::indicator)
        .flatMap(i -> Stream.of(i.numerator(), i.denominator()))
        .flatMap(side -> side.terms().stream())
        .map(Derivation.Term::months)
        .distinct()
        .flatMap(months -> months.from(period).stream())
        .toList();
  }
}
