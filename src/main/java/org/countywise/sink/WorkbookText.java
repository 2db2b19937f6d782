package org.countywise.sink;

import java.util.List;
import java.util.Map;
import java.util.stream.Collectors;
import org.countywise.report.Language;
import org.countywise.report.TextTemplate;

/**
 * What a workbook says about itself.
 *
 * @param release id of the release it holds
 * @param restricted whether only some may read it
 */
public record WorkbookText(String release, boolean restricted) {

  /** The first sheet in a language: lines of one cell, or of two. */
  public List<List<String>> about(Language language) {
    return lines("workbook", language);
  }

  /** What is said about columns in a language, by the column's name. */
  public Map<String, String> notes(Language language) {
    return lines("workbook-notes", language).stream()
        .collect(Collectors.toMap(line -> line.get(0), line -> line.get(1)));
  }

  private List<List<String>> lines(String template, Language language) {
    return TextTemplate.of(template, language, "txt")
        .text(this)
        .lines()
        .map(line -> List.of(line.split("\t", -1)))
        .toList();
  }
}
