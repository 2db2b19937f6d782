package org.countywise.site;

import java.io.IOException;
import java.io.InputStream;
import java.io.UncheckedIOException;
import java.util.Comparator;
import java.util.Iterator;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Properties;
import java.util.TreeMap;
import java.util.stream.Collectors;
import org.countywise.definition.Benchmarks;
import org.countywise.definition.Layout;
import org.countywise.definition.Title;

/**
 * A site in one folder. Pages, scripts and data are written anew each time, the start page last: a
 * folder without it is no site yet.
 */
public record Site(SiteFolder folder, Edition edition, Content content) {
  private static final String CHARTS = "META-INF/resources/webjars/echarts/%s/echarts.min.js";
  private static final String CHARTS_VERSION = "META-INF/maven/org.webjars/echarts/pom.properties";

  /** Marks a folder as ours. */
  record Mark(String release, String period) {}

  /**
   * Writes the site.
   *
   * @param values published values of its months and regions, region by region, within one by
   *     indicator and breakdown
   * @return how many totals of the month have each status
   */
  public Map<String, Long> write(Iterator<PublishedValue> values) {
    folder.clear(DataFiles.json(new Mark(edition.manifest().release(), edition.period())));
    DataFiles data = new DataFiles(folder.data());
    Tally tally = new ValueFiles(data, edition).write(values);
    String unit = content.definitions().delivery().unit();
    data.write("index", Index.of(edition, unit, tally, content.boundaries() != null));
    data.write("catalogue", Definition.of(edition.indicators(), content.definitions().families()));
    data.write("quality", quality(tally));
    data.write("warning", warning());
    data.write("benchmarks", benchmarks());
    data.write("layout", layout());
    if (content.boundaries() != null) {
      data.write("boundaries", content.boundaries().map());
    }
    assets();
    Map<String, String> pages = Pages.html(edition, content);
    Pages.names().stream()
        .sorted(Comparator.comparing("index.html"::equals))
        .forEach(page -> folder.page(page, pages.get(page)));
    return tally.totals();
  }

  private QualityData quality(Tally tally) {
    List<String> rules = content.findings().stream().map(FindingCount::rule).distinct().toList();
    Map<String, Title> datasets =
        content.definitions().datasets().entrySet().stream()
            .collect(Collectors.toMap(Map.Entry::getKey, of -> of.getValue().title()));
    return new QualityData(
        QualityData.Made.of(edition.manifest()),
        edition.manifest().periods(),
        content.findings(),
        FindingKind.of(rules, content.definitions().families().values()),
        tally.statuses(),
        tally.revised(),
        content.steps(),
        new TreeMap<>(datasets),
        QualityData.inputs(edition.manifest()));
  }

  /** What the page on early warning says beside published values. */
  record Warning(Map<String, AlertRule> rules, List<ThresholdSweep> sweeps) {}

  /**
   * A rule as readers are told of it.
   *
   * @param sentence what its alerts say, with the names of their numbers in braces
   */
  record AlertRule(Title title, Title sentence) {}

  private Warning warning() {
    Map<String, AlertRule> rules = new TreeMap<>();
    content.definitions().families().values().stream()
        .filter(family -> family.watch() != null)
        .forEach(
            family ->
                family
                    .watch()
                    .rules()
                    .forEach(
                        (name, rule) ->
                            rules.put(name, new AlertRule(rule.title(), rule.sentence()))));
    return new Warning(rules, content.sweeps());
  }

  private Benchmarks benchmarks() {
    return Objects.requireNonNullElse(content.definitions().benchmarks(), Benchmarks.NONE);
  }

  private Layout layout() {
    return Objects.requireNonNullElse(content.definitions().layout(), Layout.NONE);
  }

  private void assets() {
    for (String script : Pages.scripts()) {
      folder.asset(script + ".js", resource(script + ".js"));
    }
    folder.asset("texts.js", "countywise.texts = %s;\n".formatted(DataFiles.json(SiteTexts.all())));
    folder.asset("site.css", resource("site.css"));
    folder.asset("print.css", resource("print.css"));
    folder.asset("echarts.min.js", charts());
  }

  private static InputStream resource(String name) {
    return Site.class.getResourceAsStream(name);
  }

  /** The library of charts, as its jar brings it. */
  private static InputStream charts() {
    ClassLoader loader = Site.class.getClassLoader();
    Properties made = new Properties();
    try (InputStream properties = loader.getResourceAsStream(CHARTS_VERSION)) {
      made.load(properties);
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    }
    return loader.getResourceAsStream(CHARTS.formatted(made.getProperty("version")));
  }
}
