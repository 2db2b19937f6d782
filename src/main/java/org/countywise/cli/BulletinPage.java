package org.countywise.cli;

import java.util.ArrayList;
import java.util.List;
import org.countywise.definition.Bulletin;
import org.countywise.definition.Definitions;

/** The bulletin as Markdown: all of it in English, then all of it in Chinese. */
record BulletinPage(Definitions definitions, Figures figures) {
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
    List<String> lines = new ArrayList<>(List.of("# " + Markdown.escaped(edition.heading()), ""));
    lines.add(language.pick("Release " + release + ".", "发布版本：" + release + "。"));
    for (Bulletin.Section section : edition.sections()) {
      lines.addAll(List.of("", "## " + Markdown.escaped(language.of(section.title())), ""));
      for (Bulletin.Sentence sentence : section.sentences()) {
        lines.addAll(List.of(Markdown.escaped(edition.sentence(sentence)), ""));
      }
      lines.addAll(table(edition, section));
    }
    List<String> notes = edition.notes();
    if (!notes.isEmpty()) {
      lines.addAll(List.of("", "## " + language.pick("Notes", "说明"), ""));
      notes.forEach(note -> lines.add("- " + Markdown.escaped(note)));
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
          Markdown.line(
              "`" + row.id() + "`",
              Markdown.escaped(title),
              row.value(),
              Markdown.escaped(row.base()),
              row.status()));
    }
    return lines;
  }
}
