package org.countywise.cli;

import java.util.ArrayList;
import java.util.List;
import org.countywise.definition.Bulletin;
import org.countywise.report.Language;

/**
 * The bulletin on a terminal: each sentence in both languages, then the figures it quotes.
 *
 * @param files where it, and those of earlier months, are written
 */
public record BulletinLines(BulletinText en, BulletinText zh, List<String> files) {
  private static final int BASE_WIDTH = 44;

  static BulletinLines of(Bulletins bulletins) {
    Figures last = bulletins.figures().get(bulletins.figures().size() - 1);
    return new BulletinLines(
        new BulletinText(bulletins.definitions(), last, Language.EN),
        new BulletinText(bulletins.definitions(), last, Language.ZH),
        bulletins.files());
  }

  /** The figures of a section, their bases in both languages. */
  public List<BulletinText.Row> rows(Bulletin.Section section) {
    List<BulletinText.Row> rows = new ArrayList<>();
    List<BulletinText.Row> other = zh.rows(section);
    for (BulletinText.Row row : en.rows(section)) {
      String base = inBothLanguages(row.base(), other.get(rows.size()).base());
      rows.add(new BulletinText.Row(row.id(), row.value(), base, row.status()));
    }
    return rows;
  }

  /** In one line where they fit. */
  private static String inBothLanguages(String en, String zh) {
    String line = String.join("  ", en, zh);
    if (Width.of(line) <= BASE_WIDTH) {
      return line;
    }
    List<String> lines = new ArrayList<>(Paragraph.lines(en, BASE_WIDTH));
    lines.addAll(Paragraph.lines(zh, BASE_WIDTH));
    return String.join("\n", lines);
  }
}
