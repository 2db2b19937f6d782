package org.countywise.cli;

import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import org.countywise.definition.Bulletin;
import org.countywise.definition.Definitions;
import org.countywise.definition.Phrase;
import org.countywise.definition.Regions;

/** The bulletin of a month in one language: its texts, and a row for each of its figures. */
record Edition(Definitions definitions, Figures figures, Language language) {
  private static final int NAMED = 8;
  private static final Reason NOT_COMPUTED = new Reason("", List.of());

  /**
   * A figure with whatever it must not be quoted without.
   *
   * @param id indicator, and breakdown in brackets
   * @param base what it is divided by, number and words
   * @param status code and words
   */
  record Row(String id, String value, String base, String status) {}

  private Bulletin bulletin() {
    return definitions.bulletin();
  }

  /** Title, region and period in a line. */
  String heading() {
    String title = language.of(bulletin().title());
    String region = language.of(figures.region());
    String period = figures.month().period();
    return language.pick(
        title + ", " + period + ": " + region, title + "（" + period + "）：" + region);
  }

  /** A sentence with its figures filled in; what is not normal is said within it. */
  String sentence(Bulletin.Sentence sentence) {
    StringBuilder text = new StringBuilder();
    for (Phrase.Piece piece : Phrase.of(language.of(sentence)).pieces()) {
      if (piece instanceof Phrase.Words words) {
        text.append(words.text());
      } else if (piece instanceof Phrase.Figure figure) {
        text.append(spoken(figure));
      }
    }
    return text.toString();
  }

  private String spoken(Phrase.Figure figure) {
    Optional<Cell> cell = figures.find(figure);
    if (cell.isEmpty()) {
      return language.remark(notComputed());
    }
    String number = figures.shown(cell.get(), figure.part(), language);
    String status = cell.get().status();
    String remark = language.remark(language.status(status));
    if (number.equals(Numbers.NONE)) {
      return remark;
    }
    return status.equals(Status.NORMAL) || figure.part() != Phrase.Part.VALUE
        ? number
        : language.pick(number + " " + remark, number + remark);
  }

  private String notComputed() {
    return language.pick("not computed", "未计算");
  }

  /** The sections with a figure that is computed; all of them where none has one. */
  List<Bulletin.Section> sections() {
    List<Bulletin.Section> told = bulletin().sections().stream().filter(this::isTold).toList();
    return told.isEmpty() ? bulletin().sections() : told;
  }

  private boolean isTold(Bulletin.Section section) {
    return figures(List.of(section)).stream().anyMatch(figure -> figures.find(figure).isPresent());
  }

  /** The figures of a section, each once, in their order. */
  List<Row> rows(Bulletin.Section section) {
    return figures(List.of(section)).stream().map(this::row).toList();
  }

  private static List<Phrase.Figure> figures(List<Bulletin.Section> sections) {
    Set<Phrase.Figure> figures = new LinkedHashSet<>();
    for (Bulletin.Section section : sections) {
      for (Bulletin.Sentence sentence : section.sentences()) {
        Phrase.of(sentence.en())
            .figures()
            .forEach(
                f ->
                    figures.add(
                        new Phrase.Figure(f.indicator(), f.breakdown(), Phrase.Part.VALUE)));
      }
    }
    return List.copyOf(figures);
  }

  private Row row(Phrase.Figure figure) {
    Optional<Cell> cell = figures.find(figure);
    String words =
        Optional.ofNullable(bulletin().bases().get(figure.indicator()))
            .map(language::of)
            .orElse(language.pick("a plain count", "计数"));
    if (cell.isEmpty()) {
      return new Row(figure.toString(), Numbers.NONE, words, notComputed());
    }
    String number = figures.shown(cell.get(), Phrase.Part.DENOMINATOR, language);
    return new Row(
        figure.toString(),
        figures.shown(cell.get(), Phrase.Part.VALUE, language),
        number.equals(Numbers.NONE) ? words : number + language.pick(", ", "，") + words,
        cell.get().status() + " " + language.status(cell.get().status()));
  }

  /** What a reader must know about what is left out or not normal, a sentence each. */
  List<String> notes() {
    List<Phrase.Figure> all = figures(sections());
    Map<Reason, List<String>> figuresByReason = new LinkedHashMap<>();
    for (Phrase.Figure figure : all) {
      reason(figure)
          .ifPresent(
              why ->
                  figuresByReason
                      .computeIfAbsent(why, any -> new ArrayList<>())
                      .add(figure.toString()));
    }
    List<String> notes = new ArrayList<>();
    int computed = all.size() - figuresByReason.getOrDefault(NOT_COMPUTED, List.of()).size();
    figuresByReason.forEach(
        (why, ids) ->
            notes.add(
                why.equals(NOT_COMPUTED)
                    ? notComputed(
                        ids.size() == all.size()
                            ? language.pick("every figure", "全部数字")
                            : language.list(ids))
                    : note(why, ids.size() == computed ? every() : language.list(ids))));
    leftOut().ifPresent(notes::add);
    return notes;
  }

  private Optional<String> leftOut() {
    List<Bulletin.Section> left = new ArrayList<>(bulletin().sections());
    left.removeAll(sections());
    String titles =
        language.list(left.stream().map(section -> language.of(section.title())).toList());
    String period = figures.month().period();
    return left.isEmpty()
        ? Optional.empty()
        : Optional.of(
            language.pick(
                "Left out: " + titles + "; no run has published any of it for " + period + ".",
                "未列入：" + titles + "，" + period + "均无发布值。"));
  }

  private String every() {
    return language.pick("every computed figure", "全部已计算的数字");
  }

  /** A status that is not normal, empty for what was not computed, and the units that cause it. */
  private record Reason(String status, List<Region> missing) {}

  private Optional<Reason> reason(Phrase.Figure figure) {
    Optional<Cell> cell = figures.find(figure);
    if (cell.isEmpty()) {
      return Optional.of(NOT_COMPUTED);
    }
    String status = cell.get().status();
    return status.equals(Status.NORMAL)
        ? Optional.empty()
        : Optional.of(new Reason(status, figures.missing(figure.indicator())));
  }

  private String notComputed(String which) {
    String period = figures.month().period();
    return language.pick(
        "Not computed: " + which + "; no run has published this for " + period + ".",
        "未计算：" + which + "，" + period + "尚无发布值。");
  }

  private String note(Reason why, String which) {
    String status = language.status(why.status());
    String capital = status.substring(0, 1).toUpperCase(Locale.ROOT) + status.substring(1);
    return language.pick(
        capital + " (" + why.status() + "): " + without(why.missing()) + which + ".",
        status + "（" + why.status() + "）：" + without(why.missing()) + which + "。");
  }

  /** Who did not deliver, where that is the reason. */
  private String without(List<Region> missing) {
    if (missing.isEmpty()) {
      return "";
    }
    int count = missing.size();
    List<String> names =
        missing.stream().limit(NAMED).map(region -> region.code() + " " + named(region)).toList();
    String more =
        count > names.size() ? language.pick(" and " + (count - names.size()) + " more", "等") : "";
    String who = language.list(names) + more;
    return language.pick(
        count
            + " "
            + unit(count)
            + " did not deliver, "
            + who
            + "; without "
            + (count == 1 ? "it: " : "them: "),
        count + "个" + unit(count) + "未报送，即" + who + "；不含其数据的有：");
  }

  private String named(Region region) {
    return language.pick(region.name(), language.of(region));
  }

  /** What the delivering regions are called. */
  private String unit(int count) {
    String level = definitions.delivery().unit();
    String title =
        definitions.regions().levels().stream()
            .filter(of -> of.level().equals(level))
            .map(Regions.Level::title)
            .map(language::of)
            .findFirst()
            .orElse(level);
    String lower = title.toLowerCase(Locale.ROOT);
    return language.pick(count == 1 ? lower : lower.replaceFirst("y$", "ie") + "s", title);
  }
}
