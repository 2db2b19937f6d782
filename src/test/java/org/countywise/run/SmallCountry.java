package org.countywise.run;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.StandardCopyOption;
import java.sql.Connection;
import java.sql.DriverManager;
import java.sql.SQLException;
import java.sql.Statement;
import java.time.YearMonth;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;
import org.countywise.Folders;
import org.countywise.Workbench;
import org.countywise.compile.Compilation;

/**
 * A nation of two counties that count things and sheets: definitions as short as they can be, and a
 * delivery to which a test adds files of any name, which DuckDB writes in no time. The families are
 * {@code things}, which counts both, and {@code sheets}, which counts sheets only.
 */
final class SmallCountry {
  private static final String COLUMNS =
      "{id: {type: int64, role: identifier}, county_code: {type: string, role: region}}";

  private final Path folder;

  /** A country of which nothing is written yet. */
  SmallCountry(Path folder) {
    this.folder = folder;
  }

  Path delivery() {
    return folder.resolve("delivery");
  }

  /** Definitions in which codes alone say where regions lie and nothing says what was delivered. */
  String plainJobs() {
    return jobs("unit: county", "");
  }

  /** Definitions with a roster, a group and control totals. */
  String jobs() {
    return jobs(
        "unit: county\ncontrol_totals: {dataset: delivery, of: dataset, region: county_code, rows:"
            + " row_count}",
        """
        roster: {dataset: region, code: region_code, level: level, parent: parent_code,
          name: name_zh, name_en: name_en, from: valid_from, to: valid_to}
        groups:
          listed: {title: {en: Listed, zh: 挂牌}, dataset: listing, code: region_code}
        """);
  }

  private String jobs(String delivery, String regions) {
    text(
        "regions.yaml",
        """
        levels:
          - {level: nation, code: XX, title: {en: Nation, zh: 全国}}
          - {level: county, digits: 6, title: {en: County, zh: 县}}
        """
            + regions);
    text("delivery.yaml", delivery + "\nlimits: {unreliable: '0.01', blocked: '0.10'}\n");
    if (!regions.isEmpty()) {
      reference();
    }
    dataset("thing", "thing/period={period}/*.parquet");
    dataset("sheet", "sheet/period={period}/*.parquet");
    family("things", "thing", "sheet");
    family("sheets", "sheet");
    return folder.resolve("jobs").toString();
  }

  private void reference() {
    for (String shipped : new String[] {"region", "delivery", "listing"}) {
      try {
        text(
            "datasets/" + shipped + ".yaml",
            Files.readString(Path.of("jobs/datasets", shipped + ".yaml")));
      } catch (IOException e) {
        throw new UncheckedIOException(e);
      }
    }
  }

  /** What a run of a month is asked for, with the family {@code things}. */
  Request request(String jobs, String month) {
    return new Request(
        delivery().toString(),
        List.of(YearMonth.parse(month)),
        Compilation.plan(Workbench.definitions(jobs), List.of("things")),
        "test",
        Request.Rerun.WHEN_CHANGED);
  }

  /** Lets the files of a dataset lie elsewhere. */
  void dataset(String name, String files) {
    text(
        "datasets/" + name + ".yaml",
        """
        dataset: %s
        title: {en: Things, zh: 物}
        kind: snapshot
        grain: one row per thing
        key: [id]
        files: %s
        region: county_code
        columns: %s
        """
            .formatted(name, files, COLUMNS));
  }

  private void family(String family, String... datasets) {
    StringBuilder measures = new StringBuilder();
    StringBuilder indicators = new StringBuilder();
    for (String dataset : datasets) {
      String name = family + "_of_" + dataset;
      measures.append("  %s: {view: %s, unit: things, count: rows}%n".formatted(name, dataset));
      indicators.append(
          "  %1$s: {title: {en: %1$s, zh: 数}, unit: things, numerator: %1$s}%n".formatted(name));
    }
    text(
        family + ".yaml",
        "family: %s\ntitle: {en: Counts, zh: 计数}\nmeasures:\n%sindicators:\n%s"
            .formatted(family, measures, indicators));
  }

  /** The roster of two counties, both of them listed, valid from a day. */
  void roster(String from) {
    file(
        "region/part.parquet",
        """
        select region_code, level, region_code as name_zh, '' as name_en, parent_code,
          date'%s' as valid_from, cast(null as date) as valid_to
        from (values ('110101', 'county', 'XX'), ('110102', 'county', 'XX')) as
          r(region_code, level, parent_code)
        """
            .formatted(from));
    file(
        "listing/part.parquet",
        """
        select region_code, 'county' as level, date'2000-01-01' as listed_on,
          cast(null as date) as delisted_on from (values ('110101'), ('110102')) as r(region_code)
        """);
  }

  /** Control totals of both counties for a month: each has as many things and sheets. */
  void totals(String month, int things, int sheets) {
    file(
        "delivery/period=" + month + "/part.parquet",
        """
        select dataset, county_code, rows as row_count, date'2020-08-01' as delivered_on
        from (values ('thing', %1$d::bigint), ('sheet', %2$d::bigint)) as d(dataset, rows),
          (values ('110101'), ('110102')) as c(county_code)
        where rows >= 0
        """
            .formatted(things, sheets));
  }

  /** A file with rows of both counties, as many of each. */
  void rows(String name, int first, int each) {
    file(name, counted(first, each));
  }

  /** Rows of both counties dealt out to several files, as many of each county in each. */
  void dealtRows(String folder, int files, int each) {
    Map<String, String> queries = new TreeMap<>();
    for (int file = 0; file < files; file++) {
      queries.put("%s/part-%05d.parquet".formatted(folder, file), counted(file * each * 2, each));
    }
    files(queries);
  }

  private static String counted(int first, int each) {
    return """
    select id, if(id %% 2 = 0, '110101', '110102') as county_code from range(%d, %d) as r(id)
    """
        .formatted(first, first + 2 * each);
  }

  /** Writes the answer of DuckDB to a query as one Parquet file of exactly this name. */
  void file(String name, String sql) {
    files(Map.of(name, sql));
  }

  private void files(Map<String, String> queries) {
    Path written = folder.resolve("written.parquet");
    try (Connection connection = DriverManager.getConnection("jdbc:duckdb:");
        Statement statement = connection.createStatement()) {
      for (Map.Entry<String, String> query : queries.entrySet()) {
        statement.execute(
            "copy (%s) to '%s' (format parquet)".formatted(query.getValue(), written));
        Files.move(written, made(query.getKey()), StandardCopyOption.REPLACE_EXISTING);
      }
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    } catch (SQLException e) {
      throw new IllegalStateException("cannot write " + queries.keySet(), e);
    }
  }

  /** A file of some bytes that are no Parquet. */
  void note(String name) {
    try {
      Files.writeString(made(name), "a note");
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    }
  }

  /** Removes a file or folder. */
  void without(String name) {
    Folders.delete(delivery().resolve(name));
  }

  private Path made(String name) throws IOException {
    Path path = delivery().resolve(name);
    Files.createDirectories(path.getParent());
    return path;
  }

  private void text(String file, String text) {
    try {
      Path path = folder.resolve("jobs").resolve(file);
      Files.createDirectories(path.getParent());
      Files.writeString(path, text);
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    }
  }
}
