package org.countywise.cli;

import java.util.EnumMap;
import java.util.List;
import java.util.Map;
import org.countywise.definition.Bulletin;
import org.countywise.definition.Definitions;
import org.countywise.definition.Phrase;
import org.countywise.report.Language;
import org.countywise.site.BulletinPage;

/** The bulletin of a month as a page of the site, from what the run says at its end. */
record SiteBulletin(BulletinText text) {

  /** Both languages; empty where the definitions have no bulletin. */
  static Map<Language, BulletinPage> pages(
      ReleaseReader release, Definitions definitions, String period) {
    Map<Language, BulletinPage> pages = new EnumMap<>(Language.class);
    if (definitions.bulletin() != null) {
      Figures figures = Figures.read(release, definitions, period);
      for (Language language : Language.values()) {
        pages.put(
            language, new SiteBulletin(new BulletinText(definitions, figures, language)).page());
      }
    }
    return pages;
  }

  private BulletinPage page() {
    return new BulletinPage(
        text.heading(), text.sections().stream().map(this::section).toList(), text.notes());
  }

  private BulletinPage.Section section(Bulletin.Section section) {
    return new BulletinPage.Section(
        text.language() == Language.EN ? section.title().en() : section.title().zh(),
        section.sentences().stream().map(this::sentence).toList(),
        text.quoted(section).stream().map(this::figure).toList());
  }

  private List<BulletinPage.Piece> sentence(Bulletin.Sentence sentence) {
    return text.pieces(sentence).stream()
        .map(
            piece ->
                piece.figure() == null
                    ? new BulletinPage.Piece(piece.words(), null)
                    : new BulletinPage.Piece(null, figure(piece.figure())))
        .toList();
  }

  private BulletinPage.Figure figure(BulletinText.Quoted quoted) {
    Phrase.Figure cited = quoted.figure();
    BulletinText.Row row = text.row(quoted);
    Title title = text.figures().title(cited.indicator());
    return new BulletinPage.Figure(
        new BulletinPage.Cited(
            cited.indicator(),
            cited.breakdown(),
            text.language() == Language.EN ? title.en() : title.zh(),
            cited.part().name().toLowerCase(java.util.Locale.ROOT)),
        quoted.known() ? row.value() : "",
        row.base(),
        quoted.status() == null ? "" : quoted.status(),
        row.status());
  }
}
