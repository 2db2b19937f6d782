package org.countywise.cli;

import java.util.List;
import java.util.Map;
import org.countywise.definition.Bulletin;

/** The two languages of the bulletin, with what its definition does not say. */
enum Language {
  EN,
  ZH;

  private static final Map<String, List<String>> STATUS =
      Map.of(
          "A", List.of("normal", "正常"),
          "P", List.of("provisional", "暂定"),
          "O", List.of("not delivered", "未报送"),
          "M", List.of("cannot exist", "无法计算"),
          "Q", List.of("suppressed", "已隐去"),
          "U", List.of("low reliability", "可靠性低"),
          "B", List.of("break in the territory", "区划有变更"));

  /** The text of this language. */
  String of(org.countywise.definition.Title title) {
    return pick(title.en(), title.zh());
  }

  /** The text of this language. */
  String of(Bulletin.Sentence sentence) {
    return pick(sentence.en(), sentence.zh());
  }

  /** A region's name, its code where it has none. */
  String of(Region region) {
    String first = pick(region.nameEn(), region.nameZh());
    return first.isEmpty() ? region.name() : first;
  }

  /** An indicator's title, empty where the release does not say. */
  String of(Title title) {
    return pick(title.en(), title.zh());
  }

  /** What a status means, in a word or two. */
  String status(String code) {
    List<String> words = STATUS.getOrDefault(code, List.of(code, code));
    return pick(words.get(0), words.get(1));
  }

  /** A percentage as it is written. */
  String percent(String number) {
    return pick(number + " %", number + "%");
  }

  /** A remark within a sentence. */
  String remark(String text) {
    return pick("[" + text + "]", "〔" + text + "〕");
  }

  /** A list of names. */
  String list(List<String> names) {
    return String.join(pick(", ", "、"), names);
  }

  /** One of two texts. */
  String pick(String en, String zh) {
    return this == EN ? en : zh;
  }
}
