package org.countywise.cli;

import com.fasterxml.jackson.annotation.JsonInclude;
import com.fasterxml.jackson.annotation.JsonUnwrapped;
import java.math.BigDecimal;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Set;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.apache.spark.sql.Column;
import org.apache.spark.sql.Row;
import org.countywise.release.Table;
import org.countywise.report.Manifest;
import org.countywise.run.Explanation;
import org.countywise.table.IndicatorValue;
import org.countywise.table.Revision;
import org.countywise.table.ValueRow;

/**
 * Where one published number comes from.
 *
 * @param made the release that published the row
 * @param dimension the indicator's row of {@code dim_indicator}
 * @param revision first and last release of the cell; empty for restricted levels
 * @param earlier the cell in the releases before, the newest first
 * @param rows null where no row was followed
 * @param why why not, empty where some were
 */
public record ProvenanceReport(
    ReleaseReader release,
    ValueRow cell,
    Manifest made,
    Map<String, String> dimension,
    List<String> revision,
    List<ValueRow> earlier,
    Map<String, Region> regions,
    Explanation rows,
    String why) {
  private static final BigDecimal HALF_OF_THE_LAST_DECIMAL = new BigDecimal("0.0000005");
  private static final String SUPPRESSED = "Q";

  /** What the tables of a release tell. */
  static ProvenanceReport of(ReleaseReader release, ValueRow cell, Manifest made) {
    return new ProvenanceReport(
        release,
        cell,
        made,
        dimension(release, cell),
        revision(release, cell),
        earlier(release, cell),
        release.regions(release.levels()),
        null,
        "");
  }

  private static Map<String, String> dimension(ReleaseReader release, ValueRow cell) {
    Row row =
        release
            .table("dim_indicator")
            .filter(IndicatorValue.INDICATOR.column().equalTo(cell.indicator()))
            .first();
    Map<String, String> texts = new LinkedHashMap<>();
    for (String name : row.schema().fieldNames()) {
      texts.put(name, row.getAs(name));
    }
    return texts;
  }

  private static List<String> revision(ReleaseReader release, ValueRow cell) {
    return release
        .find(Table.published("revision"))
        .map(
            table ->
                table
                    .filter(same(cell))
                    .select(Revision.FIRST.column(), Revision.LAST.column())
                    .collectAsList()
                    .stream()
                    .flatMap(row -> Stream.of(row.getString(0), row.getString(1)))
                    .toList())
        .orElse(List.of());
  }

  private static Column same(ValueRow cell) {
    return IndicatorValue.INDICATOR
        .column()
        .equalTo(cell.indicator())
        .and(IndicatorValue.REGION.column().equalTo(cell.region()))
        .and(IndicatorValue.PERIOD.column().equalTo(cell.period()))
        .and(IndicatorValue.BREAKDOWN.column().equalTo(cell.breakdown()));
  }

  private static List<ValueRow> earlier(ReleaseReader release, ValueRow cell) {
    List<ValueRow> cells = new ArrayList<>();
    release.warehouse().releases().stream()
        .filter(listed -> listed.readable() && listed.manifest().periods().contains(cell.period()))
        .map(listed -> new ReleaseReader(release.warehouse(), listed.manifest(), release.space()))
        .forEach(
            old ->
                old.cells(same(cell)).stream()
                    .filter(said -> said.release().equals(old.name()))
                    .filter(said -> !said.release().equals(cell.release()))
                    .forEach(cells::add));
    java.util.Collections.reverse(cells);
    return List.copyOf(cells);
  }

  /** Whether the numbers of the cell may be shown to whoever asks. */
  public boolean mayBeFollowed() {
    return release.space() == Table.Space.RESTRICTED || !cell.status().equals(SUPPRESSED);
  }

  /** The family that defines the indicator. */
  String family() {
    return dimension.get("job_file").replace(".yaml", "");
  }

  /** With the rows that were followed. */
  ProvenanceReport with(Explanation explanation) {
    return new ProvenanceReport(
        release, cell, made, dimension, revision, earlier, regions, explanation, "");
  }

  /** With the reason why no row was followed. */
  ProvenanceReport withoutRows(String reason) {
    return new ProvenanceReport(
        release, cell, made, dimension, revision, earlier, regions, null, reason);
  }

  /** For people. */
  List<String> lines() {
    return TerminalText.lines("passport", this);
  }

  /** A value with as many digits as tell it from what the releases before said. */
  public String shown(ValueRow said) {
    String unit = dimension.get("unit");
    List<BigDecimal> values =
        Stream.concat(Stream.of(cell), earlier.stream())
            .map(ValueRow::decimal)
            .filter(Objects::nonNull)
            .toList();
    return Numbers.of(said.decimal(), unit, Numbers.decimals(values, unit));
  }

  /** Files of the delivery that its rows were read from. */
  public List<Manifest.Input> inputs() {
    Set<String> read =
        rows.funnels().stream()
            .map(funnel -> "%s %s".formatted(funnel.dataset(), funnel.month()))
            .collect(Collectors.toSet());
    Set<String> datasets =
        rows.funnels().stream().map(Explanation.Funnel::dataset).collect(Collectors.toSet());
    return made.inputs().stream()
        .filter(
            input ->
                input.period().isEmpty()
                    ? datasets.contains(input.dataset())
                    : read.contains("%s %s".formatted(input.dataset(), input.period())))
        .toList();
  }

  /** What the rows of a side come to; null where it is no sum of them. */
  public BigDecimal together(String side) {
    List<Explanation.Funnel> funnels =
        rows.funnels().stream().filter(funnel -> funnel.side().equals(side)).toList();
    return funnels.stream().anyMatch(funnel -> funnel.times() == null)
        ? null
        : funnels.stream()
            .filter(funnel -> funnel.number() != null)
            .map(funnel -> funnel.number().multiply(funnel.times()))
            .reduce(BigDecimal.ZERO, BigDecimal::add);
  }

  /** Whether that is what was computed; both are exact to six decimals. */
  public boolean addsUp(String side) {
    BigDecimal computed = side.equals("numerator") ? rows.numerator() : rows.denominator();
    return together(side).subtract(computed).abs().compareTo(HALF_OF_THE_LAST_DECIMAL) <= 0;
  }

  /** For scripts. */
  record Told(
      @JsonUnwrapped ValueRow cell,
      Map<String, String> definition,
      List<String> revision,
      List<ValueRow> earlier,
      String madeBy,
      String definitions,
      String delivery,
      @JsonInclude(JsonInclude.Include.NON_NULL) String notFollowed,
      @JsonUnwrapped Followed rows) {}

  /** Rows that were followed, for scripts. */
  record Followed(
      List<Explanation.Funnel> funnels,
      List<String> madeOf,
      List<Manifest.Input> inputs,
      List<Explanation.Child> children) {}

  /** For scripts. */
  Told told() {
    return new Told(
        cell,
        dimension,
        revision,
        earlier,
        made.release(),
        made.definitions(),
        made.delivery(),
        rows != null ? null : mayBeFollowed() ? why : "suppressed",
        rows == null ? null : new Followed(rows.funnels(), rows.made(), inputs(), rows.children()));
  }
}
