package org.countywise.cli;

import java.math.BigDecimal;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.stream.Stream;
import org.apache.spark.sql.Row;
import org.countywise.report.Manifest;
import org.countywise.run.Explanation;
import org.countywise.store.Table;
import org.countywise.table.IndicatorValue;
import org.countywise.table.Revision;

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
record Passport(
    Release release,
    Cell cell,
    Manifest made,
    Map<String, String> dimension,
    List<String> revision,
    List<Cell> earlier,
    Map<String, Region> regions,
    Explanation rows,
    String why) {
  private static final int WIDTH = 110;
  private static final String SUPPRESSED = "Q";

  /** What the tables of a release tell. */
  static Passport of(Release release, Cell cell, Manifest made) {
    return new Passport(
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

  private static Map<String, String> dimension(Release release, Cell cell) {
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

  private static List<String> revision(Release release, Cell cell) {
    return release
        .find(Table.published("revision"))
        .map(
            table ->
                table
                    .filter(
                        IndicatorValue.INDICATOR
                            .column()
                            .equalTo(cell.indicator())
                            .and(IndicatorValue.REGION.column().equalTo(cell.region()))
                            .and(IndicatorValue.PERIOD.column().equalTo(cell.period()))
                            .and(IndicatorValue.BREAKDOWN.column().equalTo(cell.breakdown())))
                    .select(Revision.FIRST.column(), Revision.LAST.column())
                    .collectAsList()
                    .stream()
                    .flatMap(row -> Stream.of(row.getString(0), row.getString(1)))
                    .toList())
        .orElse(List.of());
  }

  private static List<Cell> earlier(Release release, Cell cell) {
    List<Cell> cells = new ArrayList<>();
    release.warehouse().releases().stream()
        .filter(listed -> listed.readable() && listed.manifest().periods().contains(cell.period()))
        .map(listed -> new Release(release.warehouse(), listed.manifest(), release.space()))
        .forEach(
            old ->
                old
                    .cells(
                        IndicatorValue.INDICATOR
                            .column()
                            .equalTo(cell.indicator())
                            .and(IndicatorValue.REGION.column().equalTo(cell.region()))
                            .and(IndicatorValue.PERIOD.column().equalTo(cell.period()))
                            .and(IndicatorValue.BREAKDOWN.column().equalTo(cell.breakdown())))
                    .stream()
                    .filter(said -> said.release().equals(old.name()))
                    .filter(said -> !said.release().equals(cell.release()))
                    .forEach(cells::add));
    java.util.Collections.reverse(cells);
    return List.copyOf(cells);
  }

  /** Whether the numbers of the cell may be shown to whoever asks. */
  boolean mayBeFollowed() {
    return release.space() == Table.Space.RESTRICTED || !cell.status().equals(SUPPRESSED);
  }

  /** The family that defines the indicator. */
  String family() {
    return dimension.get("job_file").replace(".yaml", "");
  }

  /** With the rows that were followed. */
  Passport with(Explanation explanation) {
    return new Passport(
        release, cell, made, dimension, revision, earlier, regions, explanation, "");
  }

  /** With the reason why no row was followed. */
  Passport withoutRows(String reason) {
    return new Passport(release, cell, made, dimension, revision, earlier, regions, null, reason);
  }

  /** For people. */
  List<String> lines() {
    String unit = dimension.get("unit");
    List<String> lines = new ArrayList<>();
    lines.add(
        cell.indicator() + "  " + dimension.get("title_en") + "  " + dimension.get("title_zh"));
    lines.add(
        "%s, %s%s: %s %s"
            .formatted(
                name(cell.region()),
                cell.period(),
                cell.breakdown().isEmpty() ? "" : ", " + cell.breakdown(),
                shown(cell, unit),
                Numbers.sign(unit)));
    lines.add("status %s  %s".formatted(cell.status(), Status.meaning(cell.status())));
    lines.add("");
    lines.addAll(Paragraph.lines(dimension.get("formula"), WIDTH));
    lines.add("  numerator    " + Numbers.exact(cell.numerator()));
    if (dimension.get("denominator") != null) {
      lines.add("  denominator  " + Numbers.exact(cell.denominator()));
    }
    lines.add("");
    lines.addAll(history(unit));
    if (rows != null) {
      lines.addAll(new PassportRows(rows, made, this::name).lines());
    } else if (!mayBeFollowed()) {
      lines.add("Its rows are not followed, since it is suppressed; --restricted follows them.");
    } else {
      lines.addAll(Paragraph.lines("Its rows are not followed: " + why + ".", WIDTH));
    }
    return lines;
  }

  private List<String> history(String unit) {
    List<String> lines = new ArrayList<>();
    lines.add(
        "Release %s by engine %s, definitions %s, from %s"
            .formatted(
                made.release(),
                made.engine(),
                made.definitions().substring(0, Math.min(12, made.definitions().length())),
                made.delivery()));
    if (!revision.isEmpty()) {
      lines.add("First published in %s, last revised in %s.".formatted(revision.toArray()));
    }
    earlier.forEach(
        old ->
            lines.add(
                "Before, in %s: %s %s, status %s"
                    .formatted(old.release(), shown(old, unit), Numbers.sign(unit), old.status())));
    lines.add("");
    return lines;
  }

  /** A value with as many digits as tell it from what the releases before said. */
  private String shown(Cell said, String unit) {
    List<BigDecimal> values =
        Stream.concat(Stream.of(cell), earlier.stream())
            .map(Cell::decimal)
            .filter(Objects::nonNull)
            .toList();
    return Numbers.of(said.decimal(), unit, Numbers.decimals(values, unit));
  }

  private String name(String code) {
    Region region = regions.get(code);
    return region == null ? code : code + " " + region.name();
  }

  /** For scripts. */
  Map<String, Object> json() {
    Map<String, Object> object = new LinkedHashMap<>(cell.json());
    object.put("definition", dimension);
    object.put("revision", revision);
    object.put("earlier", earlier.stream().map(Cell::json).toList());
    object.put("made_by", made.release());
    object.put("definitions", made.definitions());
    object.put("delivery", made.delivery());
    if (rows == null) {
      object.put("not_followed", mayBeFollowed() ? why : "suppressed");
    } else {
      object.putAll(new PassportRows(rows, made, this::name).json());
    }
    return object;
  }
}
