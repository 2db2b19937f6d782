package org.countywise.site;

import java.util.Collection;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.countywise.report.TextTemplate;

/** The pages of a site. */
final class Pages {
  /** Scripts of every page, in the order they are loaded. */
  private static final List<String> COMMON =
      List.of(
          "core", "text", "format", "dom", "series", "table", "spark", "chart", "page", "shell",
          "find");

  private static final List<Page> ALL =
      List.of(
          new Page("index", List.of("bulletin")),
          new Page(
              "county",
              List.of(
                  "benchmarks",
                  "layout",
                  "county-key",
                  "county-parts",
                  "revision",
                  "county-quality",
                  "county")),
          new Page(
              "indicator",
              List.of("definition", "indicator-parts", "indicator-distribution", "indicator")),
          new Page("map", List.of("layout", "map-parts", "map-flows", "map")),
          new Page(
              "warning",
              List.of("benchmarks", "layout", "warning-incidence", "warning-sweep", "warning")),
          new Page(
              "quality", List.of("revision", "quality-findings", "quality-releases", "quality")),
          new Page("catalogue", List.of("definition", "catalogue")));

  private Pages() {}

  /**
   * A page.
   *
   * @param scripts those that it alone needs
   */
  public record Page(String name, List<String> scripts) {
    /** Its file. */
    public String file() {
      return name + ".html";
    }
  }

  /** What a page is filled in with; texts and bulletin by the code of the language. */
  public record Filled(
      Page page,
      List<Page> pages,
      List<String> scripts,
      Edition edition,
      Map<String, Map<String, String>> text,
      Map<String, BulletinPage> bulletin) {}

  /** Names of the files. */
  static Collection<String> names() {
    return ALL.stream().map(Page::file).toList();
  }

  /** Names of the files, for looking up. */
  static Set<String> files() {
    return ALL.stream().map(Page::file).collect(Collectors.toSet());
  }

  /** Names of all scripts. */
  static List<String> scripts() {
    return Stream.concat(COMMON.stream(), ALL.stream().flatMap(page -> page.scripts().stream()))
        .distinct()
        .toList();
  }

  /** The pages by file, filled in. */
  static Map<String, String> html(Edition edition, Content content) {
    Map<String, BulletinPage> bulletin = new LinkedHashMap<>();
    content.bulletin().forEach((language, page) -> bulletin.put(language.code(), page));
    Map<String, String> html = new LinkedHashMap<>();
    for (Page page : ALL) {
      List<String> scripts = Stream.concat(COMMON.stream(), page.scripts().stream()).toList();
      html.put(
          page.file(),
          TextTemplate.of("site/page.html")
              .text(new Filled(page, ALL, scripts, edition, SiteTexts.all(), bulletin)));
    }
    return html;
  }
}
