package org.countywise;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.HashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Set;
import java.util.TreeSet;
import java.util.regex.MatchResult;
import java.util.regex.Pattern;
import java.util.stream.Stream;

/** A page of Markdown that readers of the project open, with the links in it and to it. */
public record Page(Path file) {
  private static final List<String> FOLDERS = List.of("docs", "jobs", "jobs-poverty", "jobs-us");
  private static final Pattern LINK = Pattern.compile("\\]\\(([^()\\s]+)\\)");
  private static final Pattern ANCHOR = Pattern.compile("<a id=\"([^\"]+)\">");
  private static final Pattern HEADING = Pattern.compile("(?m)^#{1,6} +(.+)$");
  private static final Pattern BLOCK = Pattern.compile("(?ms)^( *)```.*?^ *```$");
  private static final Pattern CODE = Pattern.compile("`[^`\n]*`");

  /** Every page: those of the first folder, and all below the folders of documents and jobs. */
  public static List<Page> all() {
    Stream<Path> below = FOLDERS.stream().flatMap(folder -> markdown(Path.of(folder), 9));
    return Stream.concat(markdown(Path.of(""), 1), below).sorted().map(Page::new).toList();
  }

  private static Stream<Path> markdown(Path folder, int depth) {
    try (Stream<Path> files = Files.walk(folder, depth)) {
      return files.filter(file -> file.toString().endsWith(".md")).toList().stream();
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    }
  }

  /** What stands in it. */
  public String text() {
    try {
      return Files.readString(file);
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    }
  }

  /** The links within the project that lead nowhere: to no file, or to no heading of a page. */
  public List<String> brokenLinks() {
    String prose = CODE.matcher(withoutBlocks()).replaceAll("code");
    return LINK.matcher(prose)
        .results()
        .map(link -> link.group(1))
        .filter(link -> !link.contains("://"))
        .filter(link -> !leadsSomewhere(link))
        .distinct()
        .toList();
  }

  private boolean leadsSomewhere(String link) {
    int hash = link.indexOf('#');
    String path = hash < 0 ? link : link.substring(0, hash);
    Path target = path.isEmpty() ? file : file.resolveSibling(path).normalize();
    return Files.exists(target)
        && (hash < 0 || new Page(target).anchors().contains(link.substring(hash + 1)));
  }

  /** What links to a place in the page can end with, as GitHub names headings. */
  Set<String> anchors() {
    String text = withoutBlocks();
    Set<String> anchors = new TreeSet<>();
    ANCHOR.matcher(text).results().map(anchor -> anchor.group(1)).forEach(anchors::add);
    Map<String, Integer> seen = new HashMap<>();
    for (MatchResult heading : HEADING.matcher(text).results().toList()) {
      String slug =
          heading
              .group(1)
              .strip()
              .toLowerCase(Locale.ROOT)
              .replaceAll("[^\\p{L}\\p{N} _-]", "")
              .replace(' ', '-');
      int times = seen.merge(slug, 1, Integer::sum);
      anchors.add(times == 1 ? slug : slug + "-" + (times - 1));
    }
    return anchors;
  }

  private String withoutBlocks() {
    return BLOCK.matcher(text()).replaceAll("");
  }

  @Override
  public String toString() {
    return file.toString();
  }
}
