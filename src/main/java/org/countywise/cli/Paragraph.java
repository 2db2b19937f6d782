package org.countywise.cli;

import java.util.ArrayList;
import java.util.List;

/** Text in lines of a terminal: broken at blanks, and between Chinese characters. */
final class Paragraph {
  private static final String CLOSING = "，。；：、）〕》”！？";
  private static final String OPENING = "（〔《“";

  private Paragraph() {}

  /** Lines of at most this many columns; a single word may be longer. */
  static List<String> lines(String text, int width) {
    List<String> lines = new ArrayList<>();
    StringBuilder line = new StringBuilder();
    for (String word : words(text)) {
      if (Width.of(line + word.stripTrailing()) > width && !line.isEmpty()) {
        lines.add(line.toString().stripTrailing());
        line.setLength(0);
      }
      line.append(word);
    }
    if (!line.isEmpty()) {
      lines.add(line.toString().stripTrailing());
    }
    return lines;
  }

  /** What stays together: words with the blank behind them, Chinese characters with their marks. */
  private static List<String> words(String text) {
    List<String> words = new ArrayList<>();
    StringBuilder word = new StringBuilder();
    int before = ' ';
    for (int c : text.strip().codePoints().toArray()) {
      if (!word.isEmpty() && breaks(before, c)) {
        words.add(word.toString());
        word.setLength(0);
      }
      word.appendCodePoint(c);
      before = c;
    }
    words.add(word.toString());
    return words;
  }

  private static boolean breaks(int before, int c) {
    if (before == ' ') {
      return c != ' ' && c != '%';
    }
    boolean wide =
        Width.of(Character.toString(before)) == 2 || Width.of(Character.toString(c)) == 2;
    return wide && c != ' ' && CLOSING.indexOf(c) < 0 && OPENING.indexOf(before) < 0;
  }
}
