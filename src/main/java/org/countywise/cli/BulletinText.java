package org.countywise.cli;

import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import org.countywise.definition.Bulletin;
import org.countywise.definition.Definitions;
import org.countywise.definition.Phrase;
import org.countywise.definition.Regions;
import org.countywise.definition.Title;
import org.countywise.report.Language;
import org.countywise.report.TextTemplate;
import org.countywise.table.ValueRow;

/** The bulletin of a month in one language: its texts, and a row for each of its figures. */
public record BulletinText(Definitions definitions, Figures figures, Language language) {

  /**
   * A figure with whatever it must not be quoted without.
   *
   * @param id indicator, and breakdown in brackets
   * @param base what it is divided by, number and words
   * @param status code and words
   */
  public record Row(String id, String value, String base, String status) {}

  /**
   * What is published of a figure.
   *
   * @param divisor what it is divided by, null where that is not known
   * @param base what that is, null for a plain count
   * @param status null where it was not computed
   */
  public record Quoted(
      Phrase.Figure figure,
      String number,
      boolean percent,
      String divisor,
      Title base,
      String status) {

    public boolean known() {
      return !number.equals(Numbers.NONE);
    }

    /** Whether it may not be quoted without its status. */
    public boolean remarkable() {
      return figure.part() == Phrase.Part.VALUE && !Status.NORMAL.equals(status);
    }
  }

  /** Words of a sentence, or a figure in it; the other is null. */
  public record Piece(String words, Quoted figure) {}

  /**
   * What a reader must know of figures that are not normal.
   *
   * @param status null for what was not computed
   * @param missing units that cause it
   * @param unit what these are called
   * @param every whether it holds for all figures, of a status for all that were computed
   */
  public record Note(
      String status,
      List<Region> missing,
      Title unit,
      List<String> figures,
      boolean every,
      String period) {}

  private String said(String macro, Object of) {
    return TextTemplate.of("bulletin.%s".formatted(language.code())).part(macro, of);
  }

  /** All of it. */
  String markdown() {
    return TextTemplate.of("bulletin", language, "md").text(this);
  }

  /** Title, region and period in a line. */
  public String heading() {
    return said("heading", this);
  }

  /** A sentence with its figures filled in; what is not normal is said within it. */
  public String sentence(Bulletin.Sentence sentence) {
    return said("sentence", pieces(sentence));
  }

  /** The words of a sentence and its figures, in their order. */
  List<Piece> pieces(Bulletin.Sentence sentence) {
    return Phrase.of(language == Language.EN ? sentence.en() : sentence.zh()).pieces().stream()
        .map(
            piece ->
                piece instanceof Phrase.Figure figure
                    ? new Piece(null, quoted(figure))
                    : new Piece(((Phrase.Words) piece).text(), null))
        .toList();
  }

  private Quoted quoted(Phrase.Figure figure) {
    Optional<ValueRow> cell = figures.find(figure);
    boolean percent =
        figure.part() == Phrase.Part.VALUE && figures.title(figure.indicator()).percent();
    return new Quoted(
        figure,
        cell.map(of -> figures.shown(of, figure.part())).orElse(Numbers.NONE),
        percent && cell.map(ValueRow::value).isPresent(),
        cell.map(ValueRow::denominator).map(Numbers::exact).orElse(null),
        definitions.bulletin().bases().get(figure.indicator()),
        cell.map(ValueRow::status).orElse(null));
  }

  /** The sections with a figure that is computed; all of them where none has one. */
  public List<Bulletin.Section> sections() {
    List<Bulletin.Section> all = definitions.bulletin().sections();
    List<Bulletin.Section> told =
        all.stream()
            .filter(section -> figures(List.of(section)).stream().anyMatch(f -> f.status() != null))
            .toList();
    return told.isEmpty() ? all : told;
  }

  /** The others. */
  public List<Bulletin.Section> leftOut() {
    List<Bulletin.Section> left = new ArrayList<>(definitions.bulletin().sections());
    left.removeAll(sections());
    return left;
  }

  /** The figures of a section, each once, in their order. */
  public List<Row> rows(Bulletin.Section section) {
    return quoted(section).stream().map(this::row).toList();
  }

  /** What is published of the figures of a section. */
  List<Quoted> quoted(Bulletin.Section section) {
    return figures(List.of(section));
  }

  /** A figure in words. */
  Row row(Quoted figure) {
    return new Row(
        figure.figure().toString(),
        said("number", figure),
        said("base", figure),
        said("condition", figure));
  }

  private List<Quoted> figures(List<Bulletin.Section> sections) {
    return sections.stream()
        .flatMap(section -> section.sentences().stream())
        .flatMap(sentence -> Phrase.of(sentence.en()).figures().stream())
        .map(of -> new Phrase.Figure(of.indicator(), of.breakdown(), Phrase.Part.VALUE))
        .distinct()
        .map(this::quoted)
        .toList();
  }

  /** What a reader must know about what is left out or not normal, a sentence each. */
  public List<String> notes() {
    List<String> notes = new ArrayList<>();
    remarks().forEach(note -> notes.add(said("note", note)));
    if (!leftOut().isEmpty()) {
      notes.add(said("leftOut", this));
    }
    return notes;
  }

  private record Reason(String status, List<Region> missing) {}

  private List<Note> remarks() {
    List<Quoted> all = figures(sections());
    long computed = all.stream().filter(figure -> figure.status() != null).count();
    Map<Reason, List<String>> reasons = new LinkedHashMap<>();
    all.stream()
        .filter(Quoted::remarkable)
        .forEach(
            figure ->
                reasons
                    .computeIfAbsent(reason(figure), any -> new ArrayList<>())
                    .add(figure.figure().toString()));
    List<Note> notes = new ArrayList<>();
    reasons.forEach(
        (why, ids) ->
            notes.add(
                new Note(
                    why.status(),
                    why.missing(),
                    unit(),
                    ids,
                    ids.size() == (why.status() == null ? all.size() : computed),
                    figures.month().period())));
    return notes;
  }

  private Reason reason(Quoted figure) {
    return new Reason(
        figure.status(),
        figure.status() == null ? List.of() : figures.missing(figure.figure().indicator()));
  }

  /** What the delivering regions are called. */
  private Title unit() {
    String level = definitions.delivery().unit();
    return definitions.regions().levels().stream()
        .filter(of -> of.level().equals(level))
        .map(Regions.Level::title)
        .findFirst()
        .orElseGet(() -> new Title(level, level));
  }
}
