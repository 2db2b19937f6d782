package org.countywise.cli;

import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.Map;
import org.countywise.definition.Bulletin;
import org.countywise.definition.Definitions;

/** The bulletin as Markdown: all of it in English, then all of it in Chinese. */
record BulletinPage(Definitions definitions, Figures figures) {
  private static final Map<String, String> MARKS =
      Map.of("|", "\\|", "_", "\\_", "*", "\\*", "[", "\\[", "<", "\\<");

  String markdown() {
    List<String> lines = new ArrayList<>();
    for (Language language : Language.values()) {
      lines.addAll(edition(new Edition(definitions, figures, language)));
    }
    return String.join("\n", lines) + "\n";
  }

  private List<String> edition(Edition edition) {
    Language language = edition.language();
    String release = figures.month().release();
    List<String> lines = new ArrayList<>(List.of("# " + escaped(edition.heading()), ""));
    lines.add(language.pick("Release " + release + ".", "发布版本：" + release + "。"));
    for (Bulletin.Section section : definitions.bulletin().sections()) {
      lines.addAll(List.of("", "## " + escaped(language.of(section.title())), ""));
      for (Bulletin.Sentence sentence : section.sentences()) {
        lines.addAll(List.of(escaped(edition.sentence(sentence)), ""));
      }
      lines.addAll(table(edition, section));
    }
    List<String> notes = edition.notes();
    if (!notes.isEmpty()) {
      lines.addAll(List.of("", "## " + language.pick("Notes", "说明"), ""));
      notes.forEach(note -> lines.add("- " + escaped(note)));
    }
    lines.add("");
    return lines;
  }

  private List<String> table(Edition edition, Bulletin.Section section) {
    Language language = edition.language();
    List<String> lines = new ArrayList<>();
    lines.add(language.pick("| indicator | | value | base | status |", "| 指标 | | 数值 | 基数 | 状态 |"));
    lines.add("|---|---|---:|---|---|");
    for (Edition.Row row : edition.rows(section)) {
      String indicator = row.id().replaceFirst("\\[.*", "");
      String title = language.of(figures.title(indicator));
      lines.add(
          line(
              "`" + row.id() + "`",
              escaped(title),
              row.value(),
              escaped(row.base()),
              row.status()));
    }
    return lines;
  }

  private static String line(String... cells) {
    return "| " + String.join(" | ", Arrays.asList(cells)) + " |";
  }

  /** Text in which nothing is taken for Markdown. */
  private static String escaped(String text) {
    String escaped = text.replace("\\", "\\\\");
    for (Map.Entry<String, String> mark : MARKS.entrySet()) {
      escaped = escaped.replace(mark.getKey(), mark.getValue());
    }
    return escaped;
  }
}
