package org.countywise.cli;

import java.util.ArrayList;
import java.util.List;
import org.countywise.definition.Bulletin;
import org.countywise.definition.Definitions;

/** The bulletin on a terminal: each sentence in both languages, then the figures it quotes. */
record BulletinText(Definitions definitions, Figures figures) {
  private static final int WIDTH = 96;
  private static final int BASE_WIDTH = 44;
  private static final String INDENT = "  ";

  List<String> lines() {
    Edition en = new Edition(definitions, figures, Language.EN);
    Edition zh = new Edition(definitions, figures, Language.ZH);
    List<String> lines = new ArrayList<>(List.of(en.heading(), zh.heading()));
    for (Bulletin.Section section : en.sections()) {
      lines.add("");
      lines.add(section.title().en() + "  " + section.title().zh());
      for (Bulletin.Sentence sentence : section.sentences()) {
        lines.addAll(indented(en.sentence(sentence)));
        lines.addAll(indented(zh.sentence(sentence)));
      }
      lines.add("");
      table(en.rows(section), zh.rows(section)).forEach(line -> lines.add(INDENT + line));
    }
    notes(en.notes(), zh.notes(), lines);
    return lines;
  }

  private static List<String> indented(String text) {
    return Paragraph.lines(text, WIDTH - INDENT.length()).stream()
        .map(line -> INDENT + line)
        .toList();
  }

  private static List<String> table(List<Edition.Row> en, List<Edition.Row> zh) {
    Grid grid =
        new Grid(Grid.Edge.LEFT, Grid.Edge.RIGHT, Grid.Edge.LEFT, Grid.Edge.LEFT)
            .head("indicator", "value", "base", "status");
    for (int i = 0; i < en.size(); i++) {
      Edition.Row row = en.get(i);
      List<String> base = base(row.base(), zh.get(i).base());
      grid.row(row.id(), row.value(), base.get(0), row.status());
      base.stream().skip(1).forEach(line -> grid.row("", "", line, ""));
    }
    return grid.lines();
  }

  /** Both languages in one line where they fit. */
  private static List<String> base(String en, String zh) {
    if (Width.of(en + "  " + zh) <= BASE_WIDTH) {
      return List.of(en + "  " + zh);
    }
    List<String> lines = new ArrayList<>(Paragraph.lines(en, BASE_WIDTH));
    lines.addAll(Paragraph.lines(zh, BASE_WIDTH));
    return lines;
  }

  private static void notes(List<String> en, List<String> zh, List<String> lines) {
    if (!en.isEmpty()) {
      lines.addAll(List.of("", "Notes  说明"));
      for (int i = 0; i < en.size(); i++) {
        lines.addAll(indented(en.get(i)));
        lines.addAll(indented(zh.get(i)));
      }
    }
  }
}
